import { checkScheme } from '@jiannuo/engine/scheme.ts'
import { type ResultRow, type ScoreInput, type ScoreResult, score } from '@jiannuo/engine/score.ts'
import { describe, expect, test } from 'vitest'
import type { SchemeTemplate } from './template.ts'

/** One subject of a golden case; `why` writes the arithmetic out. */
export interface GoldenRow {
  why: string
  facts?: Record<string, number | null>
  ratings?: Record<string, Record<string, number>>
  scopes?: Record<string, string>
  expect: Partial<ResultRow>
}

const YEAR = 2026
const nameOf = (i: number) => `第${i + 1}个`

const inputOf = (rows: readonly GoldenRow[]): ScoreInput => ({
  facts: rows.map(({ facts = {}, scopes = {} }, i) => ({
    subject: nameOf(i),
    scopes,
    facts: Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, value === null ? null : String(value)])),
  })),
  ratings: rows.flatMap(({ ratings = {} }, i) =>
    Object.entries(ratings).flatMap(([source, counts]) =>
      Object.entries(counts).map(([value, count]) => ({ subject: nameOf(i), source, value, count })),
    ),
  ),
  rulings: [],
})

/** Scores all rows together, so that caps and places work, and compares each with what was reckoned by hand. */
export function golden(template: SchemeTemplate, rows: readonly GoldenRow[], rollUp?: ScoreResult['rollUp']) {
  describe(template.id, () => {
    const scheme = template.forYear(YEAR)
    test('is a valid scheme over its facts', () => {
      expect(
        checkScheme(
          scheme,
          template.facts.map(each => each.id),
        ),
      ).toEqual({ scheme })
    })
    const result = score(scheme, inputOf(rows))
    test.each(rows.map((row, i) => ({ ...row, i })))('$why', ({ i, expect: expected }) => {
      expect(result.results[i]).toMatchObject(expected)
    })
    test('reads every column given', () => {
      expect(result.problems).toEqual([])
    })
    if (rollUp) test('rolls up', () => expect(result.rollUp).toEqual(rollUp))
  })
}
