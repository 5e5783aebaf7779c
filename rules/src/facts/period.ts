import type { Day } from '../day.ts'
import type { FactPeriod } from './fact.ts'

/** `2026`, `2026-H1`, `2026-Q3` or `2026-07` with its days; `until` is the first day not covered. */
export interface Period {
  id: string
  kind: FactPeriod
  from: Day
  until: Day
}

const FORM = /^(20\d\d)(?:-(?:(H)([12])|(Q)([1-4])|(0[1-9]|1[0-2])))?$/

/** The period of that name; null when it is none. */
export function periodOf(id: string): Period | null {
  const found = FORM.exec(id)
  if (!found) return null
  const [, year, half, halfNo, quarter, quarterNo, month] = found
  if (half) return span(id, 'halfYear', Number(year), (Number(halfNo) - 1) * 6, 6)
  if (quarter) return span(id, 'quarter', Number(year), (Number(quarterNo) - 1) * 3, 3)
  if (month) return span(id, 'month', Number(year), Number(month) - 1, 1)
  return span(id, 'year', Number(year), 0, 12)
}

function span(id: string, kind: FactPeriod, year: number, month: number, months: number): Period {
  return { id, kind, from: firstOf(year, month), until: firstOf(year, month + months) }
}

const firstOf = (year: number, month: number): Day =>
  `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** The period of that kind which begins or runs on `day`. */
export function periodAt(kind: FactPeriod, day: Day): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1]
  const length = { month: 1, quarter: 3, halfYear: 6, year: 12 }[kind]
  const no = Math.floor(month / length) + 1
  const id = {
    month: `${year}-${String(no).padStart(2, '0')}`,
    quarter: `${year}-Q${no}`,
    halfYear: `${year}-H${no}`,
    year: `${year}`,
  }[kind]
  return span(id, kind, year, (no - 1) * length, length)
}
