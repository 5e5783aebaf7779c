import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { spellUnit } from './spell.ts'
import * as sql from './sql.ts'

/** Brings names and places up to today: after every change of the organisation, and each midnight for changes dated ahead. */
export async function settleUnits(tx: Tx, authorityId: string, today: Day): Promise<void> {
  for (const { id, name } of await sql.namesDue(tx, authorityId, today))
    await sql.showName(tx, authorityId, id, name, spellUnit(name))
  await sql.placeUnits(tx, authorityId)
}
