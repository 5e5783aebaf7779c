import type { Remark, WrittenItem } from '@jiannuo/contract/pledge/pledge.ts'
import { checkPledge } from '@jiannuo/rules/pledge/check.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import * as sql from './sql.ts'

interface Checked {
  remarks: Remark[]
  /** How many persons' pledges were compared with. */
  compared: { superior: number; colleagues: number; lastYear: number }
}

const COPIED = ['copied-from-superior', 'copied-from-colleague']

/**
 * The pledge check against the superior's, at most 40 colleagues' and last year's own wording. What an amendment leaves as it was has been
 * approved: that somebody has written the like since is advice there.
 */
export async function checkAgainstOthers(
  tx: Tx,
  pledge: Pick<sql.PledgeRow, 'id' | 'year' | 'amends'>,
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
  const approved = new Set(pledge.amends ? await sql.titlesOf(tx, pledge.amends) : [])
  const kept = (id: string | null) => approved.has(items.find(i => i.id === id)?.title ?? '')
  const remarks = checkPledge({ items, year: pledge.year, others }).map(remark =>
    COPIED.includes(remark.code) && kept(remark.itemId) ? { ...remark, severity: 'advice' as const } : remark,
  )
  return { remarks, compared }
}
