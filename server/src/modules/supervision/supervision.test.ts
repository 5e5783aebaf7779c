import { readBranchDesk, readMyDesk, readWaiting } from '@jiannuo/contract/desk/desk.ts'
import { openMeeting, planMeeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import * as taskApi from '@jiannuo/contract/supervision/task.ts'
import { listTasks, readTask, type Task } from '@jiannuo/contract/supervision/task.ts'
import {
  issueTaskList,
  listTaskLists,
  previewTaskList,
  readTaskList,
  type TaskListDraft,
  withdrawTaskList,
} from '@jiannuo/contract/supervision/task-list.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../platform/jobs/run-job.ts'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import { remindTasks } from './index.ts'

// 2 March 2026 is a Monday; Qingming is off from 4 to 6 April.
let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-03-02')
})
afterAll(() => city?.close())

const item = { title: '自查机关作风', demand: '列出问题并说明怎么改', post: null, dueOn: '2026-03-12', minutes: 30 }
const draft = (change: Partial<TaskListDraft> = {}): TaskListDraft => ({
  ...{ kind: 'workList', title: '三月重点工作', source: '市委机关工委2026年第3次会议', sourceOn: null, clause: null },
  ...{ wording: '', meetingId: null, ofTaskId: null, items: [item] },
  to: { by: 'units', unitIds: [city.unit.a1, city.unit.a2] },
  ...change,
})
const issued = async (who: 'staff' | 'ocsA' | 'secA1', change: Partial<TaskListDraft> = {}) => {
  const answer = await city.as(who)(issueTaskList, { body: draft(change) })
  expect(answer.status, JSON.stringify(answer.problem)).toBe(200)
  return answer.body
}
const taskOf = async (who: 'secA1' | 'secA2' | 'ocsA', listId: string): Promise<Task> => {
  const { items } = (await city.as(who)(listTasks, { query: { listId, side: 'ours' } })).body
  return (await city.as(who)(readTask, { params: { taskId: items[0]!.id } })).body
}
const at = (task: { id: string }) => ({ params: { taskId: task.id } })
const titles = async (who: keyof TestCity['person'], kind: string) =>
  (
    await city.owner.query('select title_zh from inbox_item where person_id = $1 and kind like $2 order by sent_at', [
      city.person[who],
      kind,
    ])
  ).rows.map(row => row.title_zh)
const standing = async (unit: keyof TestCity['unit']) =>
  (
    await city.owner.query(
      `select kind, sum(value)::int as value from fact_entry where subject_id = $1 and kind like 'tasks%' group by kind order by kind`,
      [city.unit[unit]],
    )
  ).rows.map(row => `${row.kind} ${row.value}`)

