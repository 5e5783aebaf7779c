import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/assessed-unit.ts'
import type { Moved } from '@jiannuo/contract/appraisal/assessment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import { localDays } from '../../../../platform/calendar/local-days.ts'
import { addWorkingDays } from '../../../../platform/calendar/working-days.ts'
import { fail, failFields } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../../platform/http/wire/cursor.ts'
import { gradesOf, nodesOf } from '../../scheme/ship-scheme.ts'
import { schemeById } from '../../scheme/sql.ts'
import { decidersOf } from '../../sql.ts'
import { requireAction } from '../course/course.ts'
import { departs, objectionDays, unknownIn } from '../course/decide.ts'
import { isOffice } from '../policy.ts'
import { starLevelsOf } from '../read/read-assessment.ts'
import { amend, computeAgain } from '../run/compute-again.ts'
import { type AssessmentRow, assessmentById } from '../sql.ts'
import { showUnitResult, type UnitFacts } from '../unit/show-unit.ts'
import { decideUnit, unitsOf } from '../unit/sql.ts'
import { factFaults, factsRead } from '../unit/unit-facts.ts'
import { showObjection } from './show-objection.ts'
import * as sql from './sql.ts'

/** One objection per unit, to one part of its result, within the set days. It goes to those who decided. */
export async function objectForUnit(change: Change, input: Input<typeof api.objectForUnit>, facts: UnitFacts) {
  const { tx, actor, now, today, audit, inform } = change
  const { authorityId } = actor
  const { unit, assessment } = facts
  if (assessment.state !== 'objection' || assessment.objectionUntil === null || today >= assessment.objectionUntil)
    fail('OBJECTION_OVER', { until: assessment.objectionUntil ?? today })
  if (await sql.objectionTo(tx, authorityId, unit.id)) fail('OBJECTION_EXISTS')
  const scheme = (await schemeById(tx, authorityId, assessment.schemeId))!
  if (!nodesOf(scheme.document).some(each => each.id === input.body.node)) fail('NODE_UNKNOWN')
  const id = randomUUID()
  const days = await objectionDays(change, assessment)
  const dueOn = addWorkingDays(today, days, await localDays(tx, authorityId)).day
  const personId = actor.personId ?? actor.accountId
  await sql.insertObjection(tx, authorityId, {
    ...{ id, assessedId: unit.id, personId, ...input.body, at: now.toISOString(), dueOn },
  })
  const deciders = await decidersOf(tx, authorityId, assessment.unitId, today)
  await inform(
    deciders.filter(each => each !== personId),
    {
      kind: 'assessment.objection',
      objectId: id,
      title: {
        zh: `${unit.name}对${assessment.schemeTitle}（${assessment.period}）的结果提出异议，请书面答复`,
        en: `${unit.name} objects to its result by “${assessment.schemeTitle}” (${assessment.period}); please answer in writing`,
      },
      link: '/assessments/objections',
      unitId: assessment.unitId,
      dueOn,
    },
  )
  await audit('appraisal.object-for-unit', id, { unitId: unit.unitId, values: input.body })
  return showUnitResult(change, input, facts)
}

const Cursor = z.tuple([z.number(), z.string(), z.string()])
/** The work committee sees objections to every assessment, an organ committee those to its own. */
export async function listUnitObjections({ tx, actor }: Change, { query }: Input<typeof api.listUnitObjections>) {
  const { authorityId } = actor
  const office = actor.capacity.role === 'workCommittee' ? null : (actor.capacity.unitId ?? '')
  const rows = await sql.objectionsInView(tx, authorityId, office, openCursor(Cursor, query.after), query.limit + 1)
  const assessments = new Map<string, AssessmentRow>()
  for (const { assessmentId } of rows)
    if (!assessments.has(assessmentId))
      assessments.set(assessmentId, (await assessmentById(tx, authorityId, assessmentId))!)
  const schemes = new Map<string, NonNullable<Awaited<ReturnType<typeof schemeById>>>>()
  for (const { schemeId } of assessments.values())
    if (!schemes.has(schemeId)) schemes.set(schemeId, (await schemeById(tx, authorityId, schemeId))!)
  const shown = pageOf(
    rows,
    query.limit,
    row => [row.settled, row.raisedAt, row.id],
    row => {
      const assessment = assessments.get(row.assessmentId)!
      const scheme = schemes.get(assessment.schemeId)!
      return {
        ...showObjection(scheme, row),
        assessedId: row.assessedId,
        assessmentId: row.assessmentId,
        name: row.name,
        unitName: assessment.unitName,
        schemeTitle: assessment.schemeTitle,
        period: assessment.period,
        standing: { total: row.total, grade: row.grade, stars: row.stars },
        grades: gradesOf(scheme.document),
        starLevels: starLevelsOf(scheme),
        facts: factsRead(scheme.document),
        mayAnswer:
          row.state === 'raised' &&
          assessment.state === 'objection' &&
          isOffice(actor, assessment) &&
          row.personId !== actor.personId,
      }
    },
  )
  return { ...shown, waiting: await sql.countWaiting(tx, authorityId, office) }
}

