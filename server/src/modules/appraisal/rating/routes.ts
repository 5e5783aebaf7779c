import * as api from '@jiannuo/contract/appraisal/rating.ts'
import { anyMember, hidden, isAdministrator, type Policy } from '../../../platform/http/actor.ts'
import { type Change, serve } from '../../../platform/http/serve.ts'
import { isSubject, mayRateForOrganisation } from '../policy.ts'
import { lockRound, roundById, subjectById } from '../sql.ts'
import { enterFirstCount, enterSecondCount, listTellings, showSheet } from './count-slips.ts'
import { listOrganisationRatings, rateAsOrganisation } from './rate-as-organisation.ts'
import { listOwnAppraisals, rateSelf } from './rate-self.ts'
import { type Sheet, sheetOf } from './sql.ts'

const ownSubject = async ({ tx, actor }: Change, { params }: { params: { subjectId: string } }) => {
  const subject = await subjectById(tx, actor.authorityId, params.subjectId)
  const round = subject && (await roundById(tx, actor.authorityId, subject.roundId))
  return subject && round ? { subject, round } : null
}
const subjectLocked = async ({ tx, actor }: Change, { params }: { params: { subjectId: string } }) => {
  const subject = await subjectById(tx, actor.authorityId, params.subjectId)
  const round = subject && (await lockRound(tx, actor.authorityId, subject.roundId))
  return subject && round ? { subject, round } : null
}
/** Only its two tellers find a sheet: whoever else asks gets none from the database. */
const sheet = ({ tx }: Change, { params }: { params: { sittingId: string } }) => sheetOf(tx, params.sittingId)
const isTeller: Policy<Sheet> = actor => !isAdministrator(actor.capacity.role) || hidden

export const routes = [
  serve(api.listOwnAppraisals, { policy: anyMember, run: listOwnAppraisals }),
  serve(api.rateSelf, { facts: ownSubject, policy: isSubject, run: rateSelf }),
  serve(api.listOrganisationRatings, {
    facts: async ({ tx, actor }, { params }) => {
      const round = await roundById(tx, actor.authorityId, params.roundId)
      return round ? { round } : null
    },
    policy: mayRateForOrganisation,
    run: listOrganisationRatings,
  }),
  serve(api.rateAsOrganisation, { facts: subjectLocked, policy: mayRateForOrganisation, run: rateAsOrganisation }),
  serve(api.listTellings, { policy: anyMember, run: listTellings }),
  serve(api.readTelling, { facts: sheet, policy: isTeller, run: (change, _input, found) => showSheet(change, found) }),
  serve(api.enterFirstCount, { facts: sheet, policy: isTeller, run: enterFirstCount }),
  serve(api.enterSecondCount, { facts: sheet, policy: isTeller, run: enterSecondCount }),
]
