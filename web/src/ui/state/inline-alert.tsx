import { type ReactNode, type Ref, useEffect, useRef } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { LightSign } from '../signal/light.tsx'
import { kitWords } from '../words.ts'
import type { Trouble } from './failed.tsx'
import './state.css'

interface InlineAlertProps {
  tone: 'danger' | 'warn' | 'ok' | 'info'
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  ref?: Ref<HTMLDivElement>
}

const sign = { danger: 'red', warn: 'yellow', ok: 'green' } as const

/** A message in the page, where it belongs; read aloud when it appears. */
export function InlineAlert({ tone, title, children, actions, ref }: InlineAlertProps) {
  return (
    <div ref={ref} className={`alert ${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      {tone === 'info' ? <InfoSign /> : <LightSign colour={sign[tone]} />}
      <div className="alert-text">
        <p className="alert-title">{title}</p>
        {children && <div className="second">{children}</div>}
      </div>
      {actions && <div className="alert-actions">{actions}</div>}
    </div>
  )
}

/** Drawn here, not taken from the icons: the sign-in page shows alerts and does without the rest of them. */
function InfoSign() {
  return (
    <svg
      aria-hidden="true"
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
    >
      <path d="M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5.5M12 7.5v.5" />
    </svg>
  )
}

/** What a command met: give it `command.problem`; shows nothing while that is null, and comes into view where a long form hides it. Only a fault of ours has a number to quote. */
export function ProblemAlert({ problem }: { problem: Trouble | null }) {
  const words = useWords(kitWords)
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) alert.current?.scrollIntoView({ block: 'center' })
  }, [problem])
  if (!problem) return null
  return (
    <InlineAlert ref={alert} tone="danger" title={problem.detail}>
      {problem.next}
      {problem.code === 'NOT_SIGNED_IN' && (
        <a className="alert-number" href="/sign-in" target="_blank" rel="noreferrer">
          {words.signInAside}
        </a>
      )}
      {problem.requestId && (problem.status ?? 500) >= 500 && (
        <span className="fine alert-number">{words.number(problem.requestId)}</span>
      )}
    </InlineAlert>
  )
}