export interface ObjectionFacts {
  objection: sql.ObjectionRow
  assessment: AssessmentRow
}

/** The written answer: upheld, corrected by facts and a new computation, or corrected by a new decision with its reason. */
export async function answerUnitObjection(
  change: Change,
  { body }: Input<typeof api.answerUnitObjection>,
  { objection, assessment }: ObjectionFacts,
) {
  const { tx, actor, now, audit, inform } = change
  const { authorityId } = actor
  requireAction(assessment, 'answer')
  if (objection.state !== 'raised')
    fail('STATE_CONFLICT', {
      state: objection.state === 'upheld' ? { zh: '维持', en: 'upheld' } : { zh: '更正', en: 'corrected' },
      action: '答复',
    })
  if (objection.personId === actor.personId) fail('RATING_ONESELF')
  const { outcome } = body
  const made = { by: actor.personId ?? actor.accountId, at: now.toISOString() }
  const moved = outcome.kind === 'recomputed' ? await correct(change, { objection, assessment }, outcome.facts) : []
  if (outcome.kind === 'decided') {
    const scheme = (await schemeById(tx, authorityId, assessment.schemeId))!
    const unknown = unknownIn(scheme, outcome, '/outcome')
    if (unknown.length > 0) failFields(unknown)
    const { kind: _, ...decision } = outcome
    await decideUnit(tx, authorityId, objection.assessedId, { ...decision, ...made })
  }
  const state = outcome.kind === 'upheld' ? ('upheld' as const) : ('corrected' as const)
  await sql.answerObjection(tx, authorityId, objection.id, { state, answer: body.answer, ...made })
  await inform([objection.personId], {
    kind: 'assessment.answer',
    objectId: objection.id,
    title: {
      zh: `${objection.name}的异议已书面答复：${state === 'upheld' ? '维持' : '更正'}`,
      en: `The objection of ${objection.name} has been answered: ${state}`,
    },
    link: `/assessed/${objection.assessedId}`,
    unitId: objection.unitId,
  })
  await audit('appraisal.answer-unit-objection', objection.id, { unitId: objection.unitId, values: body })
  const { total, grade, stars } = (await sql.objectionById(tx, authorityId, objection.id))!
  return { state, standing: { total, grade, stars }, moved }
}

type Corrections = Extract<Input<typeof api.answerUnitObjection>['body']['outcome'], { kind: 'recomputed' }>['facts']

/** New facts, a new computation. The unit that objected takes its new result; every other keeps what the meeting decided, and where that now differs the record says why. */
async function correct(
  change: Change,
  { objection, assessment }: ObjectionFacts,
  entries: Corrections,
): Promise<Moved[]> {
  const { tx, actor, now } = change
  const { authorityId } = actor
  const { document } = (await schemeById(tx, authorityId, assessment.schemeId))!
  const faults = entries.flatMap((entry, i) =>
    factFaults(document, entry, { fact: `/outcome/facts/${i}/fact`, value: `/outcome/facts/${i}/value` }),
  )
  if (faults.length > 0) failFields(faults)
  const facts = Object.fromEntries(entries.map(each => [each.fact, each.value]))
  const { moved } = await computeAgain(change, assessment, 'correction', amend({ unitId: objection.unitId, facts }))
  const made = { by: actor.personId ?? actor.accountId, at: now.toISOString() }
  for (const row of await unitsOf(tx, authorityId, assessment.id)) {
    const proposed = { grade: row.proposed, stars: row.proposedStars }
    if (row.id === objection.assessedId)
      await decideUnit(tx, authorityId, row.id, { ...proposed, reason: '异议更正后重新计算', ...made })
    else if (!row.reason && departs(row, row))
      await decideUnit(tx, authorityId, row.id, {
        ...{ grade: row.grade, stars: row.stars, reason: '其他单位异议更正后重新计算，本单位结果维持会议原定' },
        ...{ by: row.decidedBy ?? made.by, at: row.decidedAt ?? made.at },
      })
  }
  return moved
}
