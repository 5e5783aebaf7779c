import { counted } from '@jiannuo/contract/counted.ts'
import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { StuckThing } from '@jiannuo/contract/desk/overview.ts'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import { daysBetween } from '@jiannuo/rules/day.ts'
import { both } from '../../../../platform/http/serve.ts'
import type { OrganStand, WaitingReview } from '../../../pledge/index.ts'
import type { StuckRow } from '../sql.ts'
import { phaseOf, sayShort } from '../year-now.ts'

interface Words {
  what: (things: number) => Both
  remedy: Both
  /** From so many days on it is severe. */
  severeFrom: number
}
const WORDS: Record<StuckRow['kind'] | 'unsubmitted', Words> = {
  returned: {
    what: n => both(`${n}份承诺退回后没有再交`, `${counted(n, 'returned pledge')} not submitted again`),
    remedy: both('请本人修改再交', 'The author mends and submits'),
    severeFrom: 30,
  },
  rectification: {
    what: n => both(`${n}项整改超期`, `${counted(n, 'rectification')} past due`),
    remedy: both('限时整改', 'Rectify within a set time'),
    severeFrom: 10,
  },
  term: {
    what: () => both('任期已满，还未换届', 'Term ended, not renewed'),
    remedy: both('报请换届或延期', 'Request renewal or extension'),
    severeFrom: 180,
  },
  objection: {
    what: n => both(`${n}件异议超过答复时限`, `${counted(n, 'objection')} past the time for an answer`),
    remedy: both('限时书面答复', 'Answer in writing within a set time'),
    severeFrom: 1,
  },
  unsubmitted: {
    what: n => both(`${n}人没有提交承诺`, `${n} people have not submitted a pledge`),
    remedy: both('提醒，仍可补交', 'Reminded; they still can'),
    severeFrom: 30,
  },
}
/** A returned pledge rests a week, and an organ has twenty for one, before the city asks about it. */
const REST_DAYS = 7
const SEVERE_REVIEW = 5

/** What stands still in the city: whose it is, for how many days, and the remedy that applies now; the severe first, then the longest. */
export function stuckThings(
  reviews: readonly WaitingReview[],
  rows: readonly StuckRow[],
  organs: readonly OrganStand[],
  cycle: Cycle,
  today: Day,
): StuckThing[] {
  const things = [
    ...stuckReviews(reviews, today),
    ...rows.flatMap(row => stuckRow(row, today)),
    ...unsubmitted(organs, cycle, today),
  ]
  return things.sort(
    (a, b) =>
      Number(b.severe) - Number(a.severe) || b.days - a.days || b.things - a.things || a.where.localeCompare(b.where),
  )
}

function stuckReviews(reviews: readonly WaitingReview[], today: Day): StuckThing[] {
  const late = reviews.filter(r => r.risen || (r.due_on !== null && r.due_on < today))
  return [...Map.groupBy(late, r => r.reviewer_unit_id).values()].map(list => {
    const first = list[0]!
    const overdue = Math.max(0, ...list.map(r => (r.due_on ? daysBetween(r.due_on, today) : 0)))
    return {
      kind: 'review',
      unitId: first.reviewer_unit_id,
      what: both(`${list.length}份承诺等待审定`, `${counted(list.length, 'pledge waits', 'pledges wait')} for review`),
      where: first.reviewer_name,
      things: list.length,
      days: overdue > 0 ? overdue : Math.max(...list.map(r => daysBetween(r.submitted_on, today))),
      severe: overdue >= SEVERE_REVIEW,
      remedy: reviewRemedy(first, overdue),
    }
  })
}

function reviewRemedy(r: WaitingReview, overdue: number): Both {
  if (['workCommittee', 'districtWorkCommittee', 'cityCommittee'].includes(r.reviewer_kind) && overdue > 0)
    return both('已再次提醒审定人', 'The reviewer has been told again')
  if (overdue > 0) return both('今夜转上一级审定', 'Rises to the next level tonight')
  return both(
    `已由下级转来，${r.due_on ? sayShort(r.due_on).zh : ''}前审定`,
    `Risen from below, due ${r.due_on ? sayShort(r.due_on).en : 'now'}`,
  )
}

function stuckRow({ kind, unit_id, unit_name, things, since_on }: StuckRow, today: Day): StuckThing[] {
  const days = daysBetween(since_on, today)
  if (kind === 'returned' && days < REST_DAYS) return []
  const { what, remedy, severeFrom } = WORDS[kind]
  return [
    { kind, unitId: unit_id, what: what(things), where: unit_name, things, days, severe: days >= severeFrom, remedy },
  ]
}

function unsubmitted(organs: readonly OrganStand[], cycle: Cycle, today: Day): StuckThing[] {
  const days = daysBetween(phaseOf(cycle, 'pledging').until, today) + 1
  const { what, remedy, severeFrom } = WORDS.unsubmitted
  return organs.flatMap(o => {
    const things = o.unbegun + o.drafted
    if (days <= 0 || things * 20 < o.owed || things === 0) return []
    return [
      {
        kind: 'unsubmitted' as const,
        unitId: o.organ_id,
        what: what(things),
        where: o.organ_name,
        things,
        days,
        severe: days >= severeFrom,
        remedy,
      },
    ]
  })
}
