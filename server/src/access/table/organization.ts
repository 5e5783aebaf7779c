import { randomUUID } from 'node:crypto'
import type { Entry, Table } from '../expectation.ts'
import type { Place, WalkingRole } from '../world.ts'

const atUnit = (place: Place) => ({ params: { unitId: place.unit } })
/** Before the unit was founded: nothing can come of it, whoever asks. */
const TOO_EARLY = '2019-01-01'
const dated = { effectiveOn: TOO_EARLY, document: '青工委〔2026〕1号', reason: '机构改革' }

/** R4.1: the structure is open to everybody in a business capacity. */
const structure: Entry = { about: 'unit', given: atUnit, allow: { business: '*' }, rest: 403 }
/** Everywhere in the city but in what the work committee only guides: a guiding body changes nothing (R3.1). */
const NOT_GUIDED = 'own child parent'
/** The work committee keeps the register of what it leads; an organ committee or a district's work committee what lies below it, never itself. */
const superior: Pick<Entry, 'about' | 'allow' | 'rest'> = {
  about: 'unit',
  allow: { workCommittee: NOT_GUIDED, organCommittee: 'child', districtCommittee: 'child' },
  rest: 403,
}
const list = (...roles: WalkingRole[]): Entry => ({
  about: 'nothing',
  allow: Object.fromEntries(roles.map(role => [role, '-'])),
  rest: 403,
})

const termAt = async (place: Place, state: string) => ({
  params: {
    termId: await place.insert('organization_term', {
      unit_id: place.unit,
      from_on: '2021-03-01',
      until_on: '2026-06-01',
      state,
    }),
  },
})
const changeAt = async (place: Place) => ({
  params: {
    changeId: await place.insert('organization_change', {
      ...{
        kind: 'rename',
        unit_id: place.unit,
        effective_on: '2026-02-01',
        document: '一号',
        reason: '更名',
        made_by: randomUUID(),
        made_at: '2026-02-01T00:00:00Z',
      },
      touched: JSON.stringify({
        units: [place.unit],
        near: [],
        founded: [],
        dissolved: [],
        opened: [],
        closed: [],
        terms: [],
        membersMoved: 0,
      }),
    }),
  },
})
/** The change lies in the caller’s view: secretaries read their own, the work committee and organ committees reverse. */
const ofChange: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'unit',
  allow: { workCommittee: NOT_GUIDED, organCommittee: 'own child', districtCommittee: 'own child' },
  refuse: { branchSecretary: 'own', workCommittee: 'guided' },
  rest: 404,
}

/** Whose view a unit’s own affairs lie in, whatever they may do there. */
const inView = {
  business: 'own',
  organCommittee: 'own child',
  districtCommittee: 'own child',
  partyGroupSecretary: 'own child',
  workCommittee: '*',
  cityCommittee: 'child',
}

export const table: Table = {
  'GET /organization/tree': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'GET /organization/top': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'GET /organization/units/:unitId/children': structure,
  'GET /organization/units/:unitId/path': structure,
  'GET /organization/units/:unitId': structure,
  'PATCH /organization/units/:unitId': {
    about: 'unit',
    given: place => ({ ...atUnit(place), body: { staffCount: 12 } }),
    allow: { workCommittee: NOT_GUIDED, organCommittee: 'own child', districtCommittee: 'own child' },
    rest: 403,
  },
  'POST /organization/units/:unitId/posts': {
    ...superior,
    given: place => ({ ...atUnit(place), body: { personId: place.person, kind: 'publicityMember', from: TOO_EARLY } }),
  },
  'POST /organization/posts/:postId/close': {
    ...superior,
    given: async place => ({
      params: {
        postId: await place.insert('organization_post', {
          unit_id: place.unit,
          kind: 'groupLeader',
          person_id: place.person,
          from_on: '2020-01-01',
        }),
      },
      body: { until: '2026-02-01', reason: '调整分工' },
    }),
  },
  'GET /organization/staffing': list('workCommittee', 'organCommittee', 'districtCommittee'),
  'POST /organization/units/:unitId/terms': {
    ...superior,
    given: place => ({ ...atUnit(place), body: { from: TOO_EARLY } }),
  },
  'GET /organization/renewals': list('workCommittee', 'organCommittee', 'districtCommittee', 'branchSecretary'),
  // R2.4: the organisation asks for itself, the one above answers.
  'POST /organization/terms/:termId/request': {
    about: 'unit',
    given: async place => ({ ...(await termAt(place, 'normal')), body: { text: '任期将满，请示换届' } }),
    allow: { branchSecretary: 'own', organCommittee: 'own' },
    refuse: inView,
    // Steps lock the term first, and what is only guided cannot be locked.
    hide: { cityCommittee: 'own', workCommittee: 'guided' },
    rest: 404,
  },
  'POST /organization/terms/:termId/reply': {
    ...superior,
    refuse: inView,
    // Steps lock the term first, and what is only guided cannot be locked.
    hide: { cityCommittee: 'own', workCommittee: 'guided' },
    rest: 404,
    given: async place => ({ ...(await termAt(place, 'requested')), body: { outcome: 'approved', text: '同意' } }),
  },

  // R3.1: a guiding body advises what it only guides; the two units alone read it, and the one advised answers.
  'GET /organization/advice': list('workCommittee', 'organCommittee', 'districtCommittee', 'branchSecretary'),
  'POST /organization/units/:unitId/advice': {
    about: 'unit',
    given: place => ({ ...atUnit(place), body: { text: '建议错开安排年中自查' } }),
    allow: { workCommittee: 'guided' },
    rest: 403,
  },
  'POST /organization/advice/:adviceId/answer': {
    about: 'unit',
    given: async place => ({
      params: {
        adviceId: await place.insert('organization_advice', {
          ...{ from_unit_id: place.unit, to_unit_id: place.unit, text: '建议错开安排年中自查' },
          ...{ given_by: randomUUID(), given_at: '2026-02-01T00:00:00Z' },
        }),
      },
      body: { answer: '已错开安排' },
    }),
    allow: { workCommittee: 'own', organCommittee: 'own', districtCommittee: 'own', branchSecretary: 'own' },
    rest: 404,
  },

  'GET /organization/zones': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'PUT /organization/zones': {
    ...list('workCommittee'),
    given: () => ({ body: { from: '2026-03-01', document: '一号', zones: [] } }),
  },

  'POST /organization/changes/preview': {
    ...superior,
    given: place => ({ body: { kind: 'rename', unitId: place.unit, name: '新名称', effectiveOn: TOO_EARLY } }),
  },
  'POST /organization/changes': {
    ...superior,
    given: place => ({ body: { kind: 'rename', unitId: place.unit, name: '新名称', ...dated } }),
  },
  'GET /organization/changes': list('workCommittee', 'organCommittee', 'districtCommittee', 'branchSecretary'),
  'GET /organization/changes/:changeId/reversal': { ...ofChange, given: changeAt },
  'POST /organization/changes/:changeId/reverse': {
    ...ofChange,
    given: async place => ({ ...(await changeAt(place)), body: { ...dated } }),
  },
  'GET /organization/coverage': list('workCommittee', 'organCommittee', 'districtCommittee'),
  'GET /search': { about: 'nothing', given: () => ({ query: { q: '支部' } }), allow: { everyone: '-' }, rest: 403 },
}
