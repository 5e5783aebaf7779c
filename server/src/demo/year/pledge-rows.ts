import type { CopyValue } from '../../platform/database/copy.ts'
import type { Unit } from '../organization.ts'
import type { People } from '../people.ts'
import type { Random } from '../random.ts'
import type { Pledge } from './pledges.ts'

export interface Rows {
  table: string
  columns: string[]
  rows: CopyValue[][]
}

const at = (day: string, hour = 2) => `${day}T0${hour}:00:00Z`
const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** The rows of the pledges' tables, in an order that keeps references right. */
export function pledgeRows(
  random: Random,
  pledges: Pledge[],
  people: People,
  cycles: Record<number, string>,
  today: string,
): Rows[] {
  const deciders = decidersOf(people)
  const notices = gatherNotices(random, pledges, cycles)
  const noticeOf = new Map(notices.flatMap(n => n.pledges.map(p => [p, n.id] as const)))
  const thisYear = pledges.filter(p => p.state !== 'closed') // of last year the filed result is enough
  const decided = thisYear.filter(p => p.approvedOn)
  const reviewedBy = (p: Pledge) => deciders.get(p.reviewer) ?? p.member.id
  return [
    {
      table: 'disclosure_notice',
      columns: [
        'id',
        'subject',
        'unit_id',
        'reviewer_unit_id',
        'title',
        'object_ids',
        'opens_on',
        'closes_on',
        'state',
        'opened_by',
        'opened_at',
        'closed_at',
      ],
      rows: notices.map(n => [
        n.id,
        'pledge',
        n.unit.id,
        n.reviewer.id,
        n.title,
        n.pledges.map(p => p.id),
        n.opensOn,
        n.closesOn,
        n.closesOn > today ? 'open' : 'closed',
        deciders.get(n.reviewer) ?? n.pledges[0]!.member.id,
        at(n.opensOn),
        n.closesOn > today ? null : at(n.closesOn, 1),
      ]),
    },
    {
      table: 'pledge_pledge',
      columns: [
        'id',
        'cycle_id',
        'level',
        'person_id',
        'unit_id',
        'reviewer_unit_id',
        'state',
        'submitted_at',
        'review_due_on',
        'approved_at',
        'approved_by',
        'notice_id',
        'in_force_on',
        'saved_at',
      ],
      rows: pledges.map(p => [
        p.id,
        cycles[p.year]!,
        p.level,
        p.member.id,
        p.unit.id,
        p.reviewer.id,
        p.state,
        p.submittedOn && at(p.submittedOn),
        p.submittedOn && later(p.submittedOn, 7),
        p.approvedOn && at(p.approvedOn),
        p.approvedOn && reviewedBy(p),
        noticeOf.get(p) ?? null,
        p.inForceOn,
        at(p.submittedOn ?? `${p.year}-02-08`),
      ]),
    },
    {
      table: 'pledge_item',
      columns: [
        'id',
        'pledge_id',
        'position',
        'kind',
        'title',
        'target',
        'unit',
        'measures',
        'due_on',
        'weight',
        'state',
        'achieved',
        'done_on',
      ],
      rows: pledges.flatMap(p =>
        p.items.map((i, n) => [
          i.id,
          p.id,
          n + 1,
          i.kind,
          i.title,
          i.target,
          i.unit,
          i.measures,
          i.dueOn,
          i.weight,
          i.state,
          i.achieved,
          i.state === 'done' ? doneOn(random, p, i.dueOn, today) : null,
        ]),
      ),
    },
    {
      table: 'pledge_review',
      columns: ['id', 'pledge_id', 'round', 'decision', 'reason', 'items_then', 'decided_by', 'decided_at'],
      rows: [
        ...decided.map(p => review(random, p, 'approved', reviewedBy(p), p.approvedOn!)),
        ...pledges.filter(p => p.state === 'returned').map(p => review(random, p, 'returned', reviewedBy(p), today)),
      ],
    },
    {
      table: 'pledge_progress',
      columns: ['id', 'pledge_id', 'item_id', 'on_day', 'achieved', 'statement', 'source', 'written_by', 'written_at'],
      rows: thisYear.flatMap(p => p.items.filter(i => i.achieved > 0).map(i => progress(random, p, i, today))),
    },
    {
      table: 'pledge_midyear',
      columns: ['id', 'pledge_id', 'unit_id', 'note', 'checked_by', 'checked_at', 'confirmed_by', 'confirmed_at'],
      rows: thisYear
        .filter(p => p.midYearOn)
        .map(p => [
          random.uuid(),
          p.id,
          p.unit.id,
          '',
          p.member.id,
          at(p.midYearOn!),
          ...(random.chance(0.6) ? [reviewedBy(p), at(p.midYearOn!, 8)] : [null, null]),
        ]),
    },
    {
      table: 'pledge_report',
      columns: ['id', 'cycle_id', 'pledge_id', 'person_id', 'unit_id', 'text', 'state', 'saved_at', 'submitted_at'],
      rows: pledges
        .filter(p => p.state === 'closed')
        .map(p => [
          random.uuid(),
          cycles[p.year]!,
          p.id,
          p.member.id,
          p.unit.id,
          reportText(p),
          'submitted',
          at(`${p.year}-12-10`),
          at(`${p.year}-12-10`, 3),
        ]),
    },
  ]
}

