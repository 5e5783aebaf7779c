import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { branchesUnder, isBranch, type Unit } from '../organization/index.ts'

/** Members belong to a branch or joint branch that exists on the day, or to a committee or general branch without branches. */
export async function takesMembers(tx: Tx, authorityId: string, unit: Unit, day: Day): Promise<boolean> {
  if (unit.foundedOn > day || (unit.dissolvedOn && unit.dissolvedOn <= day)) return false
  if (isBranch(unit.kind)) return true
  if (unit.kind !== 'organCommittee' && unit.kind !== 'generalBranch') return false
  return (await branchesUnder(tx, authorityId, unit.id)).length === 0
}
