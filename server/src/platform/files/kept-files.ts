import type { Tx } from '../database/connect.ts'

/** The register of stored files of one authority; null when no such file was stored for it. */
export async function fileStored(tx: Tx, authorityId: string, sha256: string): Promise<{ media_type: string } | null> {
  const found = tx.selectFrom('platform_file').select('media_type').where('authority_id', '=', authorityId)
  return (await found.where('sha256', '=', sha256).executeTakeFirst()) ?? null
}

interface KeptFile {
  authority_id: string
  sha256: string
  media_type: string
  bytes: number
  uploaded_by: string | null
  uploaded_at: string
}
/** Notes a stored file; the same content stored twice is one file. */
export async function keepFile(tx: Tx, row: KeptFile): Promise<void> {
  await tx
    .insertInto('platform_file')
    .values(row)
    .onConflict(oc => oc.doNothing())
    .execute()
}
