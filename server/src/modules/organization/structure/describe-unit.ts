import type { describeUnit as api } from '@jiannuo/contract/organization/unit.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Change } from '../../../platform/http/serve.ts'
import type { UnitFacts } from '../policy.ts'
import { describe } from './sql.ts'

/** Records staff, class or purpose of a unit. Fields left out stay as they are. */
export async function describeUnit(change: Change, { body }: Input<typeof api>, { unit }: UnitFacts) {
  const { staffCount = unit.staffCount, organClass = unit.organClass, purpose = unit.purpose } = body
  await describe(change.tx, change.actor.authorityId, unit.id, {
    staff_count: staffCount,
    organ_class: organClass,
    purpose,
  })
  await change.audit('organization.describe-unit', unit.id, { unitId: unit.id, values: { before: unit, after: body } })
}
