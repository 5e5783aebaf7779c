import { randomUUID } from 'node:crypto'
import type { Entry, Table } from '../../expectation.ts'
import type { Place } from '../../world.ts'
import { schemeAt } from './scheme.ts'

const at = '2026-03-01T00:00:00Z'
const decided = { meeting: '工委会议', meeting_on: '2026-03-01', decided_by: randomUUID(), decided_at: at }

/** An assessment run by the place's unit. */
async function assessmentAt(place: Place, state = 'provisional', publication = 'none') {
  const assessmentId = await place.insert('appraisal_assessment', {
    ...{ unit_id: place.unit, scheme_id: await schemeAt(place, 'published', 'organ', publication) },
    ...{ period: '2026', state },
    ...{ cut_off: '2026-03-01', placed_on: '2026-03-01', inputs_sha256: 'x', computed_by: randomUUID() },
    ...{ computed_at: at, ...(state === 'provisional' ? {} : decided), objection_until: '2026-12-31' },
  })
  await place.insert('appraisal_assessment_run', {
    ...{ assessment_id: assessmentId, unit_id: place.unit, number: 1, cause: 'first', inputs_sha256: 'x' },
    ...{ input: '{"facts":[],"ratings":[],"rulings":[]}', moved: '[]', places: '[]' },
    ...{ computed_by: randomUUID(), computed_at: at },
  })
  return assessmentId
}
const of =
  (state = 'provisional', body?: unknown) =>
  async (place: Place) => ({
    params: { assessmentId: await assessmentAt(place, state) },
    ...(body === undefined ? {} : { body }),
  })
/** A released result of the place's unit; `office` assessed it, the place's unit itself where that is what the walk is about. */
async function assessedAt(place: Place, state: string, office: 'own' | 'another') {
  const office_id = office === 'own' || place.relation === 'elsewhere' ? place.unit : place.world.unit.wc
  const assessment_id = await assessmentAt({ ...place, unit: office_id }, state)
  return place.insert('appraisal_assessed_unit', {
    ...{ assessment_id, office_id, unit_id: place.unit, name: '某支部', pinyin: 'mou', initials: 'm' },
    ...{ organ_id: place.unit, organ: '某机关', ranks: '{}', to_be_decided: false, ungraded: false },
    ...{ blocked: '{}', limits: '{}', barred: '{}', released_at: state === 'objection' ? at : null },
    in_rating: state === 'rating',
  })
}
const ofUnit = (state: string, office: 'own' | 'another', body?: unknown) => async (place: Place) => ({
  params: { assessedId: await assessedAt(place, state, office) },
  ...(body === undefined ? {} : { body }),
})
/** An assessment in which the place's unit is being rated; the work committee assesses. */
const ofPanels = (source?: string, body?: unknown) => async (place: Place) => {
  const { rows } = await place.world.city.owner.query<{ id: string }>(
    'select assessment_id as id from appraisal_assessed_unit where id = $1',
    [await assessedAt(place, 'rating', 'another')],
  )
  return { params: { assessmentId: rows[0]!.id, ...(source ? { source } : {}) }, ...(body ? { body } : {}) }
}
const ofObjection = async (place: Place) => ({
  params: {
    objectionId: await place.insert('appraisal_assessment_objection', {
      ...{ assessed_id: await assessedAt(place, 'objection', 'own'), person_id: randomUUID(), node: 'grade' },
      ...{ text: '少算一次', raised_at: at, due_on: '2026-12-31' },
    }),
  },
  body: { answer: '经核实无误', outcome: { kind: 'upheld' } },
})

const offices: Entry = { about: 'nothing', allow: { workCommittee: '-', organCommittee: '-' }, rest: 403 }
/** The office that assesses, and the work committee looks on; at one it only guides not before the filing. */
const readers: Pick<Entry, 'about' | 'allow' | 'rest'> = {
  about: 'unit',
  allow: { workCommittee: 'own child parent', organCommittee: 'own' },
  rest: 404,
}
/** Only the very office acts. */
const actors: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'unit',
  allow: { workCommittee: 'own', organCommittee: 'own' },
  refuse: { workCommittee: 'child parent' },
  rest: 404,
}
/** Whoever leads a unit sees its released result. */
const leaders: Entry['allow'] = {
  branchSecretary: 'own',
  organCommittee: 'own child',
  partyGroupSecretary: 'own child',
  workCommittee: '*',
  districtCommittee: 'own child',
  cityCommittee: 'child',
}
/** While it is rated: also the unit and the committee that leads it, who find their own units. */
const raters: Pick<Entry, 'about' | 'allow' | 'rest'> = {
  about: 'unit',
  allow: { workCommittee: '*', branchSecretary: 'own', organCommittee: 'own child' },
  rest: 404,
}
const business: Entry = { about: 'nothing', allow: { business: '-' }, rest: 403 }
const meeting = { meeting: '工委会议', meetingOn: '2026-03-01', document: '一号' }

