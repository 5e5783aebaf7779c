import { type ReactNode, useId } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { Icon } from '../icon.tsx'
import { kitWords } from '../words.ts'
import './page.css'

interface AskCardProps {
  /** What is asked, verb first: 「更新 1 项承诺的年中进展」. */
  title: string
  /** By when, in words: 「还剩 2 天，7月10日（周五）截止」. */
  due: string
  /** How near the due day is: nothing said, soon, or past. */
  urgency?: 'calm' | 'soon' | 'overdue'
  /** The price in minutes; below one, seconds are shown. */
  minutes?: number
  /** Why it is asked, and what has been filled in already. */
  children?: ReactNode
  /** Buttons: at most one `primary` on the page. */
  actions: ReactNode
  /** What happens next, and the clause: `<Cite>`. */
  next?: ReactNode
}

/** One request: asked, by when, why, what next. */
export function AskCard({ title, due, urgency = 'calm', minutes, children, actions, next }: AskCardProps) {
  const words = useWords(kitWords)
  const titleId = useId()
  return (
    <section className={`ask ${urgency}`} aria-labelledby={titleId}>
      <div className="ask-head">
        <p className="ask-due">
          <Icon name="clock" size={17} />
          {due}
        </p>
        {minutes !== undefined && <p className="second">{words.minutes(minutes)}</p>}
      </div>
      <h2 id={titleId}>{title}</h2>
      {children && <div className="ask-why">{children}</div>}
      <div className="ask-actions">{actions}</div>
      {next && <p className="second ask-next">{next}</p>}
    </section>
  )
}
