import type { RatingRow } from '@jiannuo/engine/input.ts'
import {
  add,
  compare,
  divide,
  fromNumber,
  multiply,
  type Rational,
  rational,
  round,
  toDecimal,
  ZERO,
} from '@jiannuo/engine/rational.ts'

/** Slips of one grade; `value` is the grade's worth, 0…1, or the score it stands for. */
export interface GradeCount {
  grade: string
  value: number
  count: number
}

/** What may be shown of a pool; nothing else made from its slips may be, not even a total with known other parts. */
export type Release =
  | { kind: 'nothing' }
  | {
      kind: 'bands'
      /** Share of slips in the two best grades. */
      approval: 'from90' | 'from70' | 'below70'
      /** The rule outcome: the worst grade has more than a third of the slips. */
      worstOverThird: boolean
    }
  /** Best first; a cell may join adjacent grades. */
  | { kind: 'counts'; n: number; cells: { grades: string[]; count: number }[] }

/** Fewer slips than this are never opened; an authority may raise it, never lower it. */
export const SMALLEST_POOL = 5
/** From here on counts may be shown. */
export const OPEN_POOL = 10
const APPROVING = 2
const LONE = 2

const whole = (value: number): Rational => rational(BigInt(value))
const sizeOf = (pool: readonly GradeCount[]) => pool.reduce((n, each) => n + each.count, 0)

function checkPool(pool: readonly GradeCount[], smallest: number) {
  if (smallest < SMALLEST_POOL) throw new RangeError(`a pool below ${SMALLEST_POOL} is never opened: ${smallest}`)
  for (const { grade, count } of pool)
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${grade}: ${count} is no number of slips`)
}

function bandsOf(pool: readonly GradeCount[]): Release {
  const n = whole(sizeOf(pool))
  const approval = divide(whole(sizeOf(pool.slice(0, APPROVING))), n)
  const worst = divide(whole(pool.at(-1)?.count ?? 0), n)
  const reaches = (share: number) => compare(approval, fromNumber(share)) >= 0
  return {
    kind: 'bands',
    approval: reaches(0.9) ? 'from90' : reaches(0.7) ? 'from70' : 'below70',
    worstOverThird: compare(worst, rational(1n, 3n)) > 0,
  }
}

/** Joins a low grade of 1 or 2 slips with the next lower one that has any, else with the next better, until none is left. */
function mergedCells(pool: readonly GradeCount[]) {
  const cells = pool.map(({ grade, count }) => ({ grades: [grade], count }))
  for (;;) {
    const lone = cells.findLastIndex(({ count }, i) => i > 0 && count > 0 && count <= LONE)
    if (lone < 0) return cells
    const lower = cells[lone + 1]
    const upper = lower && lower.count > 0 ? lone : lone - 1
    const [better, worse] = cells.slice(upper, upper + 2)
    if (!better || !worse) return cells
    const joined = { grades: [...better.grades, ...worse.grades], count: better.count + worse.count }
    cells.splice(upper, 2, joined)
  }
}

/**
 * What a pool of slips may say without giving a rater away. `pool` lists every grade, the best first.
 * Below `smallest` slips nothing; 5–9 bands and the rule outcome; from 10 counts, low grades of 1 or 2 merged.
 * Throws RangeError on a count that is none and on a `smallest` below 5.
 */
export function releaseOf(pool: readonly GradeCount[], smallest: number = SMALLEST_POOL): Release {
  checkPool(pool, smallest)
  const n = sizeOf(pool)
  if (n < smallest) return { kind: 'nothing' }
  return n < OPEN_POOL ? bandsOf(pool) : { kind: 'counts', n, cells: mergedCells(pool) }
}

/** Mean worth of the slips rounded to a tenth of the full worth, half away from zero. */
function roundedMean(pool: readonly GradeCount[], outOf: number): string {
  const total = pool.map(each => multiply(fromNumber(each.value), whole(each.count))).reduce(add, ZERO)
  const full = fromNumber(outOf)
  const share = round(divide(total, multiply(whole(sizeOf(pool)), full)), 1)
  return toDecimal(multiply(share, full)) ?? ''
}

/**
 * The pool as the engine may see it: nothing below `smallest`, 5–9 slips as n times their mean rounded to a tenth, else
 * every grade with its count. `outOf` is the full worth of a slip. Throws RangeError like releaseOf.
 */
export function ratingsForEngine(
  subject: string,
  source: string,
  pool: readonly GradeCount[],
  smallest: number = SMALLEST_POOL,
  outOf = 1,
): RatingRow[] {
  checkPool(pool, smallest)
  const n = sizeOf(pool)
  if (n < smallest) return []
  if (n < OPEN_POOL) return [{ subject, source, value: roundedMean(pool, outOf), count: n }]
  return pool.map(({ grade, count }) => ({ subject, source, value: grade, count }))
}
