import { randomUUID } from 'node:crypto'
import type { Entry, Table } from '../expectation.ts'
import type { Place } from '../world.ts'

/** A running notice the unit opened for itself, with one objection to it. */
async function noticeAt(place: Place) {
  const objectId = randomUUID()
  const about = { unit_id: place.unit, reviewer_unit_id: place.unit }
  const noticeId = await place.insert('disclosure_notice', {
    ...about,
    subject: 'pledge',
    title: '承诺公示',
    object_ids: [objectId],
    opens_on: '2026-03-01',
    closes_on: '2026-03-09',
    opened_by: randomUUID(),
    opened_at: '2026-03-01T00:00:00Z',
  })
  const objectionId = await place.insert('disclosure_objection', {
    ...about,
    notice_id: noticeId,
    object_id: objectId,
    person_id: randomUUID(),
    text: '与实际不符',
    raised_at: '2026-03-01T00:00:00Z',
  })
  return { noticeId, objectId, objectionId }
}
const ofNotice = async (place: Place) => ({ params: { noticeId: (await noticeAt(place)).noticeId } })

/** What a unit makes public, it makes public to all below it, and to those who look after it. */
const readers = {
  member: 'own parent',
  branchCommittee: 'own parent',
  branchSecretary: 'own parent',
  organCommittee: 'own child parent',
  partyGroupMember: 'own parent',
  partyGroupSecretary: 'own child parent',
  workCommittee: '*',
  districtCommittee: 'own child',
  cityCommittee: 'own child',
}
const published: Entry = { about: 'unit', given: ofNotice, allow: readers, rest: 404 }
const offices: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'nothing', allow: { offices: '-' }, rest: 403 }

export const table: Table = {
  'GET /notices': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'GET /notices/:noticeId': published,
  // Who belongs to the unit, or below it, may object; looking after it is not belonging.
  'POST /notices/:noticeId/objections': {
    about: 'unit',
    given: async place => {
      const { noticeId, objectId } = await noticeAt(place)
      return { params: { noticeId }, body: { objectId, text: '与实际情况不符' } }
    },
    allow: { ...readers, workCommittee: 'own parent', districtCommittee: 'own', cityCommittee: 'own' },
    refuse: { workCommittee: '*', districtCommittee: 'child', cityCommittee: 'child' },
    rest: 404,
  },
  'GET /pledge-notices/ready': offices,
  'POST /pledge-notices': { ...offices, given: () => ({ body: { pledgeIds: [randomUUID()] } }) },
  'GET /pledge-notices/:noticeId/pledges': published,
  'POST /pledge-notices/:noticeId/objections/:objectionId/answer': {
    about: 'unit',
    given: async place => {
      const { noticeId, objectionId } = await noticeAt(place)
      return { params: { noticeId, objectionId }, body: { state: 'upheld', answer: '已核实，承诺内容无误' } }
    },
    allow: { offices: 'own' },
    refuse: readers,
    rest: 404,
  },
}
