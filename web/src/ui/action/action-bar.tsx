import type { ReactNode } from 'react'
import './action.css'

interface ActionBarProps {
  /** One line saying where things stand: 「还有 2 处须修改」. */
  summary?: ReactNode
  /** The primary button last; on a phone it stands right and twice as wide. */
  children: ReactNode
}

/** Sticks to the bottom of its column; on a phone to the bottom of the screen. */
export function ActionBar({ summary, children }: ActionBarProps) {
  return (
    <>
      <div className="action-space" aria-hidden="true" />
      <div className="action-bar">
        {summary && <div className="action-summary">{summary}</div>}
        <div className="action-buttons">{children}</div>
      </div>
    </>
  )
}
