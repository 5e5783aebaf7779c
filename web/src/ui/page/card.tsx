import { type ReactNode, useId } from 'react'
import './page.css'

interface CardProps {
  title?: string
  /** Beside the title, small: 「竖线是时间进度 52%」. */
  note?: ReactNode
  /** At the right of the title: a link or a figure. */
  extra?: ReactNode
  /** Children bring their own padding: tables, `Rows`. */
  flush?: boolean
  children: ReactNode
}

export function Card({ title, note, extra, flush = false, children }: CardProps) {
  const titleId = useId()
  return (
    <section className="card" aria-labelledby={title ? titleId : undefined}>
      {title && (
        <div className={flush ? 'card-head ruled' : 'card-head'}>
          <h2 id={titleId}>{title}</h2>
          {note && <span className="second card-note">{note}</span>}
          {extra && <div className="card-extra">{extra}</div>}
        </div>
      )}
      {flush ? children : <div className="card-body">{children}</div>}
    </section>
  )
}

/** Rows of a flush card, ruled off from each other. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="rows">{children}</ul>
}

interface RowProps {
  title: ReactNode
  note?: ReactNode
  /** Stands before the title: a light, a number. */
  lead?: ReactNode
  /** Words at the right: how long it waits, a figure. */
  state?: ReactNode
  /** The button or link at the far right. */
  action?: ReactNode
  /** The one being looked at. */
  current?: boolean
  /** Below, over the whole width: an open editor, a progress bar. */
  children?: ReactNode
}

export function Row({ title, note, lead, state, action, current = false, children }: RowProps) {
  return (
    <li className={current ? 'row current' : 'row'}>
      <div className={action ? 'row-line acting' : 'row-line'}>
        {lead && <div className="row-lead">{lead}</div>}
        <div className="row-text">
          <div className="row-title">{title}</div>
          {note && <div className="second">{note}</div>}
        </div>
        {state && <div className="row-state">{state}</div>}
        {action && <div className="row-action">{action}</div>}
      </div>
      {children}
    </li>
  )
}

/** Term and value, below each other on a phone. */
export function Facts({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
