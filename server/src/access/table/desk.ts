import { type Entry, isPublic, type Table } from '../expectation.ts'
import type { WalkingRole } from '../world.ts'

const of = (...roles: WalkingRole[]): Entry => ({
  about: 'nothing',
  allow: Object.fromEntries(roles.map(role => [role, '-'])),
  rest: 403,
})
const business: Entry = { about: 'nothing', allow: { business: '-' }, rest: 403 }

export const table: Table = {
  'GET /desk/mine': business,
  'GET /desk/branch': of('branchSecretary'),
  'GET /desk/waiting': { about: 'nothing', allow: { everyone: '-' }, rest: 403 },
  // A message is its reader’s alone, in whatever office.
  'GET /inbox': business,
  'POST /inbox/:messageId/read': {
    about: 'person',
    given: async place => ({
      params: {
        messageId: await place.insert('inbox_item', {
          person_id: place.person,
          unit_id: place.unit,
          kind: 'x',
          object_id: crypto.randomUUID(),
          title_zh: '信',
          title_en: 'x',
          link: '/',
          sent_at: '2026-03-01T00:00:00Z',
        }),
      },
    }),
    allow: { business: 'self' },
    rest: 404,
  },
  'POST /inbox/read': { ...business, given: () => ({ body: { upTo: '2026-03-01T00:00:00Z' } }) },
  'GET /calendar-feed': business,
  'POST /calendar-feed': business,
  'DELETE /calendar-feed': business,
  'GET /calendar/:token.ics': isPublic,
  // How one is reached is one’s own; that it works is the system administrator’s concern.
  'GET /reminders': business,
  'PUT /reminders': {
    ...business,
    given: () => ({ body: { mode: 'daily', quietFrom: null, quietUntil: null, hook: true } }),
  },
  'PUT /reminders/address': { ...business, given: () => ({ body: { address: 'a@example.org' } }) },
  'POST /reminders/address/confirm': { ...business, given: () => ({ body: { code: '000000' } }) },
  'DELETE /reminders/address': business,
  'GET /system/deliveries': { about: 'nothing', allow: { systemAdministrator: '-' }, rest: 403 },
  'POST /system/deliveries/retry': { about: 'nothing', allow: { systemAdministrator: '-' }, rest: 403 },
  'GET /overview/organ': of('organCommittee', 'districtCommittee'),
  'GET /overview/organ/export': of('organCommittee', 'districtCommittee'),
  'GET /overview/party-group': of('partyGroupSecretary'),
  'GET /overview/city': of('workCommittee'),
  'POST /overview/city/count': of('workCommittee'),
  'GET /overview/level-four': of('cityCommittee'),
}
