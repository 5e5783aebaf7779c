import { unitsOf } from '@jiannuo/engine/columns/columns.ts'
import { columnsOf } from '@jiannuo/engine/columns/from-rows.ts'
import { EVERYONE } from '@jiannuo/engine/format.ts'
import { InvalidInput } from '@jiannuo/engine/input.ts'
import { compile } from '@jiannuo/engine/plan/compile.ts'
import { type Outcome, run } from '@jiannuo/engine/plan/run.ts'
import { resultAt } from '@jiannuo/engine/result.ts'
import type { ScoreInput } from '@jiannuo/engine/score.ts'
import { type Trace, traceAt } from '@jiannuo/engine/trace.ts'
import { z } from 'zod'
import { fail } from '../../../../platform/http/fail.ts'
import type { SchemeRow } from '../../scheme/sql.ts'

/** What a computation gave one unit; nothing of it is decided. */
export interface Reckoned {
  unitId: string
  total: number | null
  ranks: Record<string, number>
  proposed: string | null
  proposedStars: number | null
  light: 'green' | 'yellow' | 'red' | null
  toBeDecided: boolean
  tiedGrades: string[]
  tiedStars: number[]
  ungraded: boolean
  blocked: string[]
  /** Vetoes and gates met and not lifted. */
  limits: string[]
  barred: string[]
}

/** Seats of a capped grade or number of stars within one unit of the cap's scope. */
export const Place = z.object({
  kind: z.enum(['grade', 'stars']),
  rung: z.string(),
  scope: z.string(),
  unit: z.string(),
  seats: z.number(),
  of: z.number(),
  tied: z.number(),
})
export type Place = z.output<typeof Place>

/** Runs the scheme on the input. Fails FACTS_UNFIT, naming the first thing that cannot be scored. */
export function runOn({ document }: Pick<SchemeRow, 'document'>, input: ScoreInput): Outcome {
  try {
    return run(compile(document), columnsOf(document, input))
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const [first] = error.errors
    return fail('FACTS_UNFIT', {
      zh: `数据不能计算：${first?.zh ?? ''}`,
      en: `The input cannot be scored: ${first?.en ?? ''}`,
    })
  }
}

const tiedAt = ({ rungs }: Outcome['grades'], row: number): number[] =>
  rungs.flatMap(({ tied }, rung) => (tied?.[row] === 1 ? [rung] : []))

/** What every unit of a run got, in the order of the input. */
export const reckonedOf = (outcome: Outcome): Reckoned[] =>
  outcome.columns.subjects.map((unitId, row) => {
    const { subject: _, base: __, factor: ___, vetoes: ____, ...result } = resultAt(outcome, row)
    const { grade, stars, toBeDecided, blocked, ...rest } = result
    const { plan, gates } = outcome
    const { scheme } = plan
    return {
      ...rest,
      unitId,
      proposed: grade,
      proposedStars: stars,
      toBeDecided: toBeDecided ?? false,
      tiedGrades: tiedAt(outcome.grades, row).map(rung => scheme.grades![rung]!.grade),
      tiedStars: tiedAt(outcome.stars, row).map(rung => scheme.stars![rung]!.stars),
      ungraded: outcome.ungraded[row] === 1,
      blocked: blocked?.split(', ') ?? [],
      limits: plan.gates
        .filter((_, i) => gates.met[i]![row] === 1 && !gates.lifted[i]!.has(row) && blocked === null)
        .map(({ gate }) => gate.id),
    }
  })

/** Every cap with its seats, unit by unit of its scope. */
export function placesOf({ plan: { scheme }, columns, grades, stars }: Outcome): Place[] {
  const ladders = [
    ...(scheme.grades ?? []).map((each, rung) => ({
      kind: 'grade' as const,
      name: each.grade,
      each,
      at: grades.rungs[rung],
    })),
    ...(scheme.stars ?? []).map((each, rung) => ({
      kind: 'stars' as const,
      name: String(each.stars),
      each,
      at: stars.rungs[rung],
    })),
  ]
  return ladders.flatMap(({ kind, name, each, at }) => {
    if (!each.cap || !at?.cap) return []
    const scope = each.cap.scope ?? EVERYONE
    const { cap, tied } = at
    return unitsOf(columns, scope).names.map((unit, i) => ({
      ...{ kind, rung: name, scope, unit, seats: cap.places[i]!, of: cap.sizes[i]! },
      tied: tied ? tied.reduce((sum, mark, row) => sum + (mark === 1 && cap.units[row] === i ? 1 : 0), 0) : 0,
    }))
  })
}

/** How one unit came to its result; null when it is not in the run. */
export function traceOf(outcome: Outcome, unitId: string): Trace | null {
  const row = outcome.columns.rowOf.get(unitId)
  return row === undefined ? null : traceAt(outcome, row)
}
