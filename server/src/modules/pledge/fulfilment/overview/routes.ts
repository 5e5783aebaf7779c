import * as api from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import { anyMember, hidden, isAdministrator, refused, role } from '../../../../platform/http/actor.ts'
import { serve } from '../../../../platform/http/serve.ts'
import { OFFICES } from '../../pledge/policy.ts'
import { readEvidence, uploadEvidence } from '../item/evidence.ts'
import { mayReadFulfilment } from '../policy.ts'
import { itemSeen } from '../read-fulfilment.ts'
import { answerSample, drawFacts, drawSample, listDraws, readDraw, sampleFacts } from '../sample/draw-sample.ts'
import { readOverview, unitFacts } from './read-overview.ts'

export const routes = [
  serve(api.readUnitFulfilment, {
    facts: unitFacts,
    policy: role(...OFFICES, 'partyGroupSecretary'),
    run: readOverview,
  }),
  serve(api.listDraws, { policy: anyMember, run: listDraws }),
  serve(api.drawSample, { policy: role('organCommittee'), run: drawSample }),
  // Whoever belongs to the organ may repeat a draw; the database shows no other.
  serve(api.readDraw, {
    facts: drawFacts,
    policy: actor => !isAdministrator(actor.capacity.role) || hidden,
    run: readDraw,
  }),
  serve(api.answerSample, {
    facts: sampleFacts,
    policy: (actor, sample) => sample.person_id === actor.personId || refused,
    run: answerSample,
  }),
  serve(api.uploadEvidence, { policy: anyMember, run: change => uploadEvidence(change) }),
  serve(api.readEvidence, {
    facts: itemSeen,
    policy: (actor, { pledge }) => mayReadFulfilment(actor, pledge),
    shows: { record: 'fulfilment', of: ({ pledge }) => pledge.person_id },
    run: readEvidence,
  }),
]
