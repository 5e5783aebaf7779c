import * as api from '@jiannuo/contract/cycle.ts'
import { useOfResults } from '@jiannuo/rules/appraisal/use-of-results.ts'
import { unitLight } from '@jiannuo/rules/pledge/unit-light.ts'
import { anyMember, type Policy, role } from '../../platform/http/actor.ts'
import { serve } from '../../platform/http/serve.ts'
import { closeCycle } from './close-cycle.ts'
import { createCycle } from './create-cycle.ts'
import { currentCycle } from './current-cycle.ts'
import { extendPhase } from './extend-phase.ts'
import { proposePhases } from './phases.ts'
import * as sql from './sql.ts'

const mayManage: Policy<unknown> = role('workCommittee')

export const routes = [
  serve(api.listCycles, {
    policy: anyMember,
    run: async ({ tx, actor, today }) => ({
      cycles: await sql.allCycles(tx, actor.authorityId, today),
      mayManage: mayManage(actor, undefined) === true,
    }),
  }),
  serve(api.readCurrentCycle, {
    policy: anyMember,
    run: async ({ tx, actor, today }) => ({ cycle: await currentCycle(tx, actor.authorityId, today) }),
  }),
  serve(api.proposeCycle, {
    policy: mayManage,
    run: async (_change, { query: { year } }) => ({
      year,
      title: `${year}年度机关党建责任考评`,
      noticeDays: 5,
      reviewDays: 5,
      objectionDays: 5,
      reportMaxCharacters: 1500,
      bounds: {
        ...unitLight.at(`${year}-12-31`).params,
        lowFulfilment: useOfResults.at(`${year}-12-31`).params.lowFulfilment,
      },
      phases: proposePhases(year),
    }),
  }),
  serve(api.readCycle, {
    facts: ({ tx, actor, today }, { params }) => sql.cycleById(tx, actor.authorityId, params.cycleId, today),
    policy: anyMember,
    run: async ({ actor }, _input, cycle) => ({ ...cycle, mayManage: mayManage(actor, undefined) === true }),
  }),
  serve(api.createCycle, { policy: mayManage, run: createCycle }),
  serve(api.extendPhase, {
    facts: ({ tx, actor, today }, { params }) => sql.cycleById(tx, actor.authorityId, params.cycleId, today),
    policy: mayManage,
    run: extendPhase,
  }),
  serve(api.closeCycle, {
    facts: ({ tx, actor, today }, { params }) => sql.cycleById(tx, actor.authorityId, params.cycleId, today),
    policy: mayManage,
    run: closeCycle,
  }),
]
