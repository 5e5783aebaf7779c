import { randomUUID } from 'node:crypto'
import { shippedScheme } from '../../modules/appraisal/index.ts'
import type { Entry, Table } from '../expectation.ts'
import type { Place } from '../world.ts'

const at = '2026-03-01T00:00:00Z'
let version = 1000
/** Years no other part of the walk uses. */
const pastYears = Array.from({ length: 101 }, (_, i) => 2000 + i).filter(year => year !== 2026 && year !== 2039)

/** One unit has one round of a level a year: the earlier one goes, from the leaves to the root, in one errand to the database. */
async function clear(place: Place) {
  const rounds = `(select id from appraisal_round where unit_id = '${place.unit}' and cycle_id = '${await place.cycle()}')`
  const of = (child: string) => `(select id from appraisal_${child} where round_id in ${rounds})`
  const children = {
    ...{ slip: `count_id in ${of('count')}`, objection: `result_id in ${of('result')}` },
    ...{ rating: `subject_id in ${of('subject')}`, ruling: `subject_id in ${of('subject')}` },
  }
  const direct = ['count', 'sitting', 'result', 'computation', 'subject'].map(child => [child, `round_id in ${rounds}`])
  const deletions = [...Object.entries(children), ...direct, ['round', `id in ${rounds}`]]
  await place.world.city.owner.query(
    deletions.map(([table, where]) => `delete from appraisal_${table} where ${where}`).join(';'),
  )
}

/** A member round of the unit in that state, with the place’s person as its one subject. */
async function roundAt(place: Place, state = 'rating') {
  await clear(place)
  const { document, panels, sha256 } = shippedScheme('member', 2026)
  const written = { document: JSON.stringify(document), panels: JSON.stringify(panels), sha256 }
  const scheme_id = await place.insert('appraisal_scheme', {
    subject: 'member',
    family: `walk-${version}`,
    owner_unit_id: place.unit,
    effective_from: '2026-01-01',
    year: 2026,
    version: version++,
    title: '方案',
    ...written,
  })
  const roundId = await place.insert('appraisal_round', {
    cycle_id: await place.cycle(),
    level: 'member',
    unit_id: place.unit,
    scheme_id,
    state,
    opened_by: randomUUID(),
    opened_at: at,
  })
  const about = { person_id: place.person, unit_id: place.unit }
  const subjectId = await place.insert('appraisal_subject', {
    ...about,
    round_id: roundId,
    home_unit_id: place.unit,
    scopes: '{}',
    name: '某人',
  })
  return { roundId, subjectId, about, scheme_id, panel: panels[0]?.id ?? '', written }
}
const ofRound = async (place: Place) => ({ params: { roundId: (await roundAt(place)).roundId } })
const ofSubject = async (place: Place) => ({ params: { subjectId: (await roundAt(place)).subjectId } })
/** A paper panel; its first teller is the walker himself only where the object is his own. */
async function sittingAt(place: Place) {
  const { roundId, panel } = await roundAt(place)
  const row = {
    round_id: roundId,
    unit_id: place.unit,
    home_unit_id: place.unit,
    panel,
    source: 'branchMembers',
    counted: 8,
    takes_added: false,
    minimum: 5,
  }
  const tellers = {
    first_teller: place.person,
    second_teller: randomUUID(),
    first_teller_name: '甲',
    second_teller_name: '乙',
  }
  return { params: { sittingId: await place.insert('appraisal_sitting', { ...row, ...tellers }) } }
}
async function resultAt(place: Place) {
  const { roundId, subjectId, about } = await roundAt(place, 'objection')
  await place.world.city.owner.query("update appraisal_round set objection_until = '2026-12-31' where id = $1", [
    roundId,
  ])
  const row = {
    ...about,
    round_id: roundId,
    subject_id: subjectId,
    to_be_decided: false,
    ranks: '[]',
    outcome: JSON.stringify({ blocked: [], vetoes: [] }),
    trace: JSON.stringify({ steps: [], scopes: {} }),
    inputs_sha256: 'x',
    released_at: at,
  }
  return { resultId: await place.insert('appraisal_result', row) }
}
const ofResult = async (place: Place) => ({ params: await resultAt(place) })
async function objectionAt(place: Place) {
  const { resultId } = await resultAt(place)
  const row = {
    result_id: resultId,
    unit_id: place.unit,
    person_id: place.person,
    node: 'total',
    text: '少算一次',
    raised_at: at,
    due_on: '2026-12-31',
  }
  return { params: { objectionId: await place.insert('appraisal_objection', row) } }
}
/** A filed round without anybody in it; it is moved into a year of its own, because it can never be removed. */
async function filingAt(place: Place) {
  const { roundId, scheme_id, written } = await roundAt(place, 'filed')
  const unit = { id: place.unit, name: '某支部' }
  const document = JSON.stringify({
    ...{
      format: 'jiannuo-filing-1',
      authority: place.authority,
      year: 2026,
      level: 'member',
      unit,
      managingUnit: unit,
    },
    ...{ scheme: JSON.parse(written.document), panels: JSON.parse(written.panels), schemeSha256: written.sha256 },
    ...{
      input: { facts: [], ratings: [], rulings: [] },
      inputSha256: 'x',
      subjects: [],
      results: [],
      tracesSha256: 'x',
    },
    ...{ meeting: { name: '支部党员大会', on: '2026-03-01' }, decisions: [], objections: [] },
  })
  const filingId = await place.insert('appraisal_filing', {
    round_id: roundId,
    unit_id: place.unit,
    managing_unit_id: place.unit,
    level: 'member',
    year: 2026,
    document,
    sha256: 'x',
    filed_by: randomUUID(),
    filed_at: at,
  })
  const past = await place.insert('cycle_year', {
    year: pastYears.pop(),
    title: '往年',
    state: 'closed',
    created_at: at,
  })
  await place.world.city.owner.query('update appraisal_round set cycle_id = $1 where id = $2', [past, roundId])
  return { params: { filingId, scheme_id } }
}

