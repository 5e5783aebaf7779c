import type { Level } from '@jiannuo/contract/values.ts'
import { addDays, daysBetween } from '@jiannuo/rules/day.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { both } from '../../../../platform/http/serve.ts'
import { currentCycle } from '../../../cycle/index.ts'
import { unitsOf, visibleUnits } from '../../../organization/index.ts'
import { countsFor, reviewsWaiting, standByOrgan, standByUnit, type WaitingReview } from '../../../pledge/index.ts'
import { countsOf, sumCounts } from '../counts.ts'
import { gradeRank, gradeTitle } from '../grade-title.ts'
import * as sql from '../sql.ts'
import { phaseOf, sayShort, yearNow } from '../year-now.ts'
import { isLate } from './read-organ.ts'

const SHOWN = 50
const LAGGING = 8

/** The unit of a leading Party group secretary at a glance: what he leads concretely, his own pledge, and what stands still with its clock. */
export async function readPartyGroup({ tx, actor, today }: Change) {
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const roster = await sql.rosterFigures(tx, today)
  const units = cycle ? await standByUnit(tx, cycle, today) : []
  const organs = cycle ? await standByOrgan(tx, cycle, today) : []
  const { own } = await countsFor(tx, actor, today)
  const visible = await visibleUnits(tx)
  const branches = (
    await unitsOf(tx, actor.authorityId, today, ['branch', 'jointBranch', 'temporaryOrganization', 'generalBranch'])
  ).filter(u => visible === null || visible.has(u.id))
  const names = new Map(branches.map(u => [u.id, u.name]))
  const stuck = (await reviewsWaiting(tx, today)).filter(r => isLate(r, today) || r.risen)
  const lagging = units
    .filter(u => u.red_items > 0 && names.has(u.unit_id))
    .sort((a, b) => b.red_items - a.red_items || a.unit_id.localeCompare(b.unit_id))
  return {
    unitName: actor.capacity.unitName,
    now: yearNow(cycle, today),
    own,
    pledgingEndsOn: cycle && addDays(phaseOf(cycle, 'pledging').until, -1),
    members: roster.members,
    inService: roster.in_service,
    branches: branches.length,
    total: sumCounts(units.map(countsOf)),
    organs: organs.map(o => ({ ...countsOf(o), unitId: o.organ_id, name: o.organ_name, adopted: o.adopted })),
    lagging: lagging.slice(0, LAGGING).map(u => ({
      unitId: u.unit_id,
      name: names.get(u.unit_id)!,
      red: u.red_items,
      redPeople: u.red_people,
      people: u.in_force,
    })),
    stuck: stuck.slice(0, SHOWN).map(r => stuckReview(r, today)),
    stuckAll: stuck.length,
    rounds: cycle ? await sql.rounds(tx, cycle.id) : [],
    grades: await gradesFiled(tx),
  }
}

function stuckReview(r: WaitingReview, today: string) {
  const overdueDays = r.due_on ? daysBetween(r.due_on, today) : 0
  return {
    pledgeId: r.pledge_id,
    level: r.level,
    personName: r.person_name,
    unitName: r.unit_name,
    reviewerName: r.reviewer_name,
    submittedOn: r.submitted_on,
    waitingDays: daysBetween(r.submitted_on, today),
    dueOn: r.due_on,
    overdueDays,
    risen: r.risen,
    next: nextOf(r, overdueDays),
  }
}

const LAST: readonly string[] = ['workCommittee', 'districtWorkCommittee', 'cityCommittee']

/** What happens to a review that stands still, if nobody does anything. */
function nextOf(r: WaitingReview, overdueDays: number) {
  if (overdueDays <= 0 && r.due_on)
    return both(
      `已转${r.reviewer_name}，${sayShort(r.due_on).zh}前审定`,
      `Risen to ${r.reviewer_name}, due ${sayShort(r.due_on).en}`,
    )
  return LAST.includes(r.reviewer_kind)
    ? both('已再次提醒审定人', 'The reviewer has been told again')
    : both('今夜转到上一级审定', 'Rises to the next level tonight')
}

const ORDER: readonly Level[] = ['organCommitteeSecretary', 'branchSecretary', 'member']

async function gradesFiled(tx: Change['tx']) {
  const rows = await sql.filedGrades(tx)
  const year = rows[0]?.year
  if (year === undefined) return null
  const ofLevel = (level: Level) =>
    rows
      .filter(r => r.level === level)
      .sort((a, b) => gradeRank(level, year, a.grade) - gradeRank(level, year, b.grade))
      .map(r => ({ grade: gradeTitle(level, year, r.grade), people: r.people }))
  return { year, levels: ORDER.map(level => ({ level, grades: ofLevel(level) })).filter(l => l.grades.length > 0) }
}
