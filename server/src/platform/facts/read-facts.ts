import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../database/connect.ts'

export interface FactSum {
  subjectId: string
  kind: string
  sum: string
  entries: number
}

/** Sums of the ledger per subject and kind from `from` up to but without `until`; a reversed fact and its reversal cancel out. */
export async function sumFacts(tx: Tx, subjectIds: readonly string[], from: Day, until: Day): Promise<FactSum[]> {
  if (subjectIds.length === 0) return []
  return tx
    .selectFrom('fact_entry as f')
    .select(eb => [
      'f.subject_id as subjectId',
      'f.kind',
      eb.fn.sum<string>('f.value').as('sum'),
      eb.fn.countAll<number>().as('entries'),
    ])
    .where('f.subject_id', 'in', [...subjectIds])
    .where('f.on_day', '>=', from)
    .where('f.on_day', '<', until)
    .groupBy(['f.subject_id', 'f.kind'])
    .execute()
}

/** The ledger rows behind one number, newest first. */
export async function factsBehind(tx: Tx, subjectId: string, kind: string, from: Day, until: Day) {
  return tx
    .selectFrom('fact_entry')
    .select(['id', 'on_day as on', 'value', 'source_module as module', 'source_id as sourceId', 'reverses'])
    .where('subject_id', '=', subjectId)
    .where('kind', '=', kind)
    .where('on_day', '>=', from)
    .where('on_day', '<', until)
    .orderBy('on_day', 'desc')
    .execute()
}
