import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/assessed-unit.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail, failFields } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { limitsOf } from '../../scheme/ship-scheme.ts'
import { schemeById } from '../../scheme/sql.ts'
import { computeAgain } from '../run/compute-again.ts'
import * as sql from '../sql.ts'
import type { UnitFacts } from '../unit/show-unit.ts'
import { insertRuling, undecide } from '../unit/sql.ts'
import { factFaults } from '../unit/unit-facts.ts'
import { requireAction } from './course.ts'

/**
 * A recorded decision for one unit lifts a veto or gate, or says what counts for a fact; the assessment is computed again with it.
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
  const faults =
    what.kind === 'fact'
      ? factFaults(document, { fact: what.target, value: what.value }, { fact: '/what/target', value: '/what/value' })
      : []
  if (body.meetingOn > today)
    faults.push({
      pointer: '/meetingOn',
      zh: `会议日期不能晚于今天（${today}）`,
      en: `The day of the meeting must not be after today (${today})`,
    })
  if (faults.length > 0) failFields(faults)
  const decision = `${body.meeting} ${body.meetingOn} ${body.document}`
  const again = await computeAgain(
    change,
    assessment,
    'ruling',
    what.kind === 'limit'
      ? { unitId: unit.unitId, ruling: { veto: what.target, decision } }
      : { unitId: unit.unitId, facts: { [what.target]: what.value } },
  )
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