describe('R2.10 a list of tasks', () => {
  it('says before sending what it asks and where a post is vacant, and writes nothing', async () => {
    const body = draft({
      items: [item, { ...item, post: 'organizationMember', minutes: 10 }],
      to: { by: 'kinds', unitKinds: ['branch'] },
    })
    const preview = (await city.as('ocsA')(previewTaskList, { body })).body
    expect(preview).toMatchObject({ units: 2, tasks: 4, minutes: 80, vacantOf: 1, alike: [] })
    expect(preview.vacant).toEqual([{ unitName: '工程支部', post: 'organizationMember', headless: false }])
    expect((await city.as('ocsA')(listTaskLists)).body.items).toEqual([])
  })

  it('goes to hundreds in one step; each unit sees its own, and answers roll up', async () => {
    const list = await issued('staff', { to: { by: 'kinds', unitKinds: ['branch'] } })
    expect(list).toMatchObject({ units: 4, counts: { tasks: 4, open: 4, red: 0, answered: 0 }, mayWithdraw: true })
    const seen = (await city.as('secA1')(readTaskList, { params: { listId: list.id } })).body
    expect(seen).toMatchObject({ units: 1, counts: { tasks: 1 }, mayWithdraw: false })
    expect((await city.as('ocsA')(readTaskList, { params: { listId: list.id } })).body.units).toBe(2)
    expect((await city.as('district')(readTaskList, { params: { listId: list.id } })).status).toBe(404)
    expect(await titles('secA1', 'task.issued')).toHaveLength(1)
    expect((await city.as('secA1')(listTaskLists, { query: { side: 'ours' } })).body.items).toHaveLength(1)

    const again = draft({ to: { by: 'kinds', unitKinds: ['branch'] } })
    expect((await city.as('staff')(previewTaskList, { body: again })).body.alike).toMatchObject([{ id: list.id }])

    const withdrawn = await city.as('staff')(withdrawTaskList, {
      params: { listId: list.id },
      body: { reason: '与另一清单重复' },
    })
    expect(withdrawn.body).toMatchObject({ withdrawn: true, counts: { tasks: 0 } })
    const twice = { params: { listId: list.id }, body: { reason: '重复' } }
    expect((await city.as('staff')(withdrawTaskList, twice)).problem.code).toBe('STATE_CONFLICT')
    expect((await taskOf('secA1', list.id)).light).toBe('grey')
  })

  it('goes only to what one leads, on working days, and says all that is wrong at once', async () => {
    const refusal = async (who: 'staff' | 'ocsA' | 'secA1', change: Partial<TaskListDraft>) =>
      (await city.as(who)(issueTaskList, { body: draft(change) })).problem
    const to = (...units: (keyof TestCity['unit'])[]) => ({
      to: { by: 'units' as const, unitIds: units.map(unit => city.unit[unit]) },
    })
    expect((await refusal('ocsA', to('a1', 'b1'))).code).toBe('TASK_RECIPIENTS')
    expect((await refusal('staff', to('d1'))).code).toBe('TASK_RECIPIENTS')
    expect((await refusal('secA1', to('ocA'))).code).toBe('TASK_RECIPIENTS')
    expect((await city.as('memA1')(issueTaskList, { body: draft() })).status).toBe(403)
    const wrong = await refusal('ocsA', {
      items: [
        { ...item, dueOn: '2026-04-05' },
        { ...item, dueOn: '2026-02-02' },
      ],
    })
    expect(wrong.errors).toEqual([
      { pointer: '/items/0/dueOn', detail: expect.stringContaining('最近的工作日是2026-04-07') },
      { pointer: '/items/1/dueOn', detail: expect.stringContaining('不早于今天') },
    ])
  })

  it('shows on the first screen of the branch, and to the committee member whose post it lies with', async () => {
    const list = await issued('ocsA', {
      title: '支部档案整理',
      items: [{ ...item, title: '整理党员档案', post: 'organizationMember' }],
      to: { by: 'units', unitIds: [city.unit.a1] },
    })
    const task = await taskOf('secA1', list.id)
    expect(task).toMatchObject({ holders: ['许知非'], standsIn: false, mayAnswer: true, maySettle: false })
    const desk = (await city.as('secA1')(readBranchDesk)).body
    expect(desk.asks).toContainEqual(
      expect.objectContaining({
        kind: 'doTask',
        title: { zh: '整理党员档案', en: '整理党员档案' },
        dueOn: '2026-03-12',
      }),
    )
    const mine = (await city.as('depA1', 'member')(readMyDesk)).body.asks
    expect(mine).toContainEqual(expect.objectContaining({ kind: 'doTask', link: `/tasks/${task.id}` }))
    const answer = { ...at(task), body: { text: '已整理完毕，缺两份转正材料，三月底补齐' } }
    expect((await city.as('memA1')(taskApi.answerTask, answer)).status).toBe(403)
    expect((await city.as('depA1', 'member')(taskApi.answerTask, answer)).body.state).toBe('answered')
    const waiting = (await city.as('ocsA')(readWaiting)).body
    expect(Object.values(waiting.pages)).toContainEqual(expect.objectContaining({ '/tasks': 1 }))
    expect((await city.as('secB1')(readTask, at(task))).status).toBe(404)
  })
})

