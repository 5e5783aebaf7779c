import type * as api from '@jiannuo/contract/appraisal/round.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { hidden, type Policy, refused } from '../../../platform/http/actor.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { COURSE, requireAction as requireStep } from '../assessment/course/course.ts'
import { isOffice } from '../assessment/policy.ts'
import type { AssessmentRow } from '../assessment/sql.ts'
import { FLOW, requireAction } from '../flow.ts'
import { mayRun } from '../policy.ts'
import { schemeById } from '../scheme/sql.ts'
import type { RoundRow } from '../sql.ts'
import { measureOf, panelsOf } from './panels.ts'
import { entitledTo, isUnfinished, showSitting, stateOf } from './sitting-state.ts'
import * as sql from './sql.ts'

/** A sitting with the round or the assessment it belongs to. */
export type SittingFacts = { sitting: sql.SittingRow } & (
  | { round: RoundRow; assessment: null }
  | { round: null; assessment: AssessmentRow }
)

/** Tellers are named by whoever runs the round; of units by the office that assesses, or by the committee that leads the unit. */
export const mayHold: Policy<SittingFacts> = (actor, { round, assessment, sitting }) => {
  if (round) return mayRun(actor, { round })
  const { role } = actor.capacity
  if (isOffice(actor, assessment) || (role === 'organCommittee' && sitting.office)) return true
  return sitting.office && ['branchSecretary', 'workCommittee'].includes(role) ? refused : hidden
}

const schemeOf = async ({ tx, actor }: Change, { round, assessment }: SittingFacts) =>
  (await schemeById(tx, actor.authorityId, round?.schemeId ?? assessment!.schemeId))!
function requireRating({ round, assessment }: SittingFacts) {
  if (round) requireAction(round, 'nameTellers')
  else requireStep(assessment, 'rate')
}
const isRating = ({ round, assessment }: SittingFacts): boolean =>
  round ? FLOW[round.state].actions.includes('nameTellers') : COURSE[assessment.state].actions.includes('rate')

async function shown(change: Change, facts: SittingFacts) {
  const sitting = (await sql.sittingById(change.tx, change.actor.authorityId, facts.sitting.id))!
  return showSitting(sitting, panelsOf(await schemeOf(change, facts)), isRating(facts))
}

const MOST_CANDIDATES = 30

export async function listTellerCandidates(
  { tx }: Change,
  { query }: Input<typeof api.listTellerCandidates>,
  { sitting }: SittingFacts,
) {
  const found = await sql.candidates(tx, sitting.id, query.q, MOST_CANDIDATES)
  return { people: found.map(each => ({ personId: each.person_id, name: each.name, unitName: each.unit_name })) }
}

/** Names two tellers of the organ who are not appraised and lead no unit that is. A count begun under others no longer stands. Fails TELLER_UNFIT, REPRESENTATIVES_MISSING. */
export async function prepareSitting(change: Change, { body }: Input<typeof api.prepareSitting>, facts: SittingFacts) {
  const { tx, actor, audit, inform } = change
  const { sitting, round } = facts
  requireRating(facts)
  if (sitting.countState === 'confirmed')
    fail('STATE_CONFLICT', { state: { zh: '已计票', en: 'counted' }, action: '更换计票人' })
  if (sitting.takesAdded && body.added === null) fail('REPRESENTATIVES_MISSING')
  if (body.firstTeller === body.secondTeller)
    fail('TELLER_UNFIT', { zh: '两名计票人要是两个人', en: 'The two tellers must be two persons' })
  const fit = await sql.fitTellers(tx, sitting.id, [body.firstTeller, body.secondTeller])
  const [first, second] = [body.firstTeller, body.secondTeller].map(id => fit.find(each => each.person_id === id))
  if (!first || !second)
    fail(
      'TELLER_UNFIT',
      round
        ? {
            zh: '计票人应是本机关党员，并且不是本轮考评对象',
            en: 'A teller is a member of the organ and not appraised in this round',
          }
        : {
            zh: '计票人应是本机关党员，并且不是被评单位的书记、副书记',
            en: 'A teller is a member of the organ and leads none of the units on the slips',
          },
    )
  await sql.prepareSitting(tx, actor.authorityId, sitting.id, {
    added: sitting.takesAdded ? body.added : null,
    first: { personId: first.person_id, name: first.name },
    second: { personId: second.person_id, name: second.name },
  })
  await sql.rejectCount(tx, actor.authorityId, sitting.id, 'tellers or entitlement changed')
  const where = round?.unitName ?? sitting.homeUnitName
  await inform([first.person_id, second.person_id], {
    kind: 'appraisal.teller',
    objectId: sitting.id,
    title: { zh: `请您担任${where}评议的计票人`, en: `You are a teller of the appraisal of ${where}` },
    link: `/tellings/${sitting.id}`,
    unitId: sitting.unitId,
  })
  await audit('appraisal.name-tellers', sitting.id, { unitId: sitting.unitId, values: body })
  return shown(change, facts)
}

/** Records that a panel was not held; it is then not rated, and the result says so. */
export async function waiveSitting(change: Change, { body }: Input<typeof api.waiveSitting>, facts: SittingFacts) {
  const { tx, actor, audit } = change
  const { sitting } = facts
  requireRating(facts)
  const panel = panelsOf(await schemeOf(change, facts)).find(each => each.id === sitting.panel)
  if (!isUnfinished(stateOf(sitting, panel?.quorum ?? null).state))
    fail('STATE_CONFLICT', { state: { zh: '已计票', en: 'counted' }, action: '记为没有组织' })
  await sql.waiveSitting(tx, actor.authorityId, sitting.id, body.reason)
  await audit('appraisal.waive-sitting', sitting.id, { unitId: sitting.unitId, values: body })
  return shown(change, facts)
}

/** What is printed on the slips of a sitting. */
export async function readSlipForm(change: Change, _input: unknown, facts: SittingFacts) {
  const { sitting, round, assessment } = facts
  const scheme = await schemeOf(change, facts)
  const panel = panelsOf(scheme).find(each => each.id === sitting.panel)
  const measure = measureOf(scheme, sitting.source)
  return {
    title: panel?.title ?? { zh: sitting.panel, en: sitting.panel },
    unitName: round?.unitName ?? assessment!.unitName,
    homeUnitName: sitting.homeUnitName,
    period: round ? String(round.year) : assessment!.period,
    ...measure,
    subjects: await sql.onSlips(change.tx, sitting.id),
    entitled: entitledTo(sitting),
  }
}
