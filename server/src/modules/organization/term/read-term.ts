import type { Term, UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { addMonths } from '@jiannuo/rules/day.ts'
import { term as rule } from '@jiannuo/rules/organization/office/term.ts'
import type { OrganizationKind } from '@jiannuo/rules/organization/verdict.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Unit } from '../sql.ts'
import * as sql from './sql.ts'

const KINDS: readonly UnitKind[] = ['organCommittee', 'generalBranch', 'branch', 'jointBranch']
export const hasTermRule = (kind: UnitKind): kind is OrganizationKind => KINDS.includes(kind)

/** The term a unit's body serves on the day; null when none is recorded. */
export async function termOn(tx: Tx, authorityId: string, unit: Unit, day: Day): Promise<Term | null> {
  const row = await sql.termOf(tx, authorityId, unit.id, day)
  return row ? withClock(row, unit.kind, day) : null
}

/** Adds where the term stands on the day. Kinds the rule does not name run by their recorded end alone, with the same half year. */
export function withClock({ unitId: _, ...row }: sql.TermRow, kind: UnitKind, day: Day): Term {
  const extension = row.extendedUntil ? { until: row.extendedUntil, approved: true } : null
  // The rule is asked as of today's text: before it began, the recorded end alone decides.
  if (hasTermRule(kind) && day >= (rule.versions[0]?.from ?? day)) {
    const outcome = rule.at(day).compute({ kind, electedOn: row.from, recordedEnd: row.until, extension, today: day })
    if (outcome.kind === 'value') return { ...row, clock: outcome.value.state }
  }
  const until = row.extendedUntil ?? row.until
  return {
    ...row,
    clock:
      day >= until ? 'overdue' : day >= row.until ? 'extended' : day >= addMonths(row.until, -6) ? 'due' : 'running',
  }
}

/** The end a new term has by the rule; null when no rule speaks of this kind or of that day. */
export function endByRule(kind: UnitKind, from: Day): Day | null {
  const first = rule.versions[0]
  if (!hasTermRule(kind) || !first || from < first.from) return null
  const outcome = rule.at(from).compute({ kind, electedOn: from, recordedEnd: null, extension: null, today: from })
  return outcome.kind === 'value' ? outcome.value.endsOn : null
}
