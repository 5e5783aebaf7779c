import { LEVELS } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) =>
  tx.$pickTables<'appraisal_rating' | 'appraisal_subject' | 'appraisal_result' | 'appraisal_sitting'>()

export interface Rating {
  subjectId: string
  source: 'self' | 'organisation'
  grade: string
  reason: string | null
  document: string | null
  ratedAt: string
}
const ratings = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_rating as g')
    .innerJoin('appraisal_subject as x', join =>
      join.onRef('x.authority_id', '=', 'g.authority_id').onRef('x.id', '=', 'g.subject_id'),
    )
    .select(['x.id as subjectId', 'g.grade', 'g.reason', 'g.document', 'g.rated_at as ratedAt'])
    .select(sql<Rating['source']>`g.source`.as('source'))
    .where('g.authority_id', '=', authorityId)

export const ratingsOf = (tx: Tx, authorityId: string, roundId: string): Promise<Rating[]> =>
  ratings(tx, authorityId).where('x.round_id', '=', roundId).execute()
export const selfRatingOf = (tx: Tx, authorityId: string, subjectId: string): Promise<Rating | undefined> =>
  ratings(tx, authorityId).where('g.subject_id', '=', subjectId).where('g.source', '=', 'self').executeTakeFirst()

export interface NewRating {
  authorityId: string
  id: string
  subject: { id: string; unitId: string; personId: string }
  source: 'self' | 'organisation'
  grade: string
  reason: string | null
  document: string | null
  by: string
  at: string
}
export const saveRating = (tx: Tx, r: NewRating) =>
  own(tx)
    .insertInto('appraisal_rating')
    .values({
      authority_id: r.authorityId,
      id: r.id,
      subject_id: r.subject.id,
      unit_id: r.subject.unitId,
      person_id: r.subject.personId,
      source: r.source,
      grade: r.grade,
      reason: r.reason,
      document: r.document,
      rated_by: r.by,
      rated_at: r.at,
    })
    .onConflict(oc =>
      oc
        .columns(['authority_id', 'subject_id', 'source'])
        .doUpdateSet({ grade: r.grade, reason: r.reason, document: r.document, rated_by: r.by, rated_at: r.at }),
    )
    .execute()

export const releasedResultOf = (tx: Tx, authorityId: string, subjectId: string) =>
  own(tx)
    .selectFrom('appraisal_result')
    .select(['id', 'grade', 'total', 'released_at as releasedAt'])
    .where('authority_id', '=', authorityId)
    .where('subject_id', '=', subjectId)
    .where('released_at', 'is not', null)
    .executeTakeFirst()

/** Sittings that the person counts, latest round first. */
export const tellingsOf = (tx: Tx, authorityId: string, personId: string) =>
  own(tx)
    .selectFrom('appraisal_sitting')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where(eb => eb.or([eb('first_teller', '=', personId), eb('second_teller', '=', personId)]))
    .orderBy('id')
    .limit(100)
    .execute()

const Sheet = z.object({
  sittingId: z.string(),
  about: z.enum([...LEVELS, 'branch', 'organ']),
  isRating: z.boolean(),
  schemeId: z.string(),
  panel: z.string(),
  source: z.string(),
  unitName: z.string(),
  counted: z.number(),
  added: z.number().nullable(),
  takesAdded: z.boolean(),
  minimum: z.number(),
  waived: z.boolean(),
  other: z.string().nullable(),
  teller: z.enum(['first', 'second']),
  entry: z.enum(['entered', 'confirmed']).nullable(),
  rejected: z.number(),
  subjects: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type Sheet = z.output<typeof Sheet>
/** The counting sheet of a sitting; null for everybody but its two tellers. */
export async function sheetOf(tx: Tx, sittingId: string): Promise<Sheet | null> {
  const { rows } = await sql<{ sheet: unknown }>`select teller_sheet(${sittingId}) as sheet`.execute(tx)
  return rows[0]?.sheet ? Sheet.parse(rows[0].sheet) : null
}

export interface Cell {
  subjectId: string
  grade: string
  slips: number
}
export interface Entry {
  handedOut: number
  returned: number
  cells: readonly Cell[]
}
/** False when the database finds that the caller may not enter now. */
export async function enterFirst(
  tx: Tx,
  sittingId: string,
  countId: string,
  { handedOut, returned, cells }: Entry,
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select enter_first_count(${sittingId}, ${countId}, ${handedOut}, ${returned}, ${JSON.stringify(cells)}::jsonb) as done`.execute(
    tx,
  )
  return rows[0]?.done ?? false
}
const Compared = z.object({
  matched: z.boolean(),
  triesLeft: z.number(),
  differing: z.array(z.object({ subjectId: z.string().nullable(), grade: z.string() })),
})
/** Compares the second count with the first inside the database; null when nothing waits for the caller. */
export async function enterSecond(
  tx: Tx,
  sittingId: string,
  { handedOut, returned, cells }: Entry,
  sha256: string,
): Promise<z.output<typeof Compared> | null> {
  const { rows } = await sql<{
    outcome: unknown
  }>`select enter_second_count(${sittingId}, ${handedOut}, ${returned}, ${JSON.stringify(cells)}::jsonb, ${sha256}) as outcome`.execute(
    tx,
  )
  return rows[0]?.outcome ? Compared.parse(rows[0].outcome) : null
}