/** R0.8: the branch secretary runs his members’ round, the organ committee any below it; other offices that lead look on, a guiding body only at what is filed. */
const runners: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'unit',
  allow: { branchSecretary: 'own', organCommittee: 'own child' },
  refuse: {
    branchCommittee: 'own',
    partyGroupSecretary: 'own child',
    workCommittee: 'own child parent',
    districtCommittee: 'own child',
    cityCommittee: 'own child',
  },
  rest: 404,
}
const readers: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'unit',
  allow: {
    branchSecretary: 'own',
    organCommittee: 'own child',
    workCommittee: 'own child parent',
    districtCommittee: 'own child',
    cityCommittee: 'own child',
  },
  refuse: { branchCommittee: 'own', partyGroupSecretary: 'own child' },
  rest: 404,
}
/** The branch committee rates for the organisation and so sees how far the round has come. */
const withCommittee = (entry: typeof readers) => ({ ...entry, allow: { ...entry.allow, branchCommittee: 'own' } })
/** What somebody objected to is a result, and the branch committee sees nobody’s. */
const ofObjection = { ...runners, hide: { branchCommittee: 'own' } }
const ownAlone: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'person', allow: { business: 'self' }, rest: 404 }
const business: Entry = { about: 'nothing', allow: { business: '-' }, rest: 403 }
const list: Entry = {
  about: 'nothing',
  allow: { offices: '-' },
  rest: 403,
}
const count = (subjectId: string) => ({ handedOut: 8, returned: 8, counts: [{ subjectId, grades: {}, invalid: 0 }] })
const body = (given: (place: Place) => Promise<{ params: object }>, value: unknown) => async (place: Place) => ({
  params: { ...(await given(place)).params },
  body: value,
})

