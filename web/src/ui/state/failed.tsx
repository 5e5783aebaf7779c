import type { ReactNode } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../action/button.tsx'
import { Icon } from '../icon.tsx'
import { kitWords } from '../words.ts'
import './state.css'

/** A failure in words: the server's problem document, or the browser's own account of a broken line. */
export interface Trouble {
  /** Whose fault, what is safe. */
  detail: string
  /** What can be done now. */
  next: string
  /** The number to quote. */
  requestId?: string
  /** HTTP status, 0 when no answer came. */
  status?: number
  code?: string
}

interface FailedProps {
  trouble: Trouble
  retry?: () => void
  /** Another way on: the last archive, the home page. */
  actions?: ReactNode
}

/** Instead of a page or a card that could not be fetched. */
export function Failed({ trouble, retry, actions }: FailedProps) {
  const words = useWords(kitWords)
  return (
    <div className="failed" role="alert">
      <span className="failed-sign" aria-hidden="true">
        !
      </span>
      <p className="empty-title">{trouble.detail}</p>
      <p className="second">{trouble.next}</p>
      {(retry || actions) && (
        <div className="empty-actions">
          {actions}
          {retry && (
            <Button kind="primary" onClick={retry}>
              <Icon name="refresh" />
              {words.retry}
            </Button>
          )}
        </div>
      )}
      {trouble.requestId && <p className="fine">{words.number(trouble.requestId)}</p>}
    </div>
  )
}