describe('R4.4 a task', () => {
  it('turns yellow and red by working days, is green once answered, and its being late stays', async () => {
    const list = await issued('ocsA', { title: '按期办结', to: { by: 'units', unitIds: [city.unit.a2] } })
    const light = async () => (await taskOf('secA2', list.id)).light
    expect(await light()).toBe('green')
    // Three working days before Thursday the 12th is Monday the 9th.
    await city.moveTo('2026-03-06')
    expect(await light()).toBe('green')
    await city.moveTo('2026-03-09')
    expect(await light()).toBe('yellow')
    await runJob(city.platform, { name: 'remind-tasks', cron: '', run: remindTasks })
    await runJob(city.platform, { name: 'remind-tasks', cron: '', run: remindTasks })
    expect(await titles('secA2', 'task.soon%')).toEqual(['“自查机关作风”2026-03-12到期'])
    await city.moveTo('2026-03-13')
    await runJob(city.platform, { name: 'remind-tasks', cron: '', run: remindTasks })
    expect(await standing('a2')).toEqual(['tasksDue 1'])
    expect((await city.as('ocsA')(listTasks, { query: { side: 'asked', light: 'red' } })).body.items).toHaveLength(1)

    const task = await taskOf('secA2', list.id)
    expect(task).toMatchObject({ light: 'red', reason: { zh: expect.stringContaining('已超期1天') } })
    const answered = await city.as('secA2')(taskApi.answerTask, { ...at(task), body: { text: '查出三个问题，都已改' } })
    expect(answered.body).toMatchObject({ light: 'green', reason: { zh: '已答复，等待确认，迟了1天' } })
    const empty = await city.as('ocsA')(taskApi.settleTask, { ...at(task), body: { accepted: false } })
    expect(empty.problem.code).toBe('TASK_REASON')
    expect((await city.as('secA2')(taskApi.settleTask, { ...at(task), body: { accepted: true } })).status).toBe(403)
    const back = await city.as('ocsA')(taskApi.settleTask, {
      ...at(task),
      body: { accepted: false, text: '缺整改时间' },
    })
    expect(back.body).toMatchObject({ state: 'open', light: 'red', answer: null })
    expect(await titles('secA2', 'task.returned%')).toEqual(['“自查机关作风”退回：缺整改时间'])
    await city.as('secA2')(taskApi.answerTask, { ...at(task), body: { text: '三个问题三月底前改完' } })
    const settled = await city.as('ocsA')(taskApi.settleTask, { ...at(task), body: { accepted: true } })
    expect(settled.body).toMatchObject({ state: 'settled', reason: { zh: '已销号，迟了1天' } })
    expect(settled.body.events.map(each => each.kind)).toEqual(['answer', 'return', 'answer', 'settle'])
    expect(await standing('a2')).toEqual(['tasksDue 1'])
    const late = (await city.as('ocsA')(readTaskList, { params: { listId: list.id } })).body.counts
    expect(late).toMatchObject({ settled: 1, late: 1, red: 0 })
    await city.moveTo('2026-03-02')
  })

  it('is on time by the day of the answer, however late it is confirmed; two who answer at once count once', async () => {
    const list = await issued('ocsA', { title: '按时答复', to: { by: 'units', unitIds: [city.unit.a1] } })
    const task = await taskOf('secA1', list.id)
    const answers = await Promise.all(
      ['答复甲', '答复乙'].map(text => city.as('secA1')(taskApi.answerTask, { ...at(task), body: { text } })),
    )
    expect(answers.map(each => each.status).sort()).toEqual([200, 409])
    await city.moveTo('2026-03-20')
    await city.as('ocsA')(taskApi.settleTask, { ...at(task), body: { accepted: true } })
    await city.moveTo('2026-03-02')
    expect(await standing('a1')).toEqual(['tasksDue 1', 'tasksOnTime 1'])
  })

  it('may be given more time, and what fell due is taken back', async () => {
    const list = await issued('ocsA', { title: '延期', to: { by: 'units', unitIds: [city.unit.a2] } })
    const task = await taskOf('secA2', list.id)
    const before = await standing('a2')
    await city.moveTo('2026-03-16')
    await runJob(city.platform, { name: 'remind-tasks', cron: '', run: remindTasks })
    expect(await standing('a2')).not.toEqual(before)
    const extend = (dueOn: string) =>
      city.as('ocsA')(taskApi.extendTask, { ...at(task), body: { dueOn, reason: '等待上级批复' } })
    expect((await extend('2026-03-21')).problem.errors?.[0]?.pointer).toBe('/dueOn')
    expect((await extend('2026-03-20')).body).toMatchObject({ dueOn: '2026-03-20', light: 'green' })
    expect(await standing('a2')).toEqual(before)
    await city.moveTo('2026-03-02')
  })
})

