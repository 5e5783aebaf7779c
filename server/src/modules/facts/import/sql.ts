import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'facts_import'>()

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
