import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/membership/service.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { mayAppoint, type UnitFacts, unitFacts } from '../../organization/index.ts'
import { lockMember } from '../member/sql.ts'
import { memberById } from '../sql.ts'
import * as sql from './sql.ts'

export interface ServiceFacts extends UnitFacts {
  service: NonNullable<Awaited<ReturnType<typeof sql.serviceById>>>
}

export async function serviceFacts(
  change: Change,
  { params }: Input<typeof api.endService>,
): Promise<ServiceFacts | null> {
  const service = await sql.serviceById(change.tx, change.actor.authorityId, params.serviceId)
  const facts = service && (await unitFacts(change, { params: { unitId: service.unitId } }))
  return service && facts ? { ...facts, service } : null
}

export async function listServices(
  { tx, actor, today }: Change,
  { query }: Input<typeof api.listServices>,
  facts: UnitFacts,
) {
  const rows = await sql.servicesIn(tx, facts.unit.id, query.on ?? today)
  return {
    items: rows.map(row => ({
      id: row.id,
      memberId: row.member_id,
      name: row.name,
      kind: row.kind,
      home: row.home_id === null ? null : { id: row.home_id, name: row.home_name ?? '' },
      from: row.from_on,
      until: row.until_on,
    })),
    mayManage: facts.unit.kind === 'temporaryOrganization' && mayAppoint(actor, facts) === true,
  }
}

/** Fails NOT_TEMPORARY, STATE_CONFLICT before its founding or after its end, PERIOD_EMPTY, SERVES_ALREADY; NOT_FOUND for a member out of sight. */
export async function beginService(change: Change, { body }: Input<typeof api.beginService>, { unit }: UnitFacts) {
  const { tx, actor, audit, inform } = change
  const { authorityId } = actor
  const { memberId, from, until } = body
  if (unit.kind !== 'temporaryOrganization') fail('NOT_TEMPORARY', { unit: unit.name })
  if (from < unit.foundedOn || (unit.dissolvedOn && from >= unit.dissolvedOn))
    fail('STATE_CONFLICT', {
      state: from < unit.foundedOn ? { zh: '拟建', en: 'planned' } : { zh: '已撤销', en: 'dissolved' },
      action: '编入党员',
    })
  if (until && until <= from) fail('PERIOD_EMPTY', { from })
  const member = (await memberById(tx, authorityId, memberId)) ?? fail('NOT_FOUND')
  await lockMember(tx, authorityId, memberId)
  const [earlier] = await sql.servicesMeeting(tx, authorityId, { memberId, unitId: unit.id, from, until })
  if (earlier) fail('SERVES_ALREADY', { name: member.name, from: earlier.from })
  const id = randomUUID()
  await sql.insertService(tx, authorityId, { id, memberId, unitId: unit.id, from, until })
  await audit('member.begin-service', id, { unitId: unit.id, values: body })
  await inform([memberId], {
    kind: 'member.service',
    objectId: id,
    title: {
      zh: `您自${from}起编入${unit.name}，组织关系不变`,
      en: `You serve in ${unit.name} from ${from}; your membership stays where it is`,
    },
    link: `/organisation/${unit.id}`,
    unitId: unit.id,
  })
  return { id }
}

/** Fails STATE_CONFLICT when it has ended before that day, PERIOD_EMPTY when it would last no day. */
export async function endService(
  change: Change,
  { body }: Input<typeof api.endService>,
  { service, unit }: ServiceFacts,
) {
  if (service.until && service.until <= body.until)
    fail('STATE_CONFLICT', {
      state: { zh: `${service.until}已结束`, en: `over since ${service.until}` },
      action: '结束服务',
    })
  if (body.until <= service.from) fail('PERIOD_EMPTY', { from: service.from })
  await sql.setServiceEnd(change.tx, change.actor.authorityId, service.id, body.until, body.reason)
  await change.audit('member.end-service', service.id, { unitId: unit.id, values: body })
}
