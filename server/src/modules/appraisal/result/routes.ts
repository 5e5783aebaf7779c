import * as api from '@jiannuo/contract/appraisal/result.ts'
import { type Actor, hidden, isAdministrator, type Policy } from '../../../platform/http/actor.ts'
import { type Change, serve } from '../../../platform/http/serve.ts'
import { mayRead, mayRun, readsAppraisals } from '../policy.ts'
import { roundLocked } from '../scheme/conduct-round.ts'
import { lockRound, roundById, subjectById } from '../sql.ts'
import { computeRound } from './compute-round.ts'
import { decideGrades, releaseResults, ruleOnSubject } from './decide-grades.ts'
import { answerObjection, examineObjection, listObjections, raiseObjection } from './object.ts'
import { type ResultFacts, showResult } from './read-result.ts'
import { showResults } from './show-results.ts'
import { objectionById, resultById } from './sql.ts'

const locked = (change: Change, { params }: { params: { roundId: string } }) => roundLocked(change, params.roundId)
const result = async (
  { tx, actor }: Change,
  { params }: { params: { resultId: string } },
): Promise<ResultFacts | null> => {
  const record = await resultById(tx, actor.authorityId, params.resultId)
  const round = record && (await roundById(tx, actor.authorityId, record.roundId))
  return record && round ? { record, round } : null
}
const objection = async ({ tx, actor }: Change, { params }: { params: { objectionId: string } }) => {
  const found = await objectionById(tx, actor.authorityId, params.objectionId)
  const round = found && (await lockRound(tx, actor.authorityId, found.roundId))
  const after = round && (await objectionById(tx, actor.authorityId, params.objectionId))
  return after && round ? { objection: after, round } : null
}
const isOwn = (actor: Actor, { record }: ResultFacts) =>
  !isAdministrator(actor.capacity.role) && record.personId === actor.personId
/** Those who decide at any time; the person himself after the release; colleagues never. */
const mayReadResult: Policy<ResultFacts> = (actor, facts) => {
  if (mayRead(actor, facts) === true) return true
  return (isOwn(actor, facts) && facts.record.releasedAt !== null) || hidden
}
const mayObject: Policy<ResultFacts> = (actor, facts) =>
  (isOwn(actor, facts) && facts.record.releasedAt !== null) || hidden

export const routes = [
  serve(api.readResults, {
    facts: async ({ tx, actor }, { params }) => {
      const round = await roundById(tx, actor.authorityId, params.roundId)
      return round ? { round } : null
    },
    policy: mayRead,
    run: showResults,
  }),
  serve(api.computeRound, { facts: locked, policy: mayRun, run: computeRound }),
  serve(api.ruleOnSubject, {
    facts: async ({ tx, actor }, { params }) => {
      const subject = await subjectById(tx, actor.authorityId, params.subjectId)
      const round = subject && (await lockRound(tx, actor.authorityId, subject.roundId))
      return subject && round ? { subject, round } : null
    },
    policy: mayRun,
    run: ruleOnSubject,
  }),
  serve(api.decideGrades, { facts: locked, policy: mayRun, run: decideGrades }),
  serve(api.releaseResults, { facts: locked, policy: mayRun, run: releaseResults }),
  serve(api.readResult, {
    facts: result,
    policy: mayReadResult,
    shows: { record: 'result', of: ({ record }) => record.personId },
    run: (change, _input, facts) => showResult(change, facts),
  }),
  serve(api.raiseObjection, { facts: result, policy: mayObject, run: raiseObjection }),
  serve(api.listObjections, { policy: readsAppraisals, run: listObjections }),
  serve(api.examineObjection, { facts: objection, policy: mayRun, run: examineObjection }),
  serve(api.answerObjection, { facts: objection, policy: mayRun, run: answerObjection }),
]
