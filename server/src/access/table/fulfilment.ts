import { createHash, randomUUID } from 'node:crypto'
import { uploadEvidence } from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import type { Entry, Table } from '../expectation.ts'
import { pledgeAt } from '../pledge-at.ts'
import type { Place } from '../world.ts'

const at = '2026-03-01T00:00:00Z'
const itemAt = async (place: Place, state = 'underWay') => {
  const { params, itemId } = await pledgeAt(place, 'inForce', { state })
  return { pledgeId: params.pledgeId, params: { itemId } }
}
async function rectificationAt(place: Place, state: 'open' | 'done') {
  const { pledgeId, params } = await itemAt(place, 'rectifying')
  const row = {
    pledge_id: pledgeId,
    item_id: params.itemId,
    cause: '汛期',
    measure: '补测',
    due_on: '2026-06-01',
    state,
    opened_by: randomUUID(),
    opened_at: at,
  }
  return { params: { rectificationId: await place.insert('pledge_rectification', row) } }
}
const drawAt = (place: Place, cycle_id: string) =>
  place.insert('pledge_draw', {
    unit_id: place.unit,
    cycle_id,
    seed: 'seed-1',
    size: 1,
    candidates: [randomUUID()],
    due_on: '2026-06-01',
    drawn_by: randomUUID(),
    drawn_at: at,
  })
async function sampleAt(place: Place) {
  const { params, itemId, cycle_id } = await pledgeAt(place, 'inForce')
  const draw_id = await drawAt(place, cycle_id)
  const row = {
    unit_id: place.unit,
    cycle_id,
    pledge_id: params.pledgeId,
    item_id: itemId,
    draw_id,
    seed: 'seed-1',
    drawn_by: randomUUID(),
    drawn_at: at,
    due_on: '2026-06-01',
  }
  return { params: { sampleId: await place.insert('pledge_sample', row) } }
}
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
/** A file attached to an item: stored as its author would, by the upload route. */
async function fileAt(place: Place) {
  const sha256 = createHash('sha256').update(PDF).digest('hex')
  await place.world.city.as('memA1')(uploadEvidence, {}, { payload: PDF, headers: { 'x-file-name': 'a.pdf' } })
  const { pledgeId, params } = await itemAt(place)
  await place.insert('pledge_progress', {
    pledge_id: pledgeId,
    item_id: params.itemId,
    on_day: '2026-02-20',
    achieved: '1',
    statement: '完成一次',
    file_sha256: sha256,
    written_by: place.person,
    written_at: at,
  })
  return { params: { ...params, sha256 } }
}

/** How a pledge is fulfilled: its author, its reviewer and the offices that lead; never colleagues, never a body that only guides. */
const above = {
  branchSecretary: 'own',
  organCommittee: 'own child',
  partyGroupSecretary: 'own child',
  workCommittee: 'own child parent',
  districtCommittee: 'own child',
  cityCommittee: 'own child',
}
const readers: Pick<Entry, 'about' | 'allow' | 'rest'> = {
  about: 'person',
  allow: { business: 'self', ...above },
  rest: 404,
}
const byAuthor: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'person',
  allow: { business: 'self' },
  refuse: above,
  rest: 404,
}
const byReviewer: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'person',
  allow: { offices: 'own' },
  refuse: { ...above, business: 'self' },
  rest: 404,
}
/** Refused outside as well: another office of the same view is told so, not left in the dark. */
const refuseBoth = {
  business: 'self',
  partyGroupSecretary: 'self own child',
  organCommittee: 'self child',
  workCommittee: 'self child parent',
  districtCommittee: 'self child',
  cityCommittee: 'self child',
}

const business: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'nothing', allow: { business: '-' }, rest: 403 }
const offices: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'nothing', allow: { offices: '-' }, rest: 403 }

/** A report handed in: the author, everybody who sees the pledge in his unit, and the offices above. */
async function reportAt(place: Place, state: 'draft' | 'submitted') {
  const { params, cycle_id } = await pledgeAt(place, 'inForce')
  await place.insert('pledge_report', {
    cycle_id,
    pledge_id: params.pledgeId,
    person_id: place.person,
    unit_id: place.unit,
    text: '已完成',
    state,
    saved_at: at,
    submitted_at: state === 'submitted' ? at : null,
    composed:
      state === 'submitted' ? JSON.stringify({ asOf: '2026-03-01', items: [], completion: null, facts: [] }) : null,
  })
  return { params }
}

/** R0.7: a report goes to the members too, those of the unit and of what lies below it. */
const below = { member: 'self own parent', branchCommittee: 'self own parent', partyGroupMember: 'self own parent' }

