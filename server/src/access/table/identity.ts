import { randomUUID } from 'node:crypto'
import { type Entry, isPublic, type Table } from '../expectation.ts'
import type { Place } from '../world.ts'

const own: Entry = { about: 'nothing', allow: { everyone: '-' }, rest: 403 }
const TODAY = '2026-03-02'

/** A new account of a new member of the place’s unit, so that the walk locks nobody out; for the walker himself his own. */
async function accountAt(place: Place) {
  return place.relation === 'self' ? { params: { id: place.actor.account } } : accountOfNewMember(place)
}
async function accountOfNewMember(place: Place) {
  const person = await place.insert('membership_member', {
    code: randomUUID(),
    name: '过客',
    pinyin: 'guoke',
    initials: 'gk',
  })
  await place.insert('membership_belonging', { member_id: person, unit_id: place.unit, from_on: '2020-01-01' })
  const id = await place.insert('identity_account', {
    login: randomUUID(),
    person_id: person,
    display_name: '过客',
    created_at: '2020-01-01T00:00:00Z',
  })
  return { params: { id } }
}
/** A request for a grant in that unit, asked for by an earlier security administrator. */
async function grantAt(place: Place) {
  const { params } = await accountOfNewMember(place)
  const id = await place.insert('identity_grant', {
    account_id: params.id,
    role: 'districtCommittee',
    unit_id: place.unit,
    from_on: TODAY,
    granted_by: randomUUID(),
    granted_at: '2026-03-01T00:00:00Z',
  })
  return { params: { id } }
}

export const table: Table = {
  'POST /clock': isPublic,
  'GET /session/options': isPublic,
  'POST /session/sign-in': isPublic,
  'POST /session/persona': isPublic,
  'POST /session/totp': isPublic,
  'POST /session/first-password': isPublic,
  'POST /setup': isPublic,

  // One's own account: everybody, whatever his post.
  'GET /session': own,
  'POST /session/switch': { ...own, given: () => ({ body: { key: 'no-such-key' } }), allow: {}, rest: 404 },
  'DELETE /session': own,
  'GET /my-account': own,
  'DELETE /my-account/sessions/:id': {
    ...own,
    given: async ({ world, actor }) => ({ params: { id: await sessionIdOf(world, actor.session) } }),
  },
  'POST /my-account/password': {
    ...own,
    given: () => ({ body: { current: 'not-the-present-one', password: 'lake-and-river-7' } }),
  },
  'POST /my-account/second-factor': own,
  'POST /my-account/second-factor/confirm': { ...own, given: () => ({ body: { code: '000000' } }) },
  // Nothing is held about an administrator: his account belongs to no member.
  'GET /my-data': { about: 'nothing', allow: { business: '-' }, rest: 404 },
  'GET /my-data/export': { about: 'nothing', allow: { business: '-' }, rest: 404 },

  // Accounts: the system administrator everywhere; staff and organ committees for the members below them.
  'GET /accounts': {
    about: 'nothing',
    allow: { systemAdministrator: '-', securityAdministrator: '-', workCommittee: '-', organCommittee: '-' },
    rest: 403,
  },
  'POST /accounts': {
    about: 'nothing',
    given: () => ({ body: { login: randomUUID(), name: '新账号' } }),
    allow: { systemAdministrator: '-' },
    rest: 403,
  },
  'GET /accounts/of-members': {
    about: 'nothing',
    allow: { systemAdministrator: '-', workCommittee: '-', organCommittee: '-' },
    rest: 403,
  },
  'POST /accounts/of-members': {
    about: 'nothing',
    given: () => ({ body: {} }),
    allow: { workCommittee: '-', organCommittee: '-' },
    rest: 403,
  },
  'POST /accounts/:id/code': {
    about: 'person',
    given: accountAt,
    allow: { systemAdministrator: 'foreign', workCommittee: 'own child parent guided', organCommittee: 'own child' },
    refuse: { everyone: 'self' },
    rest: 404,
  },
  'PUT /accounts/:id/state': {
    about: 'person',
    given: async place => ({ ...(await accountAt(place)), body: { state: 'disabled' } }),
    allow: { systemAdministrator: 'foreign' },
    refuse: seen(),
    rest: 404,
  },
  'DELETE /accounts/:id/second-factor': {
    about: 'person',
    given: accountAt,
    allow: { securityAdministrator: 'foreign' },
    refuse: seen('systemAdministrator'),
    rest: 404,
  },
  'GET /accounts/:id/sessions': {
    about: 'person',
    given: accountAt,
    allow: { systemAdministrator: 'foreign' },
    refuse: seen(),
    rest: 404,
  },
  'DELETE /accounts/:id/sessions': {
    about: 'person',
    given: accountAt,
    allow: { systemAdministrator: 'foreign' },
    refuse: seen(),
    rest: 404,
  },

  // Grants: asked for by security, signed by another person, ended by security.
  'GET /grants': { about: 'nothing', allow: { administrators: '-' }, rest: 403 },
  'POST /grants': {
    about: 'unit',
    given: async place => ({
      body: {
        accountId: (await accountAt(place)).params.id,
        role: 'districtCommittee',
        unitId: place.unit,
        fromOn: TODAY,
      },
    }),
    allow: { securityAdministrator: 'foreign' },
    refuse: seen('systemAdministrator'),
    rest: 404,
  },
  'POST /grants/:id/signature': {
    about: 'unit',
    given: grantAt,
    allow: { systemAdministrator: 'foreign', securityAdministrator: 'foreign' },
    refuse: { auditAdministrator: 'foreign' },
    rest: 404,
  },
  'DELETE /grants/:id': {
    about: 'unit',
    given: grantAt,
    allow: { securityAdministrator: 'foreign' },
    refuse: { systemAdministrator: 'foreign', auditAdministrator: 'foreign' },
    rest: 404,
  },

  'GET /system': { about: 'nothing', allow: { systemAdministrator: '-' }, rest: 403 },
  'GET /audit/events': { about: 'nothing', allow: { auditAdministrator: '-' }, rest: 403 },
  'GET /audit/checkpoints': { about: 'nothing', allow: { auditAdministrator: '-' }, rest: 403 },
  'POST /audit/events/:id/marks': {
    about: 'unit',
    given: async place => ({ params: { id: await eventAt(place) }, body: { note: '请说明' } }),
    allow: { auditAdministrator: 'foreign' },
    rest: 404,
  },
}

/** Who sees the account and may still not do this to it. */
function seen(...more: ('systemAdministrator' | 'securityAdministrator')[]) {
  const others = more.length ? more : (['securityAdministrator'] as const)
  return {
    everyone: 'self',
    workCommittee: '*',
    organCommittee: 'own child',
    auditAdministrator: 'foreign',
    ...Object.fromEntries(others.map(role => [role, 'foreign'])),
  }
}

async function sessionIdOf(world: Place['world'], secret: string): Promise<string> {
  const { rows } = await world.city.owner.query<{ id: string }>(
    "select id from identity_session where secret_sha256 = encode(sha256(convert_to($1, 'UTF8')), 'hex')",
    [secret],
  )
  return rows[0]?.id ?? ''
}

const eventAt = (place: Place) =>
  place.insert('audit_event', {
    at: '2026-03-01T00:00:00Z',
    unit_id: place.unit,
    action: 'x',
    object_id: 'x',
    outcome: 'done',
    route: 'x',
    address: 'x',
    request_id: 'x',
  })
