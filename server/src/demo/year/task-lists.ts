import type { CopyValue } from '../../platform/database/copy.ts'
import type { Organization, Unit } from '../organization.ts'
import type { Member, People } from '../people.ts'
import { Random } from '../random.ts'
import type { Rows } from './pledge-rows.ts'

const LIST = [
  'id',
  'unit_id',
  'kind',
  'title',
  'source',
  'source_on',
  'clause',
  'wording',
  'issued_on',
  'issued_at',
  'issued_by',
]
const ITEM = ['list_id', 'ordinal', 'title', 'demand', 'post', 'due_on', 'minutes']
const TASK = [
  'id',
  'list_id',
  'ordinal',
  'unit_id',
  'from_unit_id',
  'due_on',
  'state',
  'answer',
  'answered_on',
  'settled_at',
]
const EVENT = ['id', 'task_id', 'kind', 'step', 'text', 'made_on', 'made_at', 'made_by', 'made_for']

interface Listed {
  from: Unit
  kind: string
  title: string
  source: string
  sourceOn: string
  wording?: string
  issuedOn: string
  items: readonly { title: string; demand: string; post?: string; dueOn: string; minutes: number }[]
  to: readonly Unit[]
  /** Shares of those who have answered by today, and of these on time. */
  answered: number
  onTime: number
}

const ANSWERS = [
  '已完成，共查出问题三项，都已改好。',
  '已按要求办结，材料存支部档案。',
  '已完成；两项需长期坚持，列入下半年计划。',
  '已传达到全体党员，整改措施已公开。',
]

/** This year's lists of tasks in every state: an instruction to all organ committees, a list of the work committee to the branches of some organs, an organ's own list, a branch's decisions. Drawn apart, so that the rest of the city stays as it is. */
export function yearTaskLists(seed: number, o: Organization, people: People, today: string): Rows[] {
  const random = new Random(seed)
  const [lists, items, tasks, events]: [CopyValue[][], CopyValue[][], CopyValue[][], CopyValue[][]] = [[], [], [], []]
  const headOf = new Map<Unit, Member>()
  for (const post of people.posts)
    if (!headOf.has(post.unit) || post.kind === 'secretary') headOf.set(post.unit, post.member)
  const byOf = (unit: Unit) => (headOf.get(unit) ?? people.members[0]!).id

  const issue = (list: Listed) => {
    const id = random.uuid()
    lists.push([
      ...[id, list.from.id, list.kind, list.title, list.source, list.sourceOn, null, list.wording ?? ''],
      ...[list.issuedOn, `${list.issuedOn}T02:00:00Z`, byOf(list.from)],
    ])
    for (const [at, item] of list.items.entries()) {
      items.push([id, at + 1, item.title, item.demand, item.post ?? null, item.dueOn, item.minutes])
      for (const unit of list.to) tasks.push(taskOf(id, at + 1, list, unit, item.dueOn))
    }
  }

  const taskOf = (listId: string, ordinal: number, list: Listed, unit: Unit, dueOn: string): CopyValue[] => {
    const id = random.uuid()
    const event = (kind: string, step: string | null, text: string, on: string, by: Unit) =>
      events.push([random.uuid(), id, kind, step, text, on, `${on}T03:00:00Z`, byOf(by), by.id])
    if (list.kind === 'instruction' && random.chance(0.8))
      event('step', 'relay', '已在班子会上传达', random.day(list.issuedOn, min(dueOn, today)), unit)
    if (!random.chance(list.answered))
      return [id, listId, ordinal, unit.id, list.from.id, dueOn, 'open', null, null, null]
    const late = dueOn < today && !random.chance(list.onTime)
    const on = late ? random.day(dueOn, today) : random.day(list.issuedOn, min(dueOn, today))
    const settled = random.chance(0.8)
    const answer = random.pick(ANSWERS)
    event('answer', null, answer, on, unit)
    if (settled) event('settle', null, '', today, list.from)
    return [
      ...[id, listId, ordinal, unit.id, list.from.id, dueOn],
      ...[settled ? 'settled' : 'answered', answer, on, settled ? `${today}T01:00:00Z` : null],
    ]
  }

  issue({
    ...{ from: o.workCommittee, kind: 'instruction', title: '落实市委关于整治文山会海的批示' },
    ...{ source: '市委主要负责人批示', sourceOn: '2026-06-15', issuedOn: '2026-06-17' },
    wording: '对照年初承诺，查一查会议和文件多在哪里、能减多少，六月底报结果。',
    items: [
      {
        ...{
          title: '自查会议和文件数量',
          demand: '列出上半年会议、文件数量和压减安排',
          dueOn: '2026-06-30',
          minutes: 60,
        },
      },
      { title: '公开压减目标', demand: '下半年压减比例在单位内公开', dueOn: '2026-07-10', minutes: 20 },
    ],
    ...{ to: o.organs.map(organ => organ.committee), answered: 0.82, onTime: 0.85 },
  })
  issue({
    ...{ from: o.workCommittee, kind: 'problemList', title: '第二季度组织生活问题清单' },
    ...{ source: '第二季度督查通报', sourceOn: '2026-06-26', issuedOn: '2026-06-29' },
    items: [
      {
        ...{ title: '补开第二季度党员大会', demand: '补开并记录到会人数和决议', dueOn: '2026-07-15', minutes: 90 },
      },
    ],
    to: random.sample(
      o.grassroots.filter(unit => unit.kind === 'branch'),
      Math.max(4, Math.round(o.grassroots.length / 8)),
    ),
    ...{ answered: 0.55, onTime: 0.9 },
  })
  for (const organ of o.organs.filter(each => each.branches.length > 1)) {
    issue({
      ...{ from: organ.committee, kind: 'workList', title: '七月重点工作清单' },
      ...{ source: `${organ.committee.name}2026年下半年工作要点`, sourceOn: '2026-07-01', issuedOn: '2026-07-01' },
      items: [
        {
          title: '核对党员名册',
          demand: '本支部名册与系统一致，有出入的写明',
          post: 'organizationMember',
          dueOn: '2026-07-03',
          minutes: 20,
        },
        { title: '报送年中自查情况', demand: '逐项说明进展，落后的写明怎么补', dueOn: '2026-07-09', minutes: 30 },
        {
          title: '上一次廉洁微党课',
          demand: '时间、主讲人和到会人数',
          post: 'disciplineMember',
          dueOn: '2026-07-24',
          minutes: 45,
        },
      ],
      ...{ to: organ.branches, answered: 0.4, onTime: 0.8 },
    })
  }
  return [
    { table: 'supervision_list', columns: LIST, rows: lists },
    { table: 'supervision_item', columns: ITEM, rows: items },
    { table: 'supervision_task', columns: TASK, rows: tasks },
    { table: 'supervision_event', columns: EVENT, rows: events },
  ]
}

const min = (a: string, b: string) => (a < b ? a : b)
