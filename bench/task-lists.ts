import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { confirmRoster, previewRoster, RosterPreview } from '@jiannuo/contract/roster.ts'
import { listTasks } from '@jiannuo/contract/supervision/task.ts'
import { issueTaskList, listTaskLists, type TaskListDraft } from '@jiannuo/contract/supervision/task-list.ts'
import { ROSTER_SHEETS, writeWorkbook } from '../server/src/modules/documents/index.ts'
import { type EmptyCity, openEmptyCity } from './empty-city.ts'
import { median, send, timed } from './request.ts'
import { rosterRows, WHOLE_CITY } from './roster-rows.ts'

const RUNS = 7
const ISSUE_GOAL_MS = 2000
/** One plain count over the same rows counts as one. */
const LIGHTS_GOAL = 5
/** Ten times the rows. */
const GROWTH_GOAL = 1.2
const FEW = 20_000
const MANY = 200_000

const draft: TaskListDraft = {
  ...{ kind: 'workList', title: '三月重点工作', source: '工作要点', sourceOn: null, clause: null, wording: '' },
  ...{ meetingId: null, ofTaskId: null },
  items: [{ title: '自查', demand: '列出问题', post: null, dueOn: '2026-03-12', minutes: 20 }],
  to: { by: 'kinds', unitKinds: ['organCommittee', 'generalBranch', 'branch', 'jointBranch', 'temporaryOrganization'] },
}

/** A list issued to the whole city, the lights of 200,000 open tasks beside one plain count of the same rows, and a page of tasks at 20,000 and at 200,000. */
export async function benchTaskLists(): Promise<boolean> {
  const city = await openEmptyCity()
  try {
    await fill(city)
    await city.owner.query('analyze')
    const issues = [1, 2, 3].map(
      n => () => timed(() => send(city, issueTaskList, { payload: { ...draft, title: `${n}月重点工作` } })),
    )
    const done = []
    for (const issue of issues) done.push(await issue())
    const issued = median(done.map(each => each.ms))
    const { units } = done[0]!.value.json()
    console.log(`task-lists: issued to ${units} organisations in ${issued.toFixed(0)} ms (goal ${ISSUE_GOAL_MS})`)
    await grow(city, FEW)
    const few = await page(city)
    await grow(city, MANY)
    const many = await page(city)
    console.log(
      `task-lists: a page of tasks ${few.toFixed(1)} ms at ${FEW}, ${many.toFixed(1)} ms at ${MANY}, ratio ${(many / few).toFixed(2)} (goal ${GROWTH_GOAL})`,
    )
    const count = await often(() => city.owner.query('select count(*) from supervision_task'))
    const lights = await often(() => send(city, listTaskLists, { query: { side: 'asked', limit: '200' } }))
    console.log(
      `task-lists: lights of ${MANY} tasks ${lights.toFixed(0)} ms, a plain count ${count.toFixed(0)} ms, ratio ${(lights / count).toFixed(1)} (goal ${LIGHTS_GOAL})`,
    )
    return issued <= ISSUE_GOAL_MS && many / few <= GROWTH_GOAL && lights / count <= LIGHTS_GOAL
  } finally {
    await city.close()
  }
}

async function often(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) times.push((await timed(work)).ms)
  return median(times)
}
const page = (city: EmptyCity) => often(() => send(city, listTasks, { query: { side: 'asked', state: 'open' } }))

/** The roster of the whole city, taken in as a person would. */
async function fill(city: EmptyCity): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-bench-'))
  try {
    const path = join(folder, 'roster.xlsx')
    const rows = rosterRows(WHOLE_CITY)
    await writeWorkbook(
      createWriteStream(path),
      ROSTER_SHEETS.map(spec => ({ spec, rows: rows[spec.key as keyof typeof rows] })),
      '2026-03-02',
    )
    const preview = await send(city, previewRoster, { payload: await readFile(path) })
    const { digest, id } = RosterPreview.parse(preview.json())
    await send(city, confirmRoster, { id, payload: { digest } })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Copies of the list, each with its own days, until there are so many tasks. */
async function grow({ owner }: EmptyCity, tasks: number): Promise<void> {
  await owner.query(
    `with one as (select * from supervision_list order by issued_at limit 1),
      copies as (select gen_random_uuid() as id, n from generate_series(1, (select ceil(($1 - (select count(*) from supervision_task))::numeric / count(*))::int from supervision_task t join one on one.id = t.list_id)) n),
      lists as (insert into supervision_list (authority_id, id, unit_id, kind, title, source, wording, issued_on, issued_at, issued_by)
        select one.authority_id, c.id, one.unit_id, one.kind, one.title || c.n, one.source, '', one.issued_on, one.issued_at + make_interval(secs => c.n), one.issued_by from one, copies c returning 1),
      items as (insert into supervision_item (authority_id, list_id, ordinal, title, demand, due_on, minutes)
        select one.authority_id, c.id, 1, '自查', '列出问题', date '2026-02-20' + c.n % 40, 20 from one, copies c returning 1)
    insert into supervision_task (authority_id, id, list_id, ordinal, unit_id, from_unit_id, due_on)
      select t.authority_id, gen_random_uuid(), c.id, 1, t.unit_id, t.from_unit_id, date '2026-02-20' + c.n % 40
      from copies c, one join supervision_task t on t.list_id = one.id`,
    [tasks],
  )
  await owner.query('analyze')
}
