import { columnsOf, unreadColumns } from './columns/from-rows.ts'
import type { Scheme } from './format.ts'
import type { Message, ScoreInput } from './input.ts'
import { compile } from './plan/compile.ts'
import { run } from './plan/run.ts'
import { resultOf, type ScoreResult } from './result.ts'
import { type Trace, traceAt } from './trace.ts'

export type { FactRow, RatingRow, RulingRow, ScoreInput } from './input.ts'
export type { ResultRow, ScoreResult } from './result.ts'

const unread = (column: string): Message => ({
  zh: `方案不使用列“${column}”,已忽略`,
  en: `column "${column}" is not named by the scheme and was ignored`,
})

/** Scores a checked scheme. Exact, rounded once; the order of ratings never matters. Throws InvalidInput. */
export function score(scheme: Scheme, input: ScoreInput): ScoreResult {
  const result = resultOf(run(compile(scheme), columnsOf(scheme, input)))
  return { ...result, problems: [...unreadColumns(scheme, input.facts).map(unread), ...result.problems] }
}

/** How one subject came to its result; null for a subject the facts do not name. Throws InvalidInput. */
export function explain(scheme: Scheme, input: ScoreInput, subject: string): Trace | null {
  return explainer(scheme, input)(subject)
}

/** `explain` for many subjects of one input. Throws InvalidInput. */
export function explainer(scheme: Scheme, input: ScoreInput): (subject: string) => Trace | null {
  const outcome = run(compile(scheme), columnsOf(scheme, input))
  return subject => {
    const row = outcome.columns.rowOf.get(subject)
    return row === undefined ? null : traceAt(outcome, row)
  }
}
