import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/connect.ts'
import type { Database } from '../../../../platform/database/tables.ts'

const own = (tx: Tx) => tx.$pickTables<'pledge_draw' | 'pledge_sample' | 'pledge_item' | 'pledge_pledge'>()

/** Items of the unit and those below it that show progress: what a sample is drawn from. */
export async function candidates(
  tx: Tx,
  authorityId: string,
  cycleId: string,
  unitId: string,
): Promise<{ id: string; pledge_id: string; person_id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; pledge_id: string; person_id: string; title: string }>`
    select i.id, i.pledge_id, p.person_id, i.title from pledge_pledge p join pledge_item i on i.authority_id = p.authority_id and i.pledge_id = p.id
    where p.authority_id = ${authorityId} and p.cycle_id = ${cycleId} and p.state in ('inForce', 'amending') and i.achieved is not null and i.state <> 'excused'
      and lies_under(${authorityId}, p.unit_id, ${unitId}) order by i.id`.execute(tx)
  return rows
}

export const draws = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('pledge_draw as d')
    .select(['d.id', 'd.unit_id', 'd.cycle_id', 'd.seed', 'd.size', 'd.candidates', 'd.due_on', 'd.drawn_at'])
    .select([
      sql<string>`coalesce(unit_label(d.authority_id, d.unit_id), '')`.as('unit_name'),
      sql<number>`(select count(*) from pledge_sample s where s.authority_id = d.authority_id and s.draw_id = d.id and s.answered_at is not null)`.as(
        'answered',
      ),
    ])
    .where('d.authority_id', '=', authorityId)
export type DrawRow = Awaited<ReturnType<ReturnType<typeof draws>['executeTakeFirstOrThrow']>>

export async function insertDraw(
  tx: Tx,
  row: Database['pledge_draw'],
  samples: readonly { id: string; pledge_id: string; item_id: string }[],
): Promise<void> {
  await own(tx).insertInto('pledge_draw').values(row).execute()
  const { authority_id, unit_id, cycle_id, seed, drawn_by, drawn_at, due_on } = row
  await own(tx)
    .insertInto('pledge_sample')
    .values(
      samples.map(s => ({ ...s, authority_id, unit_id, cycle_id, seed, drawn_by, drawn_at, due_on, draw_id: row.id })),
    )
    .execute()
}

export const samples = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('pledge_sample as s')
    .innerJoin('pledge_item as i', j =>
      j.onRef('i.authority_id', '=', 's.authority_id').onRef('i.id', '=', 's.item_id'),
    )
    .innerJoin('pledge_pledge as p', j =>
      j.onRef('p.authority_id', '=', 's.authority_id').onRef('p.id', '=', 's.pledge_id'),
    )
    .select([
      's.id',
      's.item_id',
      's.draw_id',
      's.due_on',
      's.answer',
      's.file_sha256',
      's.answered_at',
      'i.title',
      'p.person_id',
      'p.unit_id',
    ])
    .select(sql<string>`coalesce(person_label(s.authority_id, p.person_id), '')`.as('person_name'))
    .where('s.authority_id', '=', authorityId)
export type SampleRow = Awaited<ReturnType<ReturnType<typeof samples>['executeTakeFirstOrThrow']>>

export async function setAnswer(
  tx: Tx,
  authorityId: string,
  sampleId: string,
  fields: { answer: string | null; file_sha256: string | null; answered_at: string },
): Promise<void> {
  await own(tx)
    .updateTable('pledge_sample')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('id', '=', sampleId)
    .execute()
}
