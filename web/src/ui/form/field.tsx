import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { LightSign } from '../signal/light.tsx'
import { kitWords } from '../words.ts'
import './form.css'

/** How long an answer is expected: a number, a name or a date, a sentence. */
export type FieldWidth = 'short' | 'medium' | 'full'

export interface FieldLook {
  label: string
  /** Below the field: what it is for, an example. */
  hint?: ReactNode
  /** What is wrong and what is accepted, in one sentence. */
  error?: string | undefined
  /** Says 选填; everything else is required. */
  optional?: boolean
  width?: FieldWidth
}

interface Wiring {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** Label above, hint and error below, tied to the control for readers. */
export function Field({
  label,
  hint,
  error,
  optional,
  width = 'full',
  children,
}: FieldLook & { children: (wiring: Wiring) => ReactNode }) {
  const words = useWords(kitWords)
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={`field ${width}`}>
      <label htmlFor={id} className="field-label">
        {label}
        {optional && <span className="fine field-optional">{words.optional}</span>}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <div id={`${id}-hint`} className="second field-hint">
          {hint}
        </div>
      )}
    </div>
  )
}

/** Whoever just pressed the button of a form is not typing: the cursor may go where the first mistake is. */
const pressed = () => {
  const { activeElement: at } = document
  return at instanceof HTMLButtonElement && (at.type === 'submit' || at.classList.contains('primary'))
}

/** The octagon and the sentence; the first of a form that was just sent takes the cursor, so that nobody has to look for it. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!pressed() || document.querySelector('main .field-error') !== line.current) return
    line.current?.closest('.field')?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  return (
    <div ref={line} id={id} className="field-error">
      <LightSign colour="red" />
      {children}
    </div>
  )
}

/** Fields beside each other where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>
}
