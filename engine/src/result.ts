import type { Scheme } from './format.ts'
import type { Message } from './input.ts'
import { ONE, type Rational, toNumber } from './rational.ts'
import { decimalsOf, type Working } from './stages/compute.ts'
import { holds } from './stages/gates.ts'

const FINE = 6

/** One subject as files carry it; a blocked one has its reason in `blocked`, all else null or empty. */
export interface ResultRow {
  subject: string
  total: number | null
  /** What the coupling starts from, to 6 decimals, like `factor`. */
  base: number | null
  factor: number | null
  ranks: Record<string, number>
  grade: string | null
  /** Equal candidates straddle a cap: the meeting decides; the grade or stars shown are provisional. */
  toBeDecided: boolean | null
  light: 'green' | 'yellow' | 'red' | null
  stars: number | null
  /** Vetoes (not gates) met and not lifted. */
  vetoes: string[]
  /** Awards that vetoes and gates bar from. */
  barred: string[]
  blocked: string | null
}

export interface ScoreResult {
  scheme: string
  version: number
  results: ResultRow[]
  rollUp: Record<string, { unit: string; total: number }[]>
  /** Remarks that stop nothing. */
  problems: Message[]
}

/** A working as files carry it. */
export function resultOf(scheme: Scheme, working: Working): ResultRow {
  const { base } = working
  const holding = working.gates.filter(holds).map(each => each.gate)
  const inOrder = [...(scheme.vetoes ?? []), ...(scheme.gates ?? [])].filter(gate => holding.includes(gate))
  const number = (value: Rational | null, decimals: number) => (value === null ? null : toNumber(value, decimals))
  const gradeRung = working.grade?.rung ?? null
  const starRung = working.stars?.rung ?? null
  const isBlocked = base.base === null
  return {
    subject: working.row.subject,
    total: number(working.total, decimalsOf(scheme)),
    base: number(base.base, FINE),
    factor: isBlocked ? null : number(working.coupling?.factor ?? ONE, FINE),
    ranks: Object.fromEntries(working.ranks.map(each => [each.scope, each.rank])),
    grade: gradeRung === null ? null : (scheme.grades?.[gradeRung]?.grade ?? null),
    toBeDecided: isBlocked ? null : Boolean(working.grade?.tied || working.stars?.tied),
    light: working.light,
    stars: starRung === null ? null : (scheme.stars?.[starRung]?.stars ?? null),
    vetoes: inOrder.filter(gate => scheme.vetoes?.includes(gate)).map(gate => gate.id),
    barred: [...new Set(inOrder.flatMap(gate => gate.bars ?? []))],
    blocked: isBlocked ? base.blocked.map(each => each.code).join(', ') : null,
  }
}