export const table: Table = {
  'GET /appraisal/assessments': offices,
  'POST /appraisal/assessments': {
    ...offices,
    given: () => ({ body: { schemeId: randomUUID(), period: '2026', cutOff: '2026-03-01' } }),
  },
  'GET /appraisal/assessments/:assessmentId': { ...readers, given: of() },
  'GET /appraisal/assessments/:assessmentId/units': { ...readers, given: of() },
  'GET /appraisal/assessments/:assessmentId/table': { ...readers, given: of() },
  'GET /appraisal/assessments/:assessmentId/comparison': { ...readers, given: of() },
  'GET /appraisal/assessments/:assessmentId/panels': { ...raters, given: ofPanels() },
  'GET /appraisal/assessments/:assessmentId/panels/:source/ratings': { ...raters, given: ofPanels('self') },
  'GET /appraisal/assessments/:assessmentId/panels/:source/sittings': { ...raters, given: ofPanels('democratic') },
  'PUT /appraisal/assessed-units/:assessedId/ratings/:source': {
    about: 'unit',
    given: async place => ({
      params: { assessedId: await assessedAt(place, 'rating', 'another'), source: 'self' },
      body: { value: 'excellent', reason: '对照方案自查', document: '一号' },
    }),
    // A unit rates itself; the office enters that by its document.
    allow: { workCommittee: 'own child parent', branchSecretary: 'own', organCommittee: 'own' },
    refuse: leaders,
    rest: 404,
  },
  'POST /appraisal/assessments/:assessmentId/computation': { ...actors, given: of('rating', {}) },
  'POST /appraisal/assessments/:assessmentId/rating': { ...actors, given: of('provisional') },
  'POST /appraisal/assessments/:assessmentId/decide': {
    ...actors,
    given: of('provisional', { ...meeting, version: 'an older one', units: [] }),
  },
  'POST /appraisal/assessments/:assessmentId/release': { ...actors, given: of('decided') },
  'POST /appraisal/assessments/:assessmentId/filing': { ...actors, given: of('objection', { totalAs: null }) },
  'POST /appraisal/assessments/:assessmentId/publication': {
    ...actors,
    refuse: { workCommittee: 'child parent guided' },
    given: of('filed'),
  },
  'GET /appraisal/assessed-units/:assessedId': {
    about: 'unit',
    given: ofUnit('objection', 'another'),
    allow: leaders,
    rest: 404,
  },
  'POST /appraisal/assessed-units/:assessedId/rulings': {
    ...actors,
    given: ofUnit('provisional', 'own', {
      ...meeting,
      what: { kind: 'limit', target: 'weak' },
      reason: '整顿已经验收',
    }),
  },
  'POST /appraisal/assessed-units/:assessedId/objections': {
    about: 'unit',
    given: ofUnit('objection', 'another', { node: 'grade', text: '少算一次' }),
    allow: { branchSecretary: 'own', organCommittee: 'own' },
    refuse: leaders,
    rest: 404,
  },
  'GET /appraisal/unit-results': business,
  'GET /appraisal/unit-objections': offices,
  'POST /appraisal/unit-objections/:objectionId/answer': { ...actors, given: ofObjection },
  'GET /appraisal/published': business,
  'GET /appraisal/published/:assessmentId': {
    about: 'unit',
    given: async place => {
      const sent = { params: { assessmentId: await assessmentAt(place, 'filed', 'grades') } }
      await place.world.city.owner.query(
        'update appraisal_assessment set published_by = $2, published_at = $3 where id = $1',
        [sent.params.assessmentId, randomUUID(), at],
      )
      return sent
    },
    allow: { business: '*' },
    rest: 403,
  },
}
