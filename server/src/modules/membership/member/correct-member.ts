import { randomUUID } from 'node:crypto'
import type { correctMember as api } from '@jiannuo/contract/membership/member.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { seal, unseal } from '../../../platform/seal.ts'
import { spellPerson } from '../../organization/index.ts'
import type { MemberFacts } from '../policy.ts'
import * as sql from './sql.ts'

/** Corrects the fields given and keeps which, by whom and why. The old values remain only as a hash in the audit row. */
export async function correctMember(change: Change, { body }: Input<typeof api>, { member, unitId }: MemberFacts) {
  const { tx, actor, now } = change
  const personal = change.key('personal')
  const sealed = (value: string | null) => value && seal(personal, value)
  const open = (value: string | null) => value && unseal(personal, value)
  const { reason, ...wanted } = body
  const before = {
    name: member.name,
    gender: member.gender,
    bornOn: member.bornOn,
    joinedOn: member.joinedOn,
    regularOn: member.regularOn,
    phone: open(member.phoneSealed),
    idNumber: open(member.idNumberSealed),
  }
  const fields = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    f => wanted[f] !== undefined && wanted[f] !== before[f],
  )
  if (fields.length === 0) fail('NOTHING_CHANGED')
  const after = { ...before, ...wanted }
  await sql.updateMember(tx, actor.authorityId, member.id, {
    ...(fields.includes('name') ? { name: after.name, ...spellPerson(after.name) } : {}),
    ...{ gender: after.gender, born_on: after.bornOn, joined_on: after.joinedOn, regular_on: after.regularOn },
    ...(fields.includes('phone') ? { phone_sealed: sealed(after.phone) } : {}),
    ...(fields.includes('idNumber') ? { id_number_sealed: sealed(after.idNumber) } : {}),
  })
  await sql.insertCorrection(tx, actor.authorityId, {
    id: randomUUID(),
    memberId: member.id,
    fields,
    reason,
    by: actor.accountId,
    at: now.toISOString(),
  })
  await change.audit('member.correct', member.id, { unitId, values: { before, after, reason } })
}
