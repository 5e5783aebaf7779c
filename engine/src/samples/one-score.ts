import type { FactRow, ScoreInput } from '../input.ts'
import { checkScheme, type Scheme } from '../scheme.ts'

/** A scheme whose base is the fact `score` of 100 points, in scope `unit`; `rest` adds what a test is about. */
export function oneScore(rest: Record<string, unknown> = {}): Scheme {
  return checked({
    scheme: 'one-score',
    version: 1,
    subject: 'branch',
    year: 2026,
    scopes: ['unit'],
    groups: [
      { id: 'only', max: 100, indicators: [{ id: 'score', fact: 'score', method: { kind: 'given', points: 100 } }] },
    ],
    ...rest,
  })
}

/** The checked scheme; throws with all errors. */
export function checked(value: unknown): Scheme {
  const found = checkScheme(value)
  if ('errors' in found) throw new Error(JSON.stringify(found.errors))
  return found.scheme
}

/** Subjects a, b, c …, one fact record each; `unit` is u unless given among the facts. */
export function rows(...facts: Record<string, string | number | null>[]): ScoreInput {
  const row = ({ unit = 'u', ...rest }: Record<string, string | number | null>, i: number): FactRow => ({
    subject: String.fromCharCode(97 + i),
    scopes: { unit: String(unit) },
    facts: Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value === null ? null : String(value)])),
  })
  return { facts: facts.map(row), ratings: [], rulings: [] }
}
