import type { ReactNode } from 'react'
import { LightSign } from '../signal/light.tsx'
import './state.css'

interface EmptyProps {
  /** That it is good (「都办好了」), or what to do first (「从花名册开始」). */
  title: string
  /** The next date, or how to begin. */
  children?: ReactNode
  actions?: ReactNode
  /** Nothing is missing: with the green sign, set left. */
  good?: boolean
}

export function Empty({ title, children, actions, good = false }: EmptyProps) {
  return (
    <div className={good ? 'empty good' : 'empty'}>
      {good && <LightSign colour="green" size={24} />}
      <div>
        <p className="empty-title">{title}</p>
        {children && <div className="second">{children}</div>}
        {actions && <div className="empty-actions">{actions}</div>}
      </div>
    </div>
  )
}
