import * as api from '@jiannuo/contract/organization/change.ts'
import { role } from '../../../platform/http/actor.ts'
import { fail } from '../../../platform/http/fail.ts'
import { type Change, serve } from '../../../platform/http/serve.ts'
import {
  applyChange,
  changeById,
  examine,
  examineReversal,
  listChanges,
  reverseChange,
  toRows,
} from '../../organization/index.ts'
import { belongingsOf, foreignRows } from './belongings.ts'
import { changeFacts, mayPlan, mayReverse, planFacts, type ReversalFacts } from './policy.ts'

/** One change as it is shown. */
async function shown(change: Change, id: string) {
  const found = await changeById(change.tx, change.actor.authorityId, id)
  const [row] = found ? await toRows(change, [found]) : []
  return row ?? fail('NOT_FOUND')
}

export const routes = [
  serve(api.previewChange, {
    facts: planFacts,
    policy: mayPlan,
    run: async (change, { body }) => {
      return examine(change, body, await belongingsOf(change, body))
    },
  }),
  serve(api.applyChange, {
    facts: planFacts,
    policy: mayPlan,
    run: async (change, { body }) => shown(change, await applyChange(change, body, await belongingsOf(change, body))),
  }),
  serve(api.listChanges, {
    policy: role('workCommittee', 'organCommittee', 'districtCommittee', 'branchSecretary'),
    run: (change, { query }) => listChanges(change, query),
  }),
  serve(api.previewReversal, {
    facts: changeFacts,
    policy: mayReverse,
    run: async (change, _, found: ReversalFacts) => ({
      change: await shown(change, found.id),
      verdicts: await examineReversal(change, found, foreignRows(change)),
    }),
  }),
  serve(api.reverseChange, {
    facts: changeFacts,
    policy: mayReverse,
    run: async (change, { body }, found: ReversalFacts) =>
      shown(change, await reverseChange(change, found, body, foreignRows(change))),
  }),
]
