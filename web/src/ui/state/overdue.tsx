import type { ReactNode } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { dayWithYear } from '../../i18n/format.ts'
import { kitWords } from '../words.ts'
import { InlineAlert } from './inline-alert.tsx'

interface OverdueProps {
  /** Whole days late. */
  days: number
  /** The original due day, 'YYYY-MM-DD'. */
  due: string
  /** What stays on record, who has been told, what turns the light green. */
  children: ReactNode
  /** Two ways out: do it now, give a reason. */
  actions: ReactNode
}

export function Overdue({ days, due, children, actions }: OverdueProps) {
  const words = useWords(kitWords)
  return (
    <InlineAlert tone="danger" title={words.overdueBy(days, dayWithYear(due))} actions={actions}>
      {children}
    </InlineAlert>
  )
}
