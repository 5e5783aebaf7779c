import { randomUUID } from 'node:crypto'
import { listTemplates } from '@jiannuo/contract/pledge/duty.ts'
import type { Entry, Table } from '../expectation.ts'
import { pledgeAt } from '../pledge-at.ts'
import type { Place } from '../world.ts'

/** An amendment that was begun of a pledge in force. */
async function amendmentAt(place: Place) {
  const { params } = await pledgeAt(place, 'draft')
  await place.world.city.owner.query("update pledge_pledge set state = 'amending' where id = $1", [params.pledgeId])
  const amendment = {
    person_id: place.person,
    unit_id: place.unit,
    reviewer_unit_id: place.unit,
    level: 'member',
    amends: params.pledgeId,
    amendment_reason: '任务调整',
    saved_at: '2026-03-01T00:00:00Z',
  }
  return { params: { pledgeId: await place.insert('pledge_pledge', { cycle_id: await place.cycle(), ...amendment }) } }
}
const draftAt = async (place: Place) => ({ params: (await pledgeAt(place, 'draft')).params })
const submittedAt = async (place: Place) => ({ params: (await pledgeAt(place, 'submitted')).params })

/** R0.10: a draft is its author’s alone. */
const authorOnly: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'person', allow: { business: 'self' }, rest: 404 }
/** R0.4: the unit’s own office decides; offices above see what was submitted, the author sees his own. */
const byReviewer: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'person',
  allow: { offices: 'own' },
  refuse: {
    business: 'self',
    organCommittee: 'child',
    workCommittee: 'child parent guided',
    districtCommittee: 'child',
    cityCommittee: 'child',
  },
  rest: 404,
}
const offices: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'nothing', allow: { offices: '-' }, rest: 403 }
const business: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'nothing', allow: { business: '-' }, rest: 403 }
const described = { position: '科员', scope: '综合', power: '承办', standard: '按时', accountability: '本人负责' }

/** A model the product ships, as its list names it in the year in hand. */
async function shippedTemplate(place: Place): Promise<string> {
  await place.cycle()
  return (await place.world.city.as('ocsA')(listTemplates)).body.templates[0]?.id ?? ''
}

export const table: Table = {
  'POST /pledges/reminders': {
    about: 'unit',
    given: ({ unit }) => ({ body: { unitId: unit } }),
    allow: {
      branchSecretary: 'own',
      organCommittee: 'own child',
      districtCommittee: 'own child',
      workCommittee: '*',
    },
    refuse: { branchCommittee: 'own', partyGroupSecretary: 'own child', cityCommittee: 'own child' },
    rest: 404,
  },
  'GET /pledges/mine': business,
  'GET /pledges/coverage': {
    about: 'nothing',
    allow: {
      offices: '-',
      partyGroupSecretary: '-',
    },
    rest: 403,
  },
  'GET /pledges/:pledgeId': { ...authorOnly, given: draftAt },
  'PUT /pledges/:pledgeId/items': {
    ...authorOnly,
    given: async place => ({ ...(await draftAt(place)), body: { savedAt: '2026-03-01T00:00:00Z', items: [] } }),
  },
  'GET /pledges/:pledgeId/check': { ...authorOnly, given: draftAt },
  'GET /pledges/:pledgeId/facts': { ...authorOnly, given: draftAt },
  'POST /pledges/:pledgeId/check': {
    ...authorOnly,
    given: async place => ({ ...(await draftAt(place)), body: { items: [] } }),
  },
  'POST /pledges/:pledgeId/submit': { ...authorOnly, given: draftAt },
  'POST /pledges/:pledgeId/withdraw': { ...authorOnly, given: draftAt },
  'POST /pledges/:pledgeId/amendments': {
    ...authorOnly,
    given: async place => ({ ...(await draftAt(place)), body: { reason: '任务调整' } }),
  },
  'POST /pledges/:pledgeId/drop': { ...authorOnly, given: amendmentAt },

  'GET /reviews': offices,
  'POST /reviews/approve': { ...offices, given: () => ({ body: { pledgeIds: [randomUUID()] } }) },
  'POST /reviews/:pledgeId/comments': {
    ...byReviewer,
    given: async place => {
      const { params, itemId } = await pledgeAt(place, 'submitted')
      return { params, body: { itemId, text: '请写明数量' } }
    },
  },
  'DELETE /reviews/:pledgeId/comments/:commentId': {
    ...byReviewer,
    given: async place => {
      const { params, itemId } = await pledgeAt(place, 'submitted')
      const commentId = await place.insert('pledge_comment', {
        pledge_id: params.pledgeId,
        item_id: itemId,
        round: 1,
        text: '请写明数量',
        written_by: place.actor.person || randomUUID(),
        written_at: '2026-03-01T00:00:00Z',
      })
      return { params: { ...params, commentId } }
    },
  },
  'POST /reviews/:pledgeId/return': {
    ...byReviewer,
    given: async place => ({ ...(await submittedAt(place)), body: { reason: '请补充完成时限' } }),
  },
  'POST /reviews/:pledgeId/approve': { ...byReviewer, given: submittedAt },

  // R0.1, R0.2: the catalogue is the city’s; the work committee keeps it.
  'GET /duties': business,
  'POST /duties': {
    about: 'nothing',
    given: () => ({
      body: { level: 'member', orientation: '带头', title: '带头完成任务', titleEn: 'leads', source: '本市文件' },
    }),
    allow: { workCommittee: '-' },
    rest: 403,
  },
  'POST /duties/:dutyId/end': {
    about: 'unit',
    given: async place => ({
      params: {
        dutyId: await place.insert('pledge_duty', {
          level: 'member',
          orientation: '带头',
          title_zh: '某职责',
          title_en: 'duty',
          text_zh: '某职责',
          source: '本市文件',
          from_on: '2026-01-01',
        }),
      },
      body: { until: '2026-12-31' },
    }),
    allow: { workCommittee: '*' },
    rest: 403,
  },
  'GET /duty-descriptions': {
    about: 'nothing',
    allow: { branchSecretary: '-', organCommittee: '-', workCommittee: '-' },
    rest: 403,
  },
  'GET /duty-descriptions/:personId': {
    about: 'person',
    given: place => ({ params: { personId: place.person } }),
    allow: {
      business: 'self',
      branchSecretary: 'own',
      organCommittee: 'own child',
      workCommittee: 'own child parent guided',
    },
    rest: 404,
  },
  'PUT /duty-descriptions/:personId': {
    about: 'person',
    given: place => ({ params: { personId: place.person }, body: described }),
    allow: { business: 'self', branchSecretary: 'own', organCommittee: 'own child' },
    refuse: { workCommittee: 'own child parent guided' },
    rest: 404,
  },
  'GET /pledge-templates': business,
  'PUT /pledge-templates/adoption': {
    about: 'nothing',
    given: async place => ({ body: { templateId: await shippedTemplate(place), levels: [] } }),
    allow: { organCommittee: '-' },
    rest: 403,
  },
}
