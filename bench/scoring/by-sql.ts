import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectOwner } from '../../server/src/platform/database/connect.ts'
import { copyRows } from '../../server/src/platform/database/copy.ts'
import { startEmbedded } from '../../server/src/platform/database/embedded.ts'
import {
  BOUNDS,
  CITY,
  COUPLING,
  type Found,
  GROUP_MAX,
  GROUPS,
  groupOf,
  PANEL_POINTS,
  POINTS,
  type Workload,
} from './workload.ts'

type Client = Awaited<ReturnType<typeof connectOwner>>

const columns = POINTS.map((_, i) => `f${i}`)
const inGroup = (g: number) => POINTS.flatMap((points, i) => (groupOf(i) === g ? [{ points, i }] : []))

async function load(client: Client, { members, facts, ratings, partner, branch, organOfBranch }: Workload) {
  await client.query(`
    create table fact (member int, branch int, organ int, partner numeric, ${columns.map(each => `${each} numeric`).join(', ')});
    create table rating (member int, value numeric);
    create table result (member int primary key, branch int, organ int, total numeric, in_branch int, overall int, grade int)`)
  const rows = Array.from({ length: members }, (_, row) => row)
  const cell = (value: number) => (Number.isNaN(value) ? null : value)
  const factRow = (row: number) => [
    row,
    branch[row]!,
    organOfBranch[branch[row]!]!,
    partner[row]!,
    ...facts.map(each => cell(each[row]!)),
  ]
  await copyRows(client, 'fact', ['member', 'branch', 'organ', 'partner', ...columns], rows.map(factRow))
  await copyRows(
    client,
    'rating',
    ['member', 'value'],
    Array.from(ratings, (value, i) => [Math.floor(i / CITY.ratings), value]),
  )
  await client.query('analyze fact; analyze rating')
}

/** Points of a group: earned × full / (full − missing), at most its maximum; multiplied first, so that ends stay exact. */
function groupSql(g: number): string {
  const panel = g === GROUPS - 1
  const earned = [
    ...inGroup(g).map(({ points, i }) => `coalesce(f${i}, 0) * ${points}`),
    ...(panel ? [`mean * ${PANEL_POINTS}`] : []),
  ]
  const full = inGroup(g).reduce((sum, { points }) => sum + points, panel ? PANEL_POINTS : 0)
  const lacking = inGroup(g).map(({ points, i }) => `case when f${i} is null then ${points} else 0 end`)
  return `least(${GROUP_MAX[g]}, (${earned.join(' + ')}) * ${full}::numeric(60, 30) / (100 * (${full} - (${lacking.join(' + ')}))))`
}

const bases = Array.from({ length: GROUPS }, (_, g) => groupSql(g)).join(' + ')

const STATEMENT = `
  with panel as (
    select member, (sum(value) - min(value) - max(value))::numeric(60, 30) / (count(*) - 2) as mean from rating group by member
  ), mean as (
    select organ, sum(partner) as sum, count(*) as count from fact group by organ
  ), based as (
    select member, branch, organ, partner, ${bases} as base from fact join panel using (member)
  ), totalled as (
    select member, branch, organ, round(case
        when partner * count <= ${COUPLING.floor} * sum then base * ${COUPLING.floor}
        when partner * count >= ${COUPLING.ceiling} * sum then base * ${COUPLING.ceiling}
        else base * partner * count / sum end, 2) as total
    from based join mean using (organ)
  ), ranked as (
    select *, rank() over (partition by branch order by total desc) as in_branch, rank() over (order by total desc) as overall,
      count(*) over (partition by branch) as size, count(*) over (partition by branch, total) as equals
    from totalled
  )
  insert into result select member, branch, organ, total, in_branch, overall, case
      when total >= ${BOUNDS.excellent} and in_branch + equals - 1 <= size / 3 then 0
      when total >= ${BOUNDS.qualified} then 1 else 2 end
  from ranked`

const ROLL_UP = `
  create table branch_total as select branch, organ, round(avg(total), 2) as total, count(*) as members from result group by branch, organ;
  create table organ_total as select organ, round(sum(total * members) / sum(members), 2) as total from branch_total group by organ`

async function read(client: Client): Promise<Found> {
  const column = async (sql: string) =>
    (await client.query<{ value: string }>(sql)).rows.map(each => Number(each.value))
  const of = (what: string) => column(`select (${what})::text as value from result order by member`)
  return {
    totals: Float64Array.from(await of('(total * 100)::bigint')),
    inBranch: Int32Array.from(await of('in_branch')),
    overall: Int32Array.from(await of('overall')),
    grade: await of('grade'),
    branches: Float64Array.from(
      await column('select (total * 100)::bigint::text as value from branch_total order by branch'),
    ),
    organs: Float64Array.from(
      await column('select (total * 100)::bigint::text as value from organ_total order by organ'),
    ),
  }
}

/** The workload as one set of SQL statements on an embedded PostgreSQL of its own: an independent check, in decimals. */
export async function scoreBySql(work: Workload, runs: number): Promise<{ found: Found; ms: number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-bench-scoring-'))
  const server = await startEmbedded({ dataDir: folder, log: { info: () => {}, warn: () => {} } })
  const client = await connectOwner(server.url)
  try {
    await load(client, work)
    await client.query("set work_mem = '256MB'; set jit = off")
    const ms: number[] = []
    for (let run = 0; run < runs; run++) {
      await client.query('truncate result; drop table if exists branch_total, organ_total')
      const start = performance.now()
      await client.query(STATEMENT)
      await client.query(ROLL_UP)
      ms.push(performance.now() - start)
    }
    return { found: await read(client), ms }
  } finally {
    await client.end()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
