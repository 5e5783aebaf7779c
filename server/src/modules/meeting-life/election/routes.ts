import * as api from '@jiannuo/contract/meeting-life/election.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { meetingFacts as facts, mayKeep, mayTakePart } from '../policy.ts'
import { countSlips, nameCandidates, nameTellers, readElection } from './hold-election.ts'
import { mayReplyElection, replyElection, replyFacts, reportElection } from './report-election.ts'

export const routes = [
  serve(api.readElection, { facts, policy: anyMember, run: readElection }),
  serve(api.nameCandidates, { facts, policy: mayKeep, run: nameCandidates }),
  serve(api.nameTellers, { facts, policy: mayKeep, run: nameTellers }),
  serve(api.countSlips, { facts, policy: mayTakePart, run: countSlips }),
  serve(api.reportElection, { facts, policy: mayKeep, run: reportElection }),
  serve(api.replyElection, { facts: replyFacts, policy: mayReplyElection, run: replyElection }),
]
