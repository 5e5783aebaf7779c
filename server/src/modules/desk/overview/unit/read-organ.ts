import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { BranchRow, PledgeCounts } from '@jiannuo/contract/desk/overview.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { addMonths, daysBetween } from '@jiannuo/rules/day.ts'
import { term as termRule } from '@jiannuo/rules/organization/office/term.ts'
import type { OrganizationKind } from '@jiannuo/rules/organization/verdict.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { currentCycle } from '../../../cycle/index.ts'
import { memberCounts } from '../../../organization/index.ts'
import { remindedOn, reviewsWaiting, standByUnit, type WaitingReview } from '../../../pledge/index.ts'
import { countsOf, NO_COUNTS, sumCounts } from '../counts.ts'
import * as sql from '../sql.ts'
import { yearNow } from '../year-now.ts'
import { type BranchFacts, nextThing, troubles } from './branch-reason.ts'

/** My branches in one table (R0.4, R2.4): those that need a word first, the others after, each with why or what comes next. */
export async function readOrgan({ tx, actor, today }: Change) {
  const unitId = actor.capacity.unitId!
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const heads = await sql.branchHeads(tx, unitId, today)
  const members = await memberCounts(tx, today)
  const units = cycle ? await standByUnit(tx, cycle, today) : []
  const reviews = await reviewsWaiting(tx, today)
  const stuck = cycle ? await sql.stuckRows(tx, cycle.id, today) : []
  const counts = new Map(units.map(u => [u.unit_id, countsOf(u)]))
  const reminded = await remindedOn(tx, actor.authorityId, today)
  const branches = heads.map(head => {
    const waiting = reviews.filter(r => r.reviewer_unit_id === head.unit_id)
    const facts = factsOf(head, counts.get(head.unit_id) ?? NO_COUNTS, waiting, stuck, today)
    return rowOf(
      head,
      facts,
      {
        toReview: waiting.length,
        members: members.get(head.unit_id)?.members ?? 0,
        reminded: reminded.has(head.unit_id),
      },
      cycle,
      today,
    )
  })
  const roster = await sql.rosterFigures(tx, today)
  const own = reviews.filter(r => r.reviewer_unit_id === unitId)
  return {
    unitName: actor.capacity.unitName,
    now: yearNow(cycle, today),
    members: roster.members,
    inService: roster.in_service,
    total: sumCounts([...counts.values()]),
    mine: {
      waiting: own.length,
      risen: own.filter(r => r.risen).length,
      late: own.filter(r => isLate(r, today)).length,
    },
    branches: branches.sort(
      (a, b) => Number(b.attention) - Number(a.attention) || (a.attention ? b.late - a.late || b.red - a.red : 0),
    ),
  }
}

function factsOf(
  head: sql.BranchHead,
  counts: PledgeCounts,
  waiting: readonly WaitingReview[],
  stuck: readonly sql.StuckRow[],
  today: Day,
): BranchFacts {
  const here = stuck.filter(s => s.unit_id === head.unit_id)
  return {
    ...counts,
    secretary: head.secretary,
    late: waiting.filter(r => isLate(r, today)).length,
    waitingDays: Math.max(0, ...waiting.map(r => daysBetween(r.submitted_on, today))),
    term: termOf(head, today),
    returnedSince: here.find(s => s.kind === 'returned')?.since_on ?? null,
    rectificationsLate: here.find(s => s.kind === 'rectification')?.things ?? 0,
  }
}

export const isLate = (r: WaitingReview, today: Day) => r.due_on !== null && r.due_on < today

function rowOf(
  head: sql.BranchHead,
  facts: BranchFacts,
  more: Pick<BranchRow, 'toReview' | 'members' | 'reminded'>,
  cycle: Cycle | null,
  today: Day,
): BranchRow {
  const found = cycle ? troubles(facts, cycle, today) : []
  const [first, second] = found
  const next = cycle ? nextThing(facts, cycle, today) : { zh: '还没有建好年度', en: 'No year is set up yet' }
  return {
    ...facts,
    ...more,
    unitId: head.unit_id,
    name: head.unit_name,
    kind: head.unit_kind,
    attention: first !== undefined,
    reason: first
      ? {
          zh: [first, second].flatMap(t => t?.zh ?? []).join('；'),
          en: [first, second].flatMap(t => t?.en ?? []).join('; '),
        }
      : next,
  }
}

const RULED: readonly string[] = [
  'organCommittee',
  'generalBranch',
  'branch',
  'jointBranch',
] satisfies OrganizationKind[]
const isRuled = (kind: string): kind is OrganizationKind => RULED.includes(kind)

/** Where the term stands: by the rule of terms, for kinds it does not name by the recorded end with the same half year. */
function termOf(head: sql.BranchHead, today: Day): BranchFacts['term'] {
  const { unit_kind: kind, term_from: electedOn, term_until: recordedEnd, term_extended: extended } = head
  if (!electedOn || !recordedEnd) return null
  const endsOn = extended ?? recordedEnd
  if (isRuled(kind)) {
    const outcome = termRule.at(today).compute({
      kind,
      electedOn,
      recordedEnd,
      extension: extended ? { until: extended, approved: true } : null,
      today,
    })
    if (outcome.kind === 'value') return { endsOn, clock: outcome.value.state }
  }
  return {
    endsOn,
    clock:
      today >= endsOn
        ? 'overdue'
        : today >= recordedEnd
          ? 'extended'
          : today >= addMonths(recordedEnd, -6)
            ? 'due'
            : 'running',
  }
}
