import { randomBytes, randomUUID } from 'node:crypto'
import type { admitMember as api } from '@jiannuo/contract/membership/member.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Policy } from '../../../platform/http/actor.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { seal } from '../../../platform/seal.ts'
import {
  mayBuildBelow,
  scopeOf,
  spellPerson,
  takesMembers,
  type Unit,
  type UnitFacts,
  unitById,
} from '../../organization/index.ts'
import * as sql from './sql.ts'

export async function admitFacts({ tx, actor, today }: Change, { body }: Input<typeof api>): Promise<UnitFacts | null> {
  const unit = await unitById(tx, actor.authorityId, body.unitId)
  return unit ? { unit, scope: await scopeOf(tx, actor, unit.id, today) } : null
}
/** The organ committee in its subtree, the work committee. */
export const mayAdmit: Policy<UnitFacts> = mayBuildBelow

/** Enters one member by hand. Fails MEMBER_CODE_TAKEN, NOT_A_BRANCH. */
export async function admitMember(change: Change, { body }: Input<typeof api>, { unit }: { unit: Unit }) {
  const { tx, actor, key, today } = change
  const { authorityId } = actor
  if (!(await takesMembers(tx, authorityId, unit.id, body.from))) fail('NOT_A_BRANCH')
  const id = randomUUID()
  const code = body.code ?? `H${today.replaceAll('-', '')}${randomBytes(3).toString('hex')}`
  const sealed = (plain: string | undefined) => (plain ? seal(key('personal'), plain) : null)
  const inserted = await sql.insertMember(tx, authorityId, id, code, {
    ...{ name: body.name, ...spellPerson(body.name), gender: body.gender ?? null, born_on: body.bornOn ?? null },
    ...{
      joined_on: body.joinedOn,
      regular_on: body.regularOn ?? null,
      phone_sealed: sealed(body.phone),
      id_number_sealed: sealed(body.idNumber),
    },
  })
  if (!inserted) fail('MEMBER_CODE_TAKEN', { code })
  await sql.insertBelonging(tx, authorityId, {
    id: randomUUID(),
    memberId: id,
    unitId: unit.id,
    sectionId: body.sectionId ?? null,
    from: body.from,
  })
  await sql.insertStanding(tx, authorityId, {
    id: randomUUID(),
    memberId: id,
    kind: body.kind,
    state: body.state,
    leadingCadre: body.leadingCadre,
    from: body.from,
  })
  await change.audit('member.admit', id, { unitId: unit.id, values: body })
  return { id, code }
}
