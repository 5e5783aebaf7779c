import type { MouseEvent, ReactNode } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { Go } from '../go.tsx'
import { Icon, type IconName } from '../icon.tsx'
import { kitWords } from '../words.ts'
import './action.css'

/** `primary` once a page at most; `danger` is outlined, never filled, and wants an icon. */
export type ButtonKind = 'primary' | 'plain' | 'text' | 'danger'

interface Look {
  kind?: ButtonKind
  icon?: IconName
  small?: boolean
  /** Fills its row. */
  wide?: boolean
  children: ReactNode
}

const classOf = ({ kind = 'plain', small, wide }: Look) =>
  `button ${kind}${small ? ' small' : ''}${wide ? ' wide' : ''}`

interface ButtonProps extends Look {
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  /** Under way: clicks are ignored and readers are told; the button keeps its place and its focus. */
  busy?: boolean
  submit?: boolean
  form?: string
  label?: string
  expanded?: boolean
}

export function Button({ onClick, busy = false, submit = false, form, label, expanded, ...look }: ButtonProps) {
  const words = useWords(kitWords)
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={classOf(look)}
      aria-disabled={busy || undefined}
      aria-label={label}
      aria-expanded={expanded}
      form={form}
      onClick={event => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {look.icon && <Icon name={look.icon} />}
      {look.children}
      {busy && <span className="hidden">{words.busy}</span>}
    </button>
  )
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({ to, ...look }: Look & { to: string }) {
  return (
    <Go to={to} className={classOf(look)}>
      {look.icon && <Icon name={look.icon} />}
      {look.children}
    </Go>
  )
}

/** A file made by the server, such as an Excel table; `href` is its API address. */
export function DownloadLink({ href, ...look }: Look & { href: string }) {
  return (
    <a href={href} download className={classOf(look)}>
      <Icon name={look.icon ?? 'download'} />
      {look.children}
    </a>
  )
}
