import { PHASES } from '@jiannuo/contract/cycle.ts'
import type { Entry, Table } from '../expectation.ts'
import type { Place } from '../world.ts'

const forStaff: Pick<Entry, 'allow' | 'rest'> = { allow: { workCommittee: '*' }, rest: 403 }
const forBusiness: Pick<Entry, 'allow' | 'rest'> = { allow: { business: '*' }, rest: 403 }

/** A year belongs to the whole city, so only another city’s is out of reach. */
const cycleAt = async (place: Place) => ({ params: { cycleId: await place.cycle() } })

const phases = (year: number) =>
  PHASES.map((phase, i) => ({ phase, from: `${year}-0${i + 1}-01`, until: `${year}-0${i + 1}-20` }))

export const table: Table = {
  'GET /cycles': { about: 'nothing', ...forBusiness },
  'GET /cycles/current': { about: 'nothing', ...forBusiness },
  'GET /cycles/proposal': { about: 'nothing', given: () => ({ query: { year: 2030 } }), ...forStaff },
  'GET /cycles/:cycleId': { about: 'unit', given: cycleAt, ...forBusiness },
  'POST /cycles': {
    about: 'nothing',
    given: () => ({
      body: {
        year: 2039,
        title: '2039年度',
        noticeDays: 5,
        reviewDays: 5,
        objectionDays: 5,
        reportMaxCharacters: 1500,
        bounds: { lagRed: 10, lagYellow: 8, attentionYellow: 20, lowFulfilment: 60 },
        phases: phases(2039),
      },
    }),
    ...forStaff,
  },
  'POST /cycles/:cycleId/extensions': {
    about: 'unit',
    given: async place => ({
      ...(await cycleAt(place)),
      body: { phase: 'pledging', until: '2026-05-01', reason: '汛期' },
    }),
    ...forStaff,
  },
  'GET /calendar/:year': { about: 'nothing', given: () => ({ params: { year: 2026 } }), ...forBusiness },
  'POST /calendar/days': {
    about: 'nothing',
    given: () => ({
      body: { from: '2026-07-09', through: '2026-07-10', working: false, reason: '台风停工', document: '一号' },
    }),
    ...forStaff,
  },
  'POST /calendar/days/:dayId/withdraw': {
    about: 'unit',
    given: async place => ({
      params: {
        dayId: await place.insert('platform_holiday', {
          ...{ day: '2026-07-08', working: false, reason: '台风停工', document: '一号' },
          ...{ recorded_at: '2026-07-07T00:00:00Z', withdrawn_at: '2026-07-07T01:00:00Z' },
          ...{ withdrawal_reason: '预警解除', withdrawal_document: '二号' },
        }),
      },
      body: { reason: '预警解除', document: '二号' },
    }),
    ...forStaff,
  },
  'POST /cycles/:cycleId/close': { about: 'unit', given: cycleAt, ...forStaff },
}
