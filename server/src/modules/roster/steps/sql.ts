import type { RosterSheet } from '@jiannuo/contract/roster.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'roster_preview' | 'roster_column'>()

export interface PreviewRow {
  id: string
  file_name: string
  state: string
  effective_on: Day
  complete: boolean
  digest: string
  error_count: number
  counts: unknown
  content_sealed: string | null
  findings_sealed: string | null
  made_at: string
  confirmed_at: string | null
}

export const previewById = (tx: Tx, authorityId: string, id: string): Promise<PreviewRow | undefined> =>
  own(tx)
    .selectFrom('roster_preview')
    .select([
      'id',
      'file_name',
      'state',
      'effective_on',
      'complete',
      'digest',
      'error_count',
      'counts',
      'content_sealed',
      'findings_sealed',
      'made_at',
      'confirmed_at',
    ])
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export interface Kept {
  effectiveOn: Day
  complete: boolean
  digest: string
  errorCount: number
  counts: unknown
  findingsSealed: string
}
const kept = (k: Kept) => ({
  effective_on: k.effectiveOn,
  complete: k.complete,
  digest: k.digest,
  error_count: k.errorCount,
  counts: JSON.stringify(k.counts),
  findings_sealed: k.findingsSealed,
})

export interface NewPreview extends Kept {
  authorityId: string
  id: string
  fileName: string
  fileSha256: string
  contentSealed: string
  madeBy: string | null
  madeAt: string
}

export async function insertPreview(tx: Tx, p: NewPreview): Promise<void> {
  await own(tx)
    .insertInto('roster_preview')
    .values({
      authority_id: p.authorityId,
      id: p.id,
      file_name: p.fileName,
      file_sha256: p.fileSha256,
      content_sealed: p.contentSealed,
      made_by: p.madeBy,
      made_at: p.madeAt,
      ...kept(p),
    })
    .execute()
}

export async function keepChoices(tx: Tx, authorityId: string, id: string, k: Kept): Promise<void> {
  await own(tx)
    .updateTable('roster_preview')
    .set(kept(k))
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** Closes a preview; what was read of the file goes, and when it was put aside what was found in it too. */
export async function closePreview(
  tx: Tx,
  authorityId: string,
  id: string,
  state: 'confirmed' | 'discarded',
  at: string,
): Promise<void> {
  await own(tx)
    .updateTable('roster_preview')
    .set({ state, content_sealed: null, ...(state === 'confirmed' ? { confirmed_at: at } : { findings_sealed: null }) })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** Puts aside what nobody confirmed. */
export async function discardOlder(tx: Tx, authorityId: string, before: string): Promise<void> {
  await own(tx)
    .updateTable('roster_preview')
    .set({ state: 'discarded', content_sealed: null, findings_sealed: null })
    .where('authority_id', '=', authorityId)
    .where('state', '=', 'open')
    .where('made_at', '<', before)
    .execute()
}

export const rememberedColumns = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('roster_column')
    .select(['sheet', 'header', 'column_key as key'])
    .where('authority_id', '=', authorityId)
    .execute()

export async function rememberColumn(
  tx: Tx,
  authorityId: string,
  sheet: RosterSheet,
  header: string,
  key: string | null,
): Promise<void> {
  await own(tx)
    .insertInto('roster_column')
    .values({ authority_id: authorityId, sheet, header, column_key: key })
    .onConflict(oc => oc.columns(['authority_id', 'sheet', 'header']).doUpdateSet({ column_key: key }))
    .execute()
}

export async function forgetColumn(tx: Tx, authorityId: string, sheet: RosterSheet, key: string): Promise<void> {
  await own(tx)
    .deleteFrom('roster_column')
    .where('authority_id', '=', authorityId)
    .where('sheet', '=', sheet)
    .where('column_key', '=', key)
    .execute()
}
