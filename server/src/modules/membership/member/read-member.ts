import type { readMember as api } from '@jiannuo/contract/membership/member.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { mask, unseal } from '../../../platform/seal.ts'
import { postsOfPerson, unitsById } from '../../organization/index.ts'
import { type MemberFacts, mayCorrect, mayManage, mayRequestTransfer, mayReveal } from '../policy.ts'
import { suspensionsOf } from '../rights/sql.ts'
import { servicesOf } from '../service/sql.ts'
import * as sql from './sql.ts'

/** One member. Entries that begin after the day asked about are left out; the two numbers are masked for everybody. */
export async function readMember({ tx, actor, today, key }: Change, { query }: Input<typeof api>, facts: MemberFacts) {
  const { member, current } = facts
  const { authorityId } = actor
  const on = query.on ?? today
  const begun = <T extends { from: string }>(rows: T[]) => rows.filter(r => r.from <= on)
  const belongings = begun(await sql.belongingsOf(tx, authorityId, member.id))
  const units = new Map(
    (
      await unitsById(
        tx,
        authorityId,
        belongings.flatMap(b => [b.unitId, b.sectionId, b.groupId].filter(id => id !== null)),
      )
    ).map(u => [u.id, { id: u.id, name: u.name, kind: u.kind }]),
  )
  const serving = begun(await servicesOf(tx, authorityId, member.id))
  const temporary = new Map(
    (
      await unitsById(
        tx,
        authorityId,
        serving.map(s => s.unitId),
      )
    ).map(u => [u.id, u]),
  )
  const masked = (sealed: string | null) => sealed && mask(unseal(key('personal'), sealed))
  const { phoneSealed, idNumberSealed, ...fields } = member
  return {
    ...fields,
    on,
    phone: masked(phoneSealed),
    idNumber: masked(idNumberSealed),
    belongings: belongings.flatMap(({ unitId, sectionId, groupId, ...b }) => {
      const unit = units.get(unitId)
      return unit
        ? [{ ...b, unit, section: units.get(sectionId ?? '') ?? null, group: units.get(groupId ?? '') ?? null }]
        : []
    }),
    standings: begun(await sql.standingsOf(tx, authorityId, member.id)),
    suspensions:
      facts.self || mayManage(actor, facts) === true ? begun(await suspensionsOf(tx, authorityId, member.id)) : [],
    posts: begun(await postsOfPerson(tx, authorityId, member.id)).map(p => ({
      id: p.id,
      kind: p.kind,
      unit: { id: p.unitId, name: p.unitName, kind: p.unitKind },
      from: p.from,
      until: p.until,
    })),
    services: serving.flatMap(({ id, unitId, from, until }) => {
      const unit = temporary.get(unitId)
      const ends = [until, unit?.dissolvedOn].filter(day => day != null).toSorted()[0] ?? null
      return unit ? [{ id, unit: { id: unit.id, name: unit.name, kind: unit.kind }, from, until: ends }] : []
    }),
    corrections: await sql.correctionsOf(tx, authorityId, member.id),
    openTransferId: (await sql.openTransferOf(tx, authorityId, member.id))?.id ?? null,
    may: {
      reveal: mayReveal(actor, facts) === true,
      correct: mayCorrect(actor, facts) === true,
      manage: current && mayManage(actor, facts) === true,
      transfer: current && mayRequestTransfer(actor, facts) === true,
    },
  }
}

/** The two numbers in full. The look itself is an audited event that the member finds in his own record. */
export async function revealPersonal(
  change: Change,
  { body }: { body: { purpose: string } },
  { member, unitId }: MemberFacts,
) {
  const open = (sealed: string | null) => sealed && unseal(change.key('personal'), sealed)
  await change.audit('member.reveal-personal', member.id, { unitId, values: { purpose: body.purpose } })
  return { phone: open(member.phoneSealed), idNumber: open(member.idNumberSealed) }
}
