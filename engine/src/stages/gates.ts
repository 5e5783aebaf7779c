import { EVERYONE, type Gate } from '../format.ts'
import type { FactRow, Reading } from '../input.ts'
import { ceil, compare, fromNumber, multiply, type Rational, rational } from '../rational.ts'
import { exactShare } from './ladder.ts'
import type { Scored } from './standing.ts'

export interface GateOutcome {
  kind: 'veto' | 'gate'
  gate: Gate
  /** The number the condition looked at; null when missing, which meets nothing. */
  value: Rational | null
  met: boolean
  /** The recorded decision that lifts it, or null. */
  liftedBy: string | null
}

/** Met and not lifted: it has its effect. */
export const holds = (outcome: GateOutcome) => outcome.met && outcome.liftedBy === null

type Found = Pick<GateOutcome, 'value' | 'met'>

function meetsFact(row: FactRow, when: Exclude<Gate['when'], { bottom: unknown }>, reading: Reading): Found {
  const value = reading.number(row, when.fact)
  if (value === null) return { value, met: false }
  const met =
    'atLeast' in when ? compare(value, fromNumber(when.atLeast)) >= 0 : compare(value, fromNumber(when.below)) < 0
  return { value, met }
}

/** The ceil(share × n) lowest of each unit, those equal to the last of them included. */
function bottomOf(scored: readonly Scored[], when: Extract<Gate['when'], { bottom: unknown }>, reading: Reading) {
  const scope = when.scope ?? EVERYONE
  const valued = scored.flatMap(({ row, total }) => {
    const value = when.of === 'total' ? total : reading.number(row, when.of)
    return value === null ? [] : [{ row, value }]
  })
  const found = new Map<FactRow, Found>()
  for (const members of Map.groupBy(valued, each => reading.unit(each.row, scope)).values()) {
    const places = ceil(multiply(exactShare(when.bottom), rational(BigInt(members.length))))
    const edge = members.map(each => each.value).sort(compare)[places - 1]
    for (const { row, value } of members)
      found.set(row, { value, met: edge !== undefined && compare(value, edge) <= 0 })
  }
  return found
}

/** What one veto or gate finds for each scored subject. */
export function testGate(kind: GateOutcome['kind'], gate: Gate, scored: readonly Scored[], reading: Reading) {
  const { when } = gate
  const bottom = 'bottom' in when ? bottomOf(scored, when, reading) : null
  const find = (row: FactRow): Found =>
    'bottom' in when ? (bottom?.get(row) ?? { value: null, met: false }) : meetsFact(row, when, reading)
  return new Map<FactRow, GateOutcome>(
    scored.map(({ row }) => [row, { kind, gate, ...find(row), liftedBy: reading.ruling(row, gate.id) }]),
  )
}
