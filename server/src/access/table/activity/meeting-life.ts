import type { Entry, Table } from '../../expectation.ts'
import type { Place } from '../../world.ts'

const meetingAt =
  (state: 'planned' | 'open' | 'closed', body?: unknown) =>
  async ({ insert, unit, person, actor }: Place) => {
    const meetingId = await insert('meeting_life_meeting', {
      ...{ unit_id: unit, kind: 'themeDay', title: '主题党日', starts_at: '2026-03-02T06:00:00Z', minutes: 60 },
      ...{ held_on: '2026-03-02', place: '会议室', agenda: '[]', state, planned_by: person },
      ...(state === 'planned' ? {} : { opened_at: '2026-03-02T06:00:00Z', opened_by: person }),
      ...(state === 'closed' ? { quorum: '{}', closed_at: '2026-03-02T07:00:00Z', closed_by: person } : {}),
    })
    await insert('meeting_life_attendance', {
      ...{ id: undefined, meeting_id: meetingId, person_id: person, state: 'leaveAsked' },
      ...{ noted_at: '2026-03-01T00:00:00Z', noted_by: person },
    })
    return {
      params: { meetingId },
      ...(body === undefined ? {} : { body: typeof body === 'function' ? body(person, actor) : body }),
    }
  }

/** Whoever only guides the unit sees none of its meetings. */
const reads: Entry['allow'] = {
  member: 'own',
  branchCommittee: 'own',
  branchSecretary: 'own',
  organCommittee: 'own child',
  partyGroupMember: 'own',
  partyGroupSecretary: 'own child',
  districtCommittee: 'own child',
  cityCommittee: 'child',
  workCommittee: 'own child parent',
}
const read: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'unit', allow: reads, rest: 404 }
/** The unit's own office keeps its record; whoever else sees it changes nothing. */
const keep: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'unit',
  allow: {
    branchCommittee: 'own',
    branchSecretary: 'own',
    organCommittee: 'own',
    partyGroupSecretary: 'own',
    districtCommittee: 'own',
    workCommittee: 'own',
  },
  refuse: reads,
  rest: 404,
}
/** Offices that plan for a unit of their own. */
const planners: Entry['allow'] = {
  branchCommittee: '-',
  branchSecretary: '-',
  organCommittee: '-',
  partyGroupSecretary: '-',
  districtCommittee: '-',
  workCommittee: '-',
}
const PLAN = { kind: 'themeDay', title: '主题党日', day: '2027-03-02', at: '14:00', minutes: 60, place: '会议室' }
const attended = (person: string) => ({ way: 'paper', people: [{ personId: person, state: 'present' }] })

const electionAt = (state: 'preparing' | 'counted' | 'reported', body?: unknown) => async (place: Place) => {
  const { params } = await meetingAt(state === 'preparing' ? 'planned' : 'closed')(place)
  const counted = state === 'preparing' ? {} : { needed: 2, base: 3, second_teller: place.person }
  await place.insert('meeting_life_election', {
    ...{ id: undefined, meeting_id: params.meetingId, seats: 1, state, ...counted },
    ...(state === 'reported'
      ? { term_from: '2026-03-02', report_text: '选举结果', reported_at: '2026-03-02T08:00:00Z' }
      : {}),
  })
  return { params, ...(body === undefined ? {} : { body }) }
}

