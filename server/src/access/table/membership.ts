import { randomUUID } from 'node:crypto'
import type { Entry, Table } from '../expectation.ts'
import type { Place } from '../world.ts'

const ofPerson = (place: Place) => ({ params: { memberId: place.person } })
const LONG_AGO = '2019-01-01'

/** Everybody of the city, for the work committee that keeps its register. */
const WHOLE = 'self own child parent guided'
/** Colleagues whose name one sees and whose file one does not: 403, not 404. */
const nameOnly = { business: 'self own', partyGroupSecretary: 'self own child', cityCommittee: 'self child' }
const hiddenColleagues = { cityCommittee: 'own' }

/** As for posts: the work committee in what it leads, an organ committee or a district's work committee below itself. */
const superior: Pick<Entry, 'about' | 'allow' | 'rest'> = {
  about: 'unit',
  allow: { workCommittee: 'own child parent', organCommittee: 'child', districtCommittee: 'child' },
  rest: 403,
}
/** What the work committee leads; of what it only guides it reads the register and changes nothing (R3.1). */
const LED = 'self own child parent'
/** The organ committee or a district's work committee in its subtree, and the work committee. */
const managed: Pick<Entry, 'about' | 'allow' | 'refuse' | 'hide' | 'rest'> = {
  about: 'person',
  allow: { organCommittee: 'self own child', districtCommittee: 'own child', workCommittee: LED },
  refuse: { ...nameOnly, workCommittee: 'guided' },
  hide: hiddenColleagues,
  rest: 404,
}
/** The member’s own secretary as well. */
const corrected = { ...managed, allow: { ...managed.allow, branchSecretary: 'self own' } }

/** A transfer from or to the place; the other side is nobody’s who walks. */
async function transferAt(place: Place, side: 'from' | 'to', state: 'requested' | 'released') {
  await place.world.city.owner.query("update membership_transfer set state = 'withdrawn' where member_id = $1", [
    place.person,
  ])
  const other = place.world.city.unit.w1
  const units =
    side === 'from' ? { from_unit_id: place.unit, to_unit_id: other } : { from_unit_id: other, to_unit_id: place.unit }
  const transferId = await place.insert('membership_transfer', {
    member_id: place.person,
    ...units,
    state,
    reason: '工作调动',
    effective_on: '2026-04-01',
    requested_by: randomUUID(),
    requested_at: '2026-03-01T00:00:00Z',
  })
  return { params: { transferId } }
}
/** Either side’s secretaries and committees, those above, and the member see it; the side whose turn it is acts. */
const handled: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'person',
  allow: {
    branchSecretary: 'self own',
    organCommittee: 'self own child',
    districtCommittee: 'self own child',
    workCommittee: LED,
  },
  refuse: {
    workCommittee: 'guided',
    business: 'self',
    branchCommittee: 'own',
    partyGroupSecretary: 'own child',
    cityCommittee: 'child',
  },
  rest: 404,
}

export const table: Table = {
  'GET /members': {
    about: 'nothing',
    allow: {
      branchCommittee: '-',
      branchSecretary: '-',
      organCommittee: '-',
      districtCommittee: '-',
      partyGroupSecretary: '-',
      workCommittee: '-',
    },
    rest: 403,
  },
  'GET /members/:memberId': {
    about: 'person',
    given: ofPerson,
    allow: {
      business: 'self',
      branchCommittee: 'own',
      branchSecretary: 'own',
      organCommittee: 'own child',
      districtCommittee: 'own child',
      partyGroupSecretary: 'own child',
      workCommittee: WHOLE,
    },
    rest: 404,
  },
  'POST /members/:memberId/personal': {
    ...managed,
    given: place => ({ ...ofPerson(place), body: { purpose: '核对组织关系' } }),
    allow: { business: 'self', organCommittee: 'own child', districtCommittee: 'own child', workCommittee: LED },
  },
  'POST /members': {
    about: 'unit',
    given: place => ({
      body: {
        name: '新党员',
        joinedOn: '2025-01-01',
        unitId: place.unit,
        kind: 'regular',
        state: 'inService',
        leadingCadre: false,
        from: LONG_AGO,
        reason: '补录',
      },
    }),
    allow: { organCommittee: 'own child', districtCommittee: 'own child', workCommittee: 'own child parent' },
    rest: 403,
  },
  'PATCH /members/:memberId': {
    ...corrected,
    given: place => ({ ...ofPerson(place), body: { gender: 'female', reason: '更正' } }),
  },
  'POST /members/:memberId/standings': {
    ...managed,
    given: place => ({
      ...ofPerson(place),
      body: { kind: 'regular', state: 'inService', leadingCadre: false, from: LONG_AGO, reason: '更正' },
    }),
  },
  'POST /members/:memberId/rights-suspensions': {
    ...managed,
    given: place => ({
      ...ofPerson(place),
      body: { cause: 'detention', from: '2026-03-01', until: null, document: '示例决定' },
    }),
  },
  'POST /members/:memberId/rights-suspensions/end': {
    ...managed,
    given: place => ({ ...ofPerson(place), body: { until: '2026-03-02' } }),
  },
  'POST /members/:memberId/leave': {
    ...managed,
    given: place => ({ ...ofPerson(place), body: { on: LONG_AGO, reason: '调离' } }),
  },
  // R4.1: who serves in a temporary organisation; the walked unit is none, so a change that gets through is refused for that.
  'GET /organization/units/:unitId/services': {
    about: 'unit',
    given: place => ({ params: { unitId: place.unit } }),
    allow: {
      branchCommittee: '*',
      branchSecretary: '*',
      organCommittee: '*',
      districtCommittee: '*',
      partyGroupSecretary: '*',
      workCommittee: '*',
    },
    rest: 403,
  },
  'POST /organization/units/:unitId/services': {
    ...superior,
    given: place => ({ params: { unitId: place.unit }, body: { memberId: place.person, from: LONG_AGO } }),
  },
  // A service is found by whoever sees the member; others do not learn of it.
  'POST /services/:serviceId/end': {
    ...managed,
    about: 'unit',
    allow: superior.allow,
    given: async place => ({
      params: {
        serviceId: await place.insert('membership_service', {
          member_id: place.person,
          unit_id: place.unit,
          from_on: '2020-01-01',
        }),
      },
      body: { until: '2026-02-01', reason: '专班任务完成' },
    }),
  },
  'POST /members/:memberId/transfers': {
    ...corrected,
    given: place => ({ ...ofPerson(place), body: { toUnitId: place.unit, effectiveOn: LONG_AGO, reason: '工作调动' } }),
    allow: { ...corrected.allow, business: 'self' },
  },
  'GET /transfers': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'GET /transfers/:transferId': {
    about: 'person',
    given: place => transferAt(place, 'from', 'requested'),
    allow: {
      ...handled.allow,
      ...handled.refuse,
      branchSecretary: 'own',
      organCommittee: 'own child',
      districtCommittee: 'own child',
      workCommittee: WHOLE,
    },
    rest: 404,
  },
  'POST /transfers/:transferId/release': { ...handled, given: place => transferAt(place, 'from', 'requested') },
  'POST /transfers/:transferId/receive': { ...handled, given: place => transferAt(place, 'to', 'released') },
  'POST /transfers/:transferId/refuse': {
    ...handled,
    given: async place => ({ ...(await transferAt(place, 'from', 'requested')), body: { reason: '材料不全' } }),
  },
  'POST /transfers/:transferId/withdraw': {
    ...handled,
    given: place => transferAt(place, 'from', 'requested'),
    allow: { ...handled.allow, business: 'self' },
  },
}
