import { z } from 'zod'
import { AsOf, UnitRef } from '../organization/unit.ts'
import { route } from '../route.ts'
import { Day, Id, text } from '../values.ts'
import { MemberKind } from './member.ts'

/** A member serves in a temporary organisation for a time; his membership stays where it is. */
export const Service = z.object({
  id: Id,
  memberId: Id,
  name: z.string(),
  kind: MemberKind.nullable(),
  /** The branch that keeps the membership; null once the member belongs nowhere. */
  home: UnitRef.pick({ id: true, name: true }).nullable(),
  from: Day,
  until: Day.nullable(),
})
export type Service = z.output<typeof Service>

export const listServices = route({
  method: 'GET',
  path: '/organization/units/:unitId/services',
  summary: 'Who serves in a temporary organisation on a day',
  params: z.strictObject({ unitId: Id }),
  query: AsOf,
  reply: z.object({ items: z.array(Service), mayManage: z.boolean() }),
})

export const beginService = route({
  method: 'POST',
  path: '/organization/units/:unitId/services',
  summary: 'A member begins to serve in a temporary organisation; the membership stays in the branch',
  params: z.strictObject({ unitId: Id }),
  body: z.strictObject({ memberId: Id, from: Day, until: Day.nullable().default(null) }),
  reply: z.object({ id: Id }),
  errors: ['NOT_TEMPORARY', 'STATE_CONFLICT', 'PERIOD_EMPTY', 'SERVES_ALREADY'],
})

export const endService = route({
  method: 'POST',
  path: '/services/:serviceId/end',
  summary: 'End a service; the day given is the first day not served',
  params: z.strictObject({ serviceId: Id }),
  body: z.strictObject({ until: Day, reason: text(500, 2) }),
  errors: ['STATE_CONFLICT', 'PERIOD_EMPTY'],
})