export const table: Table = {
  'GET /meetings': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'POST /meetings': {
    about: 'nothing',
    given: ({ role }) => ({ body: { ...PLAN, day: `2027-03-${String(10 + role.length).padStart(2, '0')}` } }),
    allow: planners,
    rest: 403,
  },
  'GET /meetings/year-plan': { about: 'nothing', allow: planners, rest: 403 },
  'POST /meetings/year-plan': {
    about: 'nothing',
    // Two offices of one branch plan for it: an overlap would be a wrong field.
    given: ({ role }) => ({
      body: {
        meetings: [{ ...PLAN, day: `2027-05-${10 + role.length}`, at: role === 'branchCommittee' ? '09:00' : '14:00' }],
      },
    }),
    allow: planners,
    rest: 403,
  },
  'GET /meetings/people': {
    about: 'nothing',
    given: () => ({ query: { kind: 'themeDay', day: '2026-03-02' } }),
    allow: planners,
    rest: 403,
  },
  'GET /meetings/:meetingId': { ...read, given: meetingAt('planned') },
  'PUT /meetings/:meetingId': { ...keep, given: meetingAt('closed', PLAN) },
  'POST /meetings/:meetingId/cancel': { ...keep, given: meetingAt('planned', { reason: '改期' }) },
  'POST /meetings/:meetingId/open': { ...keep, given: meetingAt('planned') },
  'POST /meetings/:meetingId/close': { ...keep, given: meetingAt('open') },
  'PUT /meetings/:meetingId/attendance': { ...keep, given: meetingAt('open', attended) },
  'GET /meetings/:meetingId/code': { ...keep, given: meetingAt('open') },
  'GET /meetings/:meetingId/election': { ...read, given: electionAt('preparing') },
  'PUT /meetings/:meetingId/election': {
    ...keep,
    given: electionAt('preparing', { seats: 1, candidates: ['00000000-0000-4000-8000-000000000001'] }),
  },
  'POST /meetings/:meetingId/election/tellers': {
    ...keep,
    given: electionAt('preparing', {
      first: '00000000-0000-4000-8000-000000000001',
      second: '00000000-0000-4000-8000-000000000002',
    }),
  },
  // Whoever sees the meeting may try; whether he is a teller is said by the answer.
  'POST /meetings/:meetingId/election/count': {
    ...read,
    given: electionAt('preparing', { handedOut: 0, returned: 0, invalid: 0, votes: [] }),
  },
  'POST /meetings/:meetingId/election/report': {
    ...keep,
    given: ({ person, ...place }) =>
      electionAt('counted', {
        ...{ text: '选举结果报告', from: '2026-03-02' },
        posts: [{ personId: person, kind: 'secretary' }],
      })({ person, ...place }),
  },
  // The organisation above replies, never the one that reports.
  'POST /meetings/:meetingId/election/reply': {
    ...read,
    given: electionAt('reported', { approved: false, text: '请补充' }),
    allow: { organCommittee: 'child', districtCommittee: 'child', workCommittee: 'own child parent' },
    refuse: reads,
  },
  'PUT /meetings/:meetingId/minutes': { ...keep, given: meetingAt('open', { text: '记录', revision: 0 }) },
  'POST /meetings/:meetingId/resolutions': {
    ...keep,
    given: meetingAt('open', {
      text: '通过',
      majority: 'committee',
      inFavour: 1,
      against: 0,
      abstained: 0,
      way: 'hands',
    }),
  },
  'POST /meetings/:meetingId/amendments': {
    ...keep,
    given: meetingAt('closed', (person: string) => ({ personId: person, state: 'present', reason: '漏记' })),
  },
  'POST /meetings/:meetingId/leave/:personId': {
    ...keep,
    given: async place => {
      const { params } = await meetingAt('planned')(place)
      return { params: { ...params, personId: place.person }, body: { granted: true } }
    },
  },
  // Whoever sees the meeting may try; whether he is due is said by the answer.
  'POST /meetings/:meetingId/leave': { ...read, given: meetingAt('planned', { reason: '出差在外' }) },
  'POST /meetings/:meetingId/arrive': { ...read, given: meetingAt('open', { code: '000000' }) },
  'GET /meetings/compliance': {
    about: 'nothing',
    allow: planners,
    rest: 403,
  },
  'GET /meetings/requirements': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'POST /meetings/requirements': {
    about: 'nothing',
    given: () => ({
      body: {
        ...{ title: '廉政党课', kind: 'partyLecture', every: 'year', times: 1, asks: ['branch'] },
        ...{ from: '2027-01-01', document: '本市通知' },
      },
    }),
    allow: { workCommittee: '-' },
    rest: 403,
  },
  'POST /meetings/requirements/:requirementId/end': {
    about: 'nothing',
    given: async ({ insert, person }) => ({
      params: {
        requirementId: await insert('meeting_life_requirement', {
          ...{ title: '廉政党课', kind: 'partyLecture', every: 'year', times: 1, asks: '{branch}' },
          ...{ from_on: '2026-01-01', document: '本市通知', recorded_by: person, recorded_at: '2026-01-01T00:00:00Z' },
        }),
      },
      body: { until: '2027-01-01' },
    }),
    allow: { workCommittee: '-' },
    rest: 403,
  },
  // Counts by unit stay in view of a guiding body.
  'GET /meetings/compliance/:unitId': {
    ...read,
    allow: { ...reads, workCommittee: '*' },
    given: ({ unit }) => ({ params: { unitId: unit } }),
  },
}
