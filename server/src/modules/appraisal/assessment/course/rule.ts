import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/assessed-unit.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Scheme } from '@jiannuo/engine/scheme.ts'
import { type FieldError, fail, failFields } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { indicatorsOf, limitsOf, unknownIndicator } from '../../scheme/ship-scheme.ts'
import { schemeById } from '../../scheme/sql.ts'
import { type Amendment, amend, computeAgain } from '../run/compute-again.ts'
import * as sql from '../sql.ts'
import type { UnitFacts } from '../unit/show-unit.ts'
import { insertRuling, undecide } from '../unit/sql.ts'
import { factFaults } from '../unit/unit-facts.ts'
import { requireAction } from './course.ts'

type What = Input<typeof api.ruleOnUnit>['body']['what']

function faultsIn(document: Scheme, what: What): FieldError[] {
  if (what.kind === 'fact')
    return factFaults(
      document,
      { fact: what.target, value: what.value },
      { fact: '/what/target', value: '/what/value' },
    )
  const indicators = indicatorsOf(document)
  if (what.kind === 'limit' || indicators.some(each => each.id === what.target)) return []
  return [unknownIndicator(indicators, '/what/target')]
}

function amendmentBy(what: What, decision: string): Omit<Amendment, 'unitId'> {
  if (what.kind === 'fact') return { facts: { [what.target]: what.value } }
  return {
    ruling: what.kind === 'limit' ? { veto: what.target, decision } : { veto: '', indicator: what.target, decision },
  }
}

/**
 * A recorded decision for one unit lifts a veto or gate, says what counts for a fact, or exempts from an indicator; the assessment is
 * computed again with it.
 * What a meeting had decided on the old numbers is taken back. Fails LIMIT_UNKNOWN.
 */
export async function ruleOnUnit(
  change: Change,
  { body: { what, ...body } }: Input<typeof api.ruleOnUnit>,
  { unit, assessment }: UnitFacts,
) {
  const { tx, actor, now, today, audit } = change
  const { authorityId } = actor
  requireAction(assessment, 'rule')
  const { document } = (await schemeById(tx, authorityId, assessment.schemeId))!
  const limits = limitsOf(document)
  if (what.kind === 'limit' && !limits.some(each => each.id === what.target))
    fail('LIMIT_UNKNOWN', { known: limits.map(each => `${each.title.zh}（${each.id}）`).join('、') })
  const faults = faultsIn(document, what)
  if (body.meetingOn > today)
    faults.push({
      pointer: '/meetingOn',
      zh: `会议日期不能晚于今天（${today}）`,
      en: `The day of the meeting must not be after today (${today})`,
    })
  if (faults.length > 0) failFields(faults)
  const decision = `${body.meeting} ${body.meetingOn} ${body.document}`
  const amendment = { unitId: unit.unitId, ...amendmentBy(what, decision) }
  const again = await computeAgain(change, assessment, 'ruling', amend(amendment))
  const id = randomUUID()
  await insertRuling(tx, authorityId, {
    ...{ id, assessedId: unit.id, runId: again.runId, ...body, kind: what.kind, target: what.target },
    ...{
      value: what.kind === 'fact' ? what.value : null,
      by: actor.personId ?? actor.accountId,
      at: now.toISOString(),
    },
  })
  if (assessment.state === 'decided') {
    await undecide(tx, authorityId, assessment.id)
    await sql.setAssessment(tx, authorityId, assessment.id, {
      ...{ state: 'provisional', meeting: null, meeting_on: null, document: null, decided_by: null, decided_at: null },
    })
  }
  await audit('appraisal.rule-unit', id, { unitId: unit.unitId, values: { what, ...body } })
  return { run: again.number, moved: again.moved }
}
