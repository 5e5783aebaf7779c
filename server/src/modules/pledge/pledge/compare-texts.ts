import type { Remark, WrittenItem } from '@jiannuo/contract/pledge/pledge.ts'
import { checkPledge } from '@jiannuo/rules/pledge/check.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import * as sql from './sql.ts'

interface Checked {
  remarks: Remark[]
  /** How many persons' pledges were compared with. */
  compared: { superior: number; colleagues: number; lastYear: number }
}

/** The pledge check against the superior's, at most 40 colleagues' and last year's own wording. */
export async function checkAgainstOthers(
  tx: Tx,
  pledge: { id: string; year: number },
  items: readonly WrittenItem[],
): Promise<Checked> {
  const texts = await sql.textsToCompare(tx, pledge.id)
  const of = (source: string) => texts.filter(t => t.source === source).map(({ label, text }) => ({ label, text }))
  const others = { superior: of('superior'), colleagues: of('colleague'), lastYear: of('lastYear') }
  const compared = {
    superior: others.superior.length,
    colleagues: others.colleagues.length,
    lastYear: others.lastYear.length,
  }
  return { remarks: checkPledge({ items, year: pledge.year, others }), compared }
}
