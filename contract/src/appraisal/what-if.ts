import { z } from 'zod'
import { PeriodId } from '../facts.ts'
import { route } from '../route.ts'
import { line, YearQuery } from '../values.ts'
import { FilingLevel } from './filing.ts'

const Count = z.number().int()

/** A column of few different values: `codes` point into `names`. */
const Coded = z.object({ names: z.array(z.string()), codes: z.array(Count) })

/**
 * Everything a level was scored from in one year, over all filed rounds, or of branches and organs in one period by one line of schemes, in columns of equal length: what the browser
 * needs to score the whole city by another scheme. Small pools stand as the filed inputs have them, already rounded.
 */
export const WhatIfInput = z.object({
  level: FilingLevel,
  year: Count,
  /** Of an assessment of units; null for persons, who are appraised for the year. */
  period: PeriodId.nullable(),
  /** Years with filed results of the level, newest first. */
  years: z.array(Count),
  /** Lines of schemes by which units were assessed in that period, the one with most units first; empty for persons. */
  lines: z.array(z.object({ id: z.string(), title: z.string(), units: Count })),
  /** The scheme most of these rounds were scored by. */
  scheme: z.object({ title: z.string(), version: Count, sha256: z.string(), document: z.json() }),
  subjects: z.array(z.object({ id: z.string(), name: z.string(), home: Count })),
  homes: z.array(z.string()),
  scopes: z.record(z.string(), Coded),
  /** Plain decimals or labels; null is missing. */
  facts: z.record(z.string(), z.array(z.string().nullable())),
  /** `subject` is the row in `subjects`. */
  ratings: z.object({ subject: z.array(Count), source: Coded, value: Coded, count: z.array(Count) }),
  rulings: z.array(
    z.object({ subject: Count, veto: z.string(), indicator: z.string().optional(), decision: z.string() }),
  ),
})
export type WhatIfInput = z.output<typeof WhatIfInput>

export const readWhatIf = route({
  method: 'GET',
  path: '/appraisal/what-if',
  summary: 'The filed inputs of a level in a year, over the whole city, to try another scheme on',
  query: z.strictObject({ level: FilingLevel, year: YearQuery.optional(), line: line(80).optional() }),
  reply: WhatIfInput,
  errors: ['NOTHING_FILED'],
})
