import type { Day } from '@jiannuo/contract/values.ts'
import { factById } from '@jiannuo/rules/facts/catalogue.ts'
import type { Reading } from '@jiannuo/rules/facts/fact.ts'
import type { Period } from '@jiannuo/rules/facts/period.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { type LedgerSum, ledgerAsOf } from '../../platform/facts/ledger-as-of.ts'

/** A number with how it came about; the records themselves are read when somebody asks for them. */
export interface FactValue {
  value: string
  reading: Reading
  entries: number
}

interface Question {
  authorityId: string
  subjectIds: readonly string[] | 'all'
  facts: readonly string[]
  period: Period
  /** Last day of what had happened and been recorded: the same cut-off gives the same number whenever it is asked. */
  cutOff: Day
}

/** Events and statements for parts of the period; parts of two lengths would count twice, so the shortest kept is taken. */
const PARTS = ['month', 'quarter', 'halfYear'] as const

/**
 * One value of the records of one subject and fact. A statement for the very period goes first, the last one made;
 * without one events and the statements for its parts are read as the catalogue says. Null when nothing can be said.
 */
export function readValue(reading: Reading, sums: readonly LedgerSum[]): FactValue | null {
  const of = (grain: LedgerSum['grain']) => sums.find(each => each.grain === grain)
  const stated = of('stated')
  if (stated) return { value: stated.last, reading: 'last', entries: stated.entries }
  const part = PARTS.map(of).find(each => each !== undefined)
  const event = of('event')
  const used = [event, part].filter(each => each !== undefined)
  if (used.length === 0 || reading === 'derived') return null
  const entries = used.reduce((all, each) => all + each.entries, 0)
  if (reading === 'sum') return { value: event && part ? plus(event.sum, part.sum) : used[0]!.sum, reading, entries }
  if (reading === 'any') return { value: used.some(each => Number(each.sum) > 0) ? '1' : '0', reading, entries }
  return { value: reading === 'mean' ? used[0]!.mean : (part ?? event)!.last, reading, entries }
}

/** Exact sum of two plain decimals. */
function plus(a: string, b: string): string {
  const digits = Math.max(...[a, b].map(each => each.split('.')[1]?.length ?? 0))
  const whole = (text: string) => {
    const [before = '0', after = ''] = text.split('.')
    return BigInt(before + after.padEnd(digits, '0'))
  }
  const sum = (whole(a) + whole(b)).toString().padStart(digits + 1, '0')
  return digits === 0 ? sum : `${sum.slice(0, -digits)}.${sum.slice(-digits)}`.replace(/\.?0+$/, '')
}

/** The values of subjects (persons or units) over a period, as they were known at the cut-off: subject → fact → value. Missing stays missing. */
export async function factsAsOf(tx: Tx, question: Question): Promise<Map<string, Map<string, FactValue>>> {
  const { authorityId, subjectIds, facts, period, cutOff } = question
  const sums = await ledgerAsOf(tx, { authorityId, subjectIds, kinds: facts, period, cutOff })
  const found = new Map<string, Map<string, FactValue>>()
  for (const [subject, ofSubject] of Map.groupBy(sums, each => each.subjectId))
    for (const [fact, records] of Map.groupBy(ofSubject, each => each.kind)) {
      const value = readValue(factById(fact)?.reading ?? 'last', records)
      if (value) found.set(subject, (found.get(subject) ?? new Map<string, FactValue>()).set(fact, value))
    }
  return found
}
