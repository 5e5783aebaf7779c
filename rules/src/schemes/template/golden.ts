import { type ResultRow, type ScoreInput, type ScoreResult, score } from '@jiannuo/engine/score.ts'
import type { SchemeTemplate } from './template.ts'

/** One subject of a golden case; `why` writes the arithmetic out. */
export interface GoldenRow {
  why: string
  facts?: Record<string, number>
  ratings?: Record<string, Record<string, number>>
  scopes?: Record<string, string>
  want: Partial<ResultRow>
}

/** Subjects that one template scores together, so that caps and places work. */
export interface Golden {
  template: SchemeTemplate
  rows: readonly GoldenRow[]
  rollUp?: ScoreResult['rollUp']
}

const YEAR = 2026
const nameOf = (i: number) => `第${i + 1}个`

const inputOf = (rows: readonly GoldenRow[]): ScoreInput => ({
  facts: rows.map(({ facts = {}, scopes = {} }, i) => ({
    subject: nameOf(i),
    scopes,
    facts: Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, String(value)])),
  })),
  ratings: rows.flatMap(({ ratings = {} }, i) =>
    Object.entries(ratings).flatMap(([source, counts]) =>
      Object.entries(counts).map(([value, count]) => ({ subject: nameOf(i), source, value, count })),
    ),
  ),
  rulings: [],
})

/** What the engine gives beside what was reckoned by hand; last, that it ignored no column. */
export function reckon({ template, rows, rollUp }: Golden): { why: string; got: object; want: object }[] {
  const { results, rollUp: units, problems } = score(template.forYear(YEAR), inputOf(rows))
  return [
    ...rows.map(({ why, want }, i) => ({ why, got: results[i] ?? {}, want })),
    ...(rollUp ? [{ why: 'units', got: units, want: rollUp }] : []),
    { why: 'no remark', got: problems, want: [] },
  ]
}
