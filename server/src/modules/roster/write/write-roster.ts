import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { settleUnits } from '../../organization/index.ts'
import type { Comparison } from '../compare/compare.ts'
import type { Records } from '../records/load-records.ts'
import * as sql from '../records/sql.ts'
import { planMembers } from './plan-members.ts'
import { planPosts } from './plan-posts.ts'
import { Ids, planUnits } from './plan-units.ts'

/** Reason of the corrections an import makes. */
const REASON = '花名册导入'

interface Scope {
  authorityId: string
  today: Day
  personal: Buffer
}

/** Writes every difference, dated from the effective day, in a handful of statements whatever the number of rows. */
export async function writeRoster(
  tx: Tx,
  comparison: Comparison,
  records: Records,
  { authorityId, today, personal }: Scope,
): Promise<void> {
  const { on } = records
  const added = (sheet: 'units' | 'members') =>
    comparison.differences.filter(d => d.sheet === sheet && d.change === 'new')
  const units = new Ids(records.units, added('units'))
  const members = new Ids(records.members, added('members'))
  const { endedUnits, ...unitRows } = planUnits(comparison.differences, records, units, on)
  await sql.write(tx, unitRows)
  await sql.write(tx, { ...planMembers(records, { comparison, members, units, on, personal }), reason: REASON })
  await sql.write(tx, planPosts(records, { comparison, members, units, terms: await sql.terms(tx), on }))
  await sql.write(tx, { endedUnits: endedUnits ?? [], written: comparison.differences.length })
  await settleUnits(tx, authorityId, today)
}