export const table: Table = {
  'GET /appraisal/rounds': business,
  'POST /appraisal/rounds': {
    ...runners,
    refuse: { ...runners.refuse, workCommittee: '*' },
    given: async place => ({ body: { cycleId: await place.cycle(), level: 'member', unitId: place.unit } }),
  },
  'GET /appraisal/rounds/:roundId': { ...withCommittee(readers), given: ofRound },
  'POST /appraisal/rounds/:roundId/start': { ...runners, given: ofRound },
  'POST /appraisal/rounds/:roundId/reopen': { ...runners, given: ofRound },
  'GET /appraisal/rounds/:roundId/facts': { ...readers, given: ofRound },
  'PUT /appraisal/rounds/:roundId/facts': {
    ...runners,
    given: body(ofRound, { entries: [{ subjectId: randomUUID(), fact: 'x', value: null, document: '一号' }] }),
  },
  'GET /appraisal/sittings/:sittingId/teller-candidates': { ...runners, given: sittingAt },
  'PUT /appraisal/sittings/:sittingId': {
    ...runners,
    given: body(sittingAt, { added: null, firstTeller: randomUUID(), secondTeller: randomUUID() }),
  },
  'POST /appraisal/sittings/:sittingId/waive': { ...runners, given: body(sittingAt, { reason: '汛期未能召开' }) },
  'GET /appraisal/sittings/:sittingId/slip': { ...runners, given: sittingAt },

  'GET /appraisal/mine': business,
  'PUT /appraisal/subjects/:subjectId/self': { ...ownAlone, given: body(ofSubject, { grade: 'good', reason: '' }) },
  'GET /appraisal/rounds/:roundId/organisation': { ...withCommittee(runners), given: ofRound },
  'PUT /appraisal/subjects/:subjectId/organisation': {
    ...withCommittee(runners),
    given: body(ofSubject, { grade: 'good', reason: '完成较好' }),
  },
  // Only the two tellers of a sitting find its sheet; being above gives none.
  'GET /appraisal/tellings': business,
  'GET /appraisal/tellings/:sittingId': { ...ownAlone, given: sittingAt },
  'PUT /appraisal/tellings/:sittingId/first': { ...ownAlone, given: body(sittingAt, count(randomUUID())) },
  'POST /appraisal/tellings/:sittingId/second': { ...ownAlone, given: body(sittingAt, count(randomUUID())) },

  'GET /appraisal/rounds/:roundId/results': { ...readers, given: ofRound },
  'POST /appraisal/rounds/:roundId/compute': { ...runners, given: ofRound },
  'POST /appraisal/subjects/:subjectId/rulings': {
    ...runners,
    given: body(ofSubject, { kind: 'limit', target: 'x', decision: '经研究予以容错' }),
  },
  'POST /appraisal/rounds/:roundId/decide': {
    ...runners,
    given: body(ofRound, { version: 'x', meeting: '支部党员大会', meetingOn: '2026-03-01', grades: [] }),
  },
  'POST /appraisal/rounds/:roundId/release': { ...runners, given: ofRound },
  // A released result: the person himself, and those who may read the round; colleagues never.
  'GET /appraisal/results/:resultId': {
    about: 'person',
    given: ofResult,
    allow: { ...readers.allow, business: 'self', workCommittee: 'self own child parent' },
    rest: 404,
  },
  'POST /appraisal/results/:resultId/objections': {
    ...ownAlone,
    given: body(ofResult, { node: 'total', text: '少算一次' }),
  },
  'GET /appraisal/objections': list,
  'POST /appraisal/objections/:objectionId/examine': { ...ofObjection, given: objectionAt },
  'POST /appraisal/objections/:objectionId/answer': {
    ...ofObjection,
    given: body(objectionAt, { answer: '经核实无误', outcome: { kind: 'upheld' } }),
  },

  'GET /appraisal/rounds/:roundId/filing': { ...readers, given: ofRound },
  'POST /appraisal/rounds/:roundId/filing': { ...runners, given: ofRound },
  'GET /appraisal/filings': list,
  'GET /appraisal/filings/:filingId': {
    ...readers,
    allow: { ...readers.allow, workCommittee: '*' },
    given: async place => ({ params: { filingId: (await filingAt(place)).params.filingId } }),
  },
  'GET /appraisal/what-if': {
    about: 'nothing',
    given: () => ({ query: { level: 'member' } }),
    allow: { workCommittee: '-', cityCommittee: '-' },
    rest: 403,
  },
  'GET /appraisal/eligibility': { ...list, given: () => ({ query: { level: 'member' } }) },
}