const doneOn = (random: Random, p: Pledge, dueOn: string, today: string) =>
  random.day(p.inForceOn ?? `${p.year}-04-01`, dueOn < today ? dueOn : today)

const review = (random: Random, p: Pledge, decision: string, by: string, day: string): CopyValue[] => {
  const items = p.items.map(i => ({
    id: i.id,
    kind: i.kind,
    title: i.title,
    target: String(i.target),
    unit: i.unit,
    measures: i.measures,
    dueOn: i.dueOn,
    weight: i.weight,
    dutyId: null,
  }))
  return [
    random.uuid(),
    p.id,
    1,
    decision,
    decision === 'returned' ? '第1项请写清楚分几步、每步什么时候完成。' : null,
    JSON.stringify(items),
    by,
    at(day, 8),
  ]
}

function progress(random: Random, p: Pledge, item: Pledge['items'][number], today: string): CopyValue[] {
  const day = random.day(p.inForceOn && p.inForceOn < today ? p.inForceOn : `${p.year}-04-01`, today)
  return [
    random.uuid(),
    p.id,
    item.id,
    day,
    item.achieved,
    `已完成${item.achieved}${item.unit}${item.state === 'done' ? '，全部办完' : '，其余按月推进'}。`,
    'person',
    p.member.id,
    at(day, 6),
  ]
}

function reportText(p: Pledge): string {
  const done = p.items.filter(i => i.state === 'done').length
  return `${p.year}年承诺${p.items.length}项，完成${done}项。${p.items.map(i => `${i.title}：做到${i.achieved}${i.unit}。`).join('')}不足之处是前松后紧，明年按月安排。`
}

interface Notice {
  id: string
  unit: Unit
  reviewer: Unit
  title: string
  opensOn: string
  closesOn: string
  pledges: Pledge[]
}

/** One notice per unit, reviewer and year for the pledges in force or closed, and one for those on notice now. */
function gatherNotices(random: Random, pledges: Pledge[], cycles: Record<number, string>): Notice[] {
  const groups = Map.groupBy(
    pledges.filter(p => p.inForceOn || p.state === 'onNotice'),
    p => [p.unit.id, p.reviewer.id, p.level, cycles[p.year], p.inForceOn ? 'past' : 'now'].join(' '),
  )
  return [...groups.values()].map(list => {
    const first = list[0]!
    const closesOn = first.inForceOn ?? '2026-07-13'
    const opensOn = first.inForceOn ? later(first.inForceOn, -7) : '2026-07-06'
    return {
      id: random.uuid(),
      unit: first.unit,
      reviewer: first.reviewer,
      title: `${first.unit.name}${first.year}年承诺公示`,
      opensOn,
      closesOn,
      pledges: list,
    }
  })
}

/** Who decides for a unit: its secretary, else a deputy, else its first staff member. */
function decidersOf(people: People): Map<Unit, string> {
  const deciders = new Map<Unit, string>()
  for (const kind of [
    'workCommitteeStaff',
    'organizationDepartmentStaff',
    'deputySecretary',
    'fullTimeDeputySecretary',
    'secretary',
  ])
    for (const post of people.posts) if (post.kind === kind) deciders.set(post.unit, post.member.id)
  return deciders
}
