import type { Cycle, Phase, PhaseName } from '@jiannuo/contract/cycle.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { inOrder, phaseAt } from './phases.ts'

const own = (tx: Tx) => tx.$pickTables<'cycle_year' | 'cycle_phase' | 'cycle_extension'>()

const years = (tx: Tx, authorityId: string) =>
  own(tx).selectFrom('cycle_year').selectAll().where('authority_id', '=', authorityId)
type YearRow = Awaited<ReturnType<ReturnType<typeof years>['executeTakeFirstOrThrow']>>

/** Every year of the authority, newest first, with its phases and extensions. */
export async function allCycles(tx: Tx, authorityId: string, today: Day): Promise<Cycle[]> {
  return complete(tx, await years(tx, authorityId).orderBy('year', 'desc').execute(), today)
}

export async function cycleById(tx: Tx, authorityId: string, cycleId: string, today: Day): Promise<Cycle | null> {
  return (await complete(tx, await years(tx, authorityId).where('id', '=', cycleId).execute(), today))[0] ?? null
}

/** Serialises changes of one year. */
export async function lockCycle(tx: Tx, authorityId: string, cycleId: string): Promise<void> {
  await own(tx)
    .selectFrom('cycle_year')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('id', '=', cycleId)
    .forUpdate()
    .execute()
}

async function complete(tx: Tx, rows: YearRow[], today: Day): Promise<Cycle[]> {
  if (rows.length === 0) return []
  const ids = rows.map(r => r.id)
  const authorityId = rows[0]!.authority_id
  const phases = await own(tx)
    .selectFrom('cycle_phase')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('cycle_id', 'in', ids)
    .execute()
  const extensions = await own(tx)
    .selectFrom('cycle_extension')
    .selectAll()
    .select(eb =>
      sql<string | null>`(select n.name from post_holder_names(array[${eb.ref('extended_by')}]) n)`.as('by_name'),
    )
    .where('authority_id', '=', authorityId)
    .where('cycle_id', 'in', ids)
    .orderBy('extended_at', 'desc')
    .execute()
  return rows.map(row => {
    const own = inOrder(
      phases.filter(p => p.cycle_id === row.id).map(p => ({ phase: p.phase, from: p.from_on, until: p.until_on })),
    )
    return {
      id: row.id,
      year: row.year,
      title: row.title,
      state: row.state,
      noticeDays: row.notice_days,
      reviewDays: row.review_days,
      objectionDays: row.objection_days,
      reportMaxCharacters: row.report_max_characters,
      bounds: {
        lagRed: row.lag_red,
        lagYellow: row.lag_yellow,
        attentionYellow: row.attention_yellow,
        lowFulfilment: row.low_fulfilment,
      },
      phases: own,
      now: phaseAt(own, today),
      extensions: extensions.filter(e => e.cycle_id === row.id).map(toExtension),
    }
  })
}

const toExtension = (e: {
  id: string
  phase: string
  until_before: string
  until_after: string
  reason: string
  extended_at: string
  by_name: string | null
}) => ({
  id: e.id,
  phase: e.phase as PhaseName,
  untilBefore: e.until_before,
  untilAfter: e.until_after,
  reason: e.reason,
  extendedBy: e.by_name ?? '',
  extendedAt: e.extended_at,
})

export interface NewCycle {
  authorityId: string
  id: string
  year: number
  title: string
  noticeDays: number
  reviewDays: number
  objectionDays: number
  reportMaxCharacters: number
  bounds: Cycle['bounds']
  phases: readonly Phase[]
  by: string | null
  at: string
}
export async function insertCycle(tx: Tx, c: NewCycle): Promise<void> {
  const { authorityId: authority_id, id, year, title } = c
  await own(tx)
    .insertInto('cycle_year')
    .values({
      authority_id,
      id,
      year,
      title,
      notice_days: c.noticeDays,
      review_days: c.reviewDays,
      objection_days: c.objectionDays,
      report_max_characters: c.reportMaxCharacters,
      lag_red: c.bounds.lagRed,
      lag_yellow: c.bounds.lagYellow,
      attention_yellow: c.bounds.attentionYellow,
      low_fulfilment: c.bounds.lowFulfilment,
      created_by: c.by,
      created_at: c.at,
    })
    .execute()
  await own(tx)
    .insertInto('cycle_phase')
    .values(c.phases.map(p => ({ authority_id, cycle_id: id, phase: p.phase, from_on: p.from, until_on: p.until })))
    .execute()
}

export async function movePhase(
  tx: Tx,
  authorityId: string,
  cycleId: string,
  { phase, from, until }: Phase,
): Promise<void> {
  await own(tx)
    .updateTable('cycle_phase')
    .set({ from_on: from, until_on: until })
    .where('authority_id', '=', authorityId)
    .where('cycle_id', '=', cycleId)
    .where('phase', '=', phase)
    .execute()
}

export async function insertExtension(
  tx: Tx,
  row: {
    authority_id: string
    id: string
    cycle_id: string
    phase: string
    until_before: Day
    until_after: Day
    reason: string
    extended_by: string
    extended_at: string
  },
): Promise<void> {
  await own(tx).insertInto('cycle_extension').values(row).execute()
}

export async function setClosed(tx: Tx, authorityId: string, cycleId: string): Promise<void> {
  await own(tx)
    .updateTable('cycle_year')
    .set({ state: 'closed' })
    .where('authority_id', '=', authorityId)
    .where('id', '=', cycleId)
    .execute()
}

/** Whom a phase concerns, as far as the caller sees the members. */
export async function audience(tx: Tx, authorityId: string, phase: PhaseName, day: Day): Promise<string[]> {
  const { rows } = await sql<{
    person_id: string
  }>`select person_id from cycle_audience(${authorityId}, ${phase}, ${day}::date)`.execute(tx)
  return rows.map(r => r.person_id)
}
