import type { Scheme } from './format.ts'
import type { ScoreInput } from './input.ts'
import { toNumber } from './rational.ts'
import { resultOf, type ScoreResult } from './result.ts'
import { type Computation, compute, decimalsOf } from './stages/compute.ts'
import { type Trace, traceOf } from './trace.ts'

export type { FactRow, RatingRow, RulingRow, ScoreInput } from './input.ts'
export type { ResultRow, ScoreResult } from './result.ts'

function project({ scheme, workings, rollUp, problems }: Computation): ScoreResult {
  const decimals = decimalsOf(scheme)
  return {
    scheme: scheme.scheme,
    version: scheme.version,
    results: workings.map(each => resultOf(scheme, each)),
    rollUp: Object.fromEntries(
      [...rollUp].map(([scope, units]) => [
        scope,
        units.map(({ unit, total }) => ({ unit, total: toNumber(total, decimals) })),
      ]),
    ),
    problems,
  }
}

/** Scores a checked scheme. Exact, rounded once; the order of ratings never matters. Throws InvalidInput. */
export const score = (scheme: Scheme, input: ScoreInput): ScoreResult => project(compute(scheme, input))

/** How one subject came to its result; null for a subject the facts do not name. Throws InvalidInput. */
export function explain(scheme: Scheme, input: ScoreInput, subject: string): Trace | null {
  return explainer(scheme, input)(subject)
}

/** `explain` for many subjects of one input. Throws InvalidInput. */
export function explainer(scheme: Scheme, input: ScoreInput): (subject: string) => Trace | null {
  const { workings } = compute(scheme, input)
  return subject => {
    const working = workings.find(each => each.row.subject === subject)
    return working ? traceOf(scheme, working, resultOf(scheme, working)) : null
  }
}