describe('R2.2 an instruction', () => {
  it('is relayed, studied, broken down for the units below, and nothing of it stays unanswered', async () => {
    const list = await issued('staff', {
      ...{
        kind: 'instruction',
        title: '落实市委书记关于机关作风的批示',
        wording: '请各机关党委对照检查，三月底报结果。',
      },
      to: { by: 'kinds', unitKinds: ['organCommittee'] },
    })
    const task = await taskOf('ocsA', list.id)
    expect(task.course.map(each => each.title.zh)).toEqual(['传达', '学习研讨', '调查研究', '分解落实'])
    const plan = {
      kind: 'studyCentreGroup',
      title: '专题学习',
      day: '2026-03-02',
      at: '14:00',
      minutes: 60,
      place: '会议室',
    } as const
    const meeting = (await city.as('ocsA')(planMeeting, { body: plan })).body
    await city.as('ocsA')(openMeeting, { params: { meetingId: meeting.id } })
    const studied = await city.as('ocsA')(taskApi.noteStep, {
      ...at(task),
      body: { step: 'study', text: '班子集体学习批示', meetingId: meeting.id },
    })
    expect(studied.body.course[1]).toMatchObject({ step: 'study', doneOn: '2026-03-02' })
    expect(studied.body.events[0]).toMatchObject({ meeting: { id: meeting.id, title: '专题学习' }, by: '罗敏之' })
    const foreign = { step: 'study', text: '别人的会', meetingId: meeting.id } as const
    const other = await taskOf('ocsA', list.id)
    expect((await city.as('secA1')(taskApi.noteStep, { ...at(other), body: foreign })).status).toBe(404)

    const below = await issued('ocsA', {
      ...{ title: '各支部对照检查', ofTaskId: task.id },
      to: { by: 'kinds', unitKinds: ['branch'] },
    })
    const broken = (await city.as('ocsA')(readTask, at(task))).body
    expect(broken).toMatchObject({ brokenDown: [{ id: below.id, counts: { tasks: 2, open: 2 } }] })
    expect(broken.course[3]!.doneOn).toBe('2026-03-02')
    expect(
      (
        await city.as('secA1')(issueTaskList, {
          body: draft({ ofTaskId: task.id, to: { by: 'units', unitIds: [city.unit.a1] } }),
        })
      ).problem.code,
    ).toBe('TASK_SOURCE')
    // The city sees what became of it below, as far as numbers go.
    expect((await city.as('staff')(readTaskList, { params: { listId: below.id } })).body.counts.open).toBe(2)
  })

  it('R2.14 decisions of a meeting become tasks of the unit’s own posts', async () => {
    const plan = {
      kind: 'committeeMeeting',
      title: '支委会',
      day: '2026-03-02',
      at: '09:00',
      minutes: 60,
      place: '会议室',
    } as const
    const meeting = (await city.as('secA1')(planMeeting, { body: plan })).body
    const list = await issued('secA1', {
      ...{ kind: 'decision', title: '支委会决定', meetingId: meeting.id, source: '支委会' },
      to: { by: 'units', unitIds: [city.unit.a1] },
    })
    expect(list.meeting).toEqual({ id: meeting.id, title: '支委会' })
    const found = (await city.as('secA1')(listTaskLists, { query: { meetingId: meeting.id } })).body.items
    expect(found).toMatchObject([{ id: list.id }])
    const task = await taskOf('secA1', list.id)
    expect(task).toMatchObject({ mayAnswer: true, maySettle: true })
    const notMine = draft({ meetingId: meeting.id })
    expect((await city.as('ocsA')(issueTaskList, { body: notMine })).problem.code).toBe('TASK_SOURCE')
  })
})