export const table: Table = {
  'GET /fulfilment/mine': business,
  'GET /fulfilment/pledges/:pledgeId': {
    ...readers,
    given: async place => ({ params: (await pledgeAt(place, 'inForce')).params }),
  },
  'GET /fulfilment/items/:itemId': { ...readers, given: async place => ({ params: (await itemAt(place)).params }) },
  'POST /fulfilment/items/:itemId/progress': {
    ...byAuthor,
    given: async place => ({ params: (await itemAt(place)).params, body: { achieved: '3', statement: '完成三次' } }),
  },
  'POST /fulfilment/items/:itemId/done': {
    ...byAuthor,
    given: async place => ({ params: (await itemAt(place)).params, body: { statement: '已完成' } }),
  },
  'POST /fulfilment/items/:itemId/undone': {
    ...byAuthor,
    given: async place => ({
      params: (await itemAt(place, 'done')).params,
      body: { achieved: '3', statement: '少报一次' },
    }),
  },
  'POST /fulfilment/items/:itemId/excuse': {
    ...byReviewer,
    refuse: refuseBoth,
    given: async place => ({ params: (await itemAt(place)).params, body: { reason: '上级调整任务，经研究免责' } }),
  },
  // Either side may open a rectification: the author, or who reviews him.
  'POST /fulfilment/items/:itemId/rectifications': {
    about: 'person',
    given: async place => ({
      params: (await itemAt(place)).params,
      body: { cause: '汛期延误', measure: '增加人手', dueOn: '2026-06-01' },
    }),
    allow: { business: 'self', offices: 'own' },
    refuse: above,
    rest: 404,
  },
  'POST /fulfilment/rectifications/:rectificationId/done': {
    ...byAuthor,
    given: async place => ({ ...(await rectificationAt(place, 'open')), body: { result: '已补齐' } }),
  },
  'POST /fulfilment/rectifications/:rectificationId/accept': {
    ...byReviewer,
    refuse: refuseBoth,
    given: place => rectificationAt(place, 'done'),
  },
  'POST /fulfilment/rectifications/:rectificationId/reopen': {
    ...byReviewer,
    refuse: refuseBoth,
    given: async place => ({ ...(await rectificationAt(place, 'done')), body: { reason: '尚未补齐' } }),
  },
  'POST /fulfilment/pledges/:pledgeId/mid-year': {
    ...byAuthor,
    given: async place => ({ params: (await pledgeAt(place, 'inForce')).params, body: { items: [] } }),
  },
  'POST /fulfilment/mid-year/confirm': { ...offices, given: () => ({ body: { pledgeIds: [randomUUID()] } }) },
  'GET /fulfilment/overview': { about: 'nothing', allow: { offices: '-', partyGroupSecretary: '-' }, rest: 403 },
  'GET /fulfilment/draws': business,
  'POST /fulfilment/draws': {
    about: 'nothing',
    given: () => ({ body: { size: 1, dueOn: '2026-06-01' } }),
    allow: { organCommittee: '-' },
    rest: 403,
  },
  // Whoever belongs to the organ may repeat its draw.
  'GET /fulfilment/draws/:drawId': {
    about: 'unit',
    given: async place => ({ params: { drawId: await drawAt(place, await place.cycle()) } }),
    allow: {
      member: 'parent',
      branchCommittee: 'own parent',
      branchSecretary: 'own parent',
      organCommittee: 'own child parent',
      partyGroupMember: 'parent',
      partyGroupSecretary: 'own child parent',
      workCommittee: 'own child parent',
      districtCommittee: 'own child',
      cityCommittee: 'child',
    },
    rest: 404,
  },
  'POST /fulfilment/samples/:sampleId/answer': {
    about: 'person',
    given: async place => ({ ...(await sampleAt(place)), body: { answer: '见会议记录', fileSha256: null } }),
    allow: { business: 'self' },
    refuse: { ...above, branchCommittee: 'own' },
    rest: 404,
  },
  'POST /fulfilment/files': { ...business, given: () => ({ payload: PDF }) },
  'GET /fulfilment/items/:itemId/files/:sha256': { ...readers, given: fileAt },

  'GET /reports/mine': business,
  'GET /reports': business,
  'GET /reports/:pledgeId': {
    about: 'person',
    given: place => reportAt(place, 'submitted'),
    allow: {
      business: 'self',
      ...above,
      ...below,
      branchSecretary: 'own parent',
      organCommittee: 'own child parent',
      partyGroupSecretary: 'own child parent',
      workCommittee: 'own child parent guided',
    },
    rest: 404,
  },
  'PUT /reports/:pledgeId': {
    about: 'person',
    given: async place => ({ ...(await reportAt(place, 'draft')), body: { text: '全年完成', savedAt: null } }),
    allow: { business: 'self' },
    rest: 404,
  },
  'POST /reports/:pledgeId/submit': {
    about: 'person',
    given: place => reportAt(place, 'draft'),
    allow: { business: 'self' },
    rest: 404,
  },
  'PUT /reports/:pledgeId/remark': {
    about: 'person',
    given: async place => ({ ...(await reportAt(place, 'submitted')), body: { text: '完成得好' } }),
    allow: { offices: 'own' },
    refuse: {
      ...refuseBoth,
      ...below,
      branchSecretary: 'self parent',
      organCommittee: 'self child parent',
      partyGroupSecretary: 'self own child parent',
      workCommittee: 'self child parent guided',
    },
    rest: 404,
  },
}
