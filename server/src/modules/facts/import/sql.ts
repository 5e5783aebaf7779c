import type { ImportAbout } from '@jiannuo/contract/fact-import.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'

const own = (tx: Tx) => tx.$pickTables<'facts_import' | 'facts_column'>()

export interface ImportHead {
  id: string
  document: string
  office: string
  fileName: string
  madeByName: string
  madeAt: string
  confirmedAt: string | null
}

export const importsByIds = (tx: Tx, authorityId: string, ids: readonly string[]): Promise<ImportHead[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : own(tx)
        .selectFrom('facts_import')
        .select(['id', 'document', 'office', 'file_name as fileName', 'made_by_name as madeByName'])
        .select(['made_at as madeAt', 'confirmed_at as confirmedAt'])
        .where('authority_id', '=', authorityId)
        .where('id', 'in', [...new Set(ids)])
        .execute()

export interface ImportRow extends ImportHead {
  unitId: string
  about: ImportAbout
  period: string
  facts: string[]
  state: string
  digest: string
  errorCount: number
  counts: unknown
  content: unknown
  findings: unknown
}

const rows = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('facts_import')
    .select(['id', 'unit_id as unitId', 'about', 'period', 'facts', 'document', 'office', 'state', 'digest', 'counts'])
    .select(['file_name as fileName', 'made_by_name as madeByName', 'made_at as madeAt'])
    .select(['confirmed_at as confirmedAt', 'error_count as errorCount', 'content', 'findings'])
    .where('authority_id', '=', authorityId)
    .$castTo<ImportRow>()

export const importById = (tx: Tx, authorityId: string, id: string): Promise<ImportRow | undefined> =>
  rows(tx, authorityId).where('id', '=', id).executeTakeFirst()
/** Of two who confirm at once the second finds it confirmed. */
export const lockImport = (tx: Tx, authorityId: string, id: string): Promise<ImportRow | undefined> =>
  rows(tx, authorityId).where('id', '=', id).forUpdate().executeTakeFirst()

export const listImports = (tx: Tx, authorityId: string): Promise<ImportRow[]> =>
  rows(tx, authorityId).where('state', '<>', 'discarded').orderBy('made_at', 'desc').orderBy('id').limit(100).execute()

export const insertImport = (tx: Tx, row: Insertable<Database['facts_import']>) =>
  own(tx).insertInto('facts_import').values(row).execute()

export const setState = (
  tx: Tx,
  authorityId: string,
  id: string,
  values: { state: string } & Record<string, string | null>,
) =>
  own(tx)
    .updateTable('facts_import')
    .set(values as never)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()

/** Header to column key, as this office has taught them. */
export const rememberedColumns = async (
  tx: Tx,
  authorityId: string,
  unitId: string,
): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    (
      await own(tx)
        .selectFrom('facts_column')
        .select(['header', 'column_key as key'])
        .where('authority_id', '=', authorityId)
        .where('unit_id', '=', unitId)
        .execute()
    ).map(({ header, key }) => [header, key]),
  )
export const rememberColumn = (tx: Tx, authorityId: string, unitId: string, header: string, key: string | null) =>
  own(tx)
    .insertInto('facts_column')
    .values({ authority_id: authorityId, unit_id: unitId, header, column_key: key })
    .onConflict(oc => oc.columns(['authority_id', 'unit_id', 'header']).doUpdateSet({ column_key: key }))
    .execute()

/** Imports of an authority are written one after the other. */
export const lockLedger = (tx: Tx, authorityId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`facts ${authorityId}`}, 0))`.execute(tx)

export const isYearClosed = async (tx: Tx, authorityId: string, year: number): Promise<boolean> =>
  (await sql<{ closed: boolean }>`select facts_year_closed(${authorityId}, ${year}) as closed`.execute(tx)).rows[0]
    ?.closed ?? false

export interface Standing {
  id: string
  kind: string
  subjectId: string
  unitId: string
  on: Day
  value: string
  period: string
  /** What this value had replaced. */
  earlier: { on: Day; value: string; source: { module: string; id: string } } | null
}

/** The values of an import nobody has replaced since. */
export const standingOfImport = async (tx: Tx, authorityId: string, id: string): Promise<Standing[]> =>
  (
    await sql<Standing>`select id, kind, subject_id as "subjectId", unit_id as "unitId", on_day as "on", value, period, earlier from facts_standing(${authorityId}, ${id})`.execute(
      tx,
    )
  ).rows
