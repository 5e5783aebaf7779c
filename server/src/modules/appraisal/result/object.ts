import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/result.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import { localDays } from '../../../platform/calendar/local-days.ts'
import { addWorkingDays } from '../../../platform/calendar/working-days.ts'
import { fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { cycleById } from '../../cycle/index.ts'
import { requireState } from '../flow.ts'
import { runs } from '../policy.ts'
import { requireGrade } from '../rating/rate-self.ts'
import { faultsOf, withEntry } from '../scheme/round-facts.ts'
import { gradesOf, nodesOf } from '../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById } from '../scheme/sql.ts'
import { decidersOf, type RoundRow, roundById, setFacts, subjectById } from '../sql.ts'
import { recompute } from './compute-round.ts'
import { departuresOf } from './decide-grades.ts'
import { type ResultFacts, showObjection, showResult } from './read-result.ts'
import { placesOf } from './show-results.ts'
import * as sql from './sql.ts'

/** One objection per result, to one part of it, within the set days. It goes to those who decided. */
export async function raiseObjection(change: Change, { body }: Input<typeof api.raiseObjection>, facts: ResultFacts) {
  const { tx, actor, now, today, audit, inform } = change
  const { record, round } = facts
  requireState(round, round.state === 'objection', '提出异议')
  if (round.objectionUntil === null || today >= round.objectionUntil)
    fail('OBJECTION_OVER', { until: round.objectionUntil ?? today })
  if (await sql.objectionTo(tx, actor.authorityId, record.id)) fail('OBJECTION_EXISTS')
  const scheme = (await schemeById(tx, actor.authorityId, round.schemeId))!
  if (!nodesOf(scheme.document).some(each => each.id === body.node)) fail('NODE_UNKNOWN')
  const id = randomUUID()
  const days = (await cycleById(tx, actor.authorityId, round.cycleId, today))?.objectionDays ?? 5
  const dueOn = addWorkingDays(today, days, await localDays(tx, actor.authorityId)).day
  await sql.insertObjection(tx, {
    authorityId: actor.authorityId,
    id,
    resultId: record.id,
    unitId: round.unitId,
    personId: record.personId,
    ...body,
    at: now.toISOString(),
    dueOn,
  })
  await inform(
    (await decidersOf(tx, actor.authorityId, round.unitId, today)).filter(each => each !== record.personId),
    {
      kind: 'appraisal.objection',
      objectId: id,
      title: {
        zh: `有1件对${round.year}年度评定结果的异议，请书面答复`,
        en: `An objection to a result of ${round.year} waits for a written answer`,
      },
      link: '/appraisal/objections',
      unitId: round.unitId,
      dueOn,
    },
  )
  await audit('appraisal.object', id, { unitId: round.unitId, values: body })
  return showResult(change, facts)
}

const Cursor = z.tuple([z.number(), z.string(), z.string()])
export async function listObjections({ tx, actor }: Change, { query }: Input<typeof api.listObjections>) {
  const { authorityId } = actor
  const rows = await sql.objectionsInView(tx, authorityId, openCursor(Cursor, query.after), query.limit + 1)
  const items = []
  for (const row of rows.slice(0, query.limit)) {
    const round = (await roundById(tx, authorityId, row.roundId))!
    const scheme = (await schemeById(tx, authorityId, round.schemeId))!
    const record = (await sql.resultById(tx, authorityId, row.resultId))!
    items.push({
      ...showObjection(scheme, row),
      resultId: row.resultId,
      roundId: round.id,
      subjectId: row.subjectId,
      name: row.name,
      level: round.level,
      unitName: round.unitName,
      grade: record.grade,
      grades: gradesOf(scheme.document),
      total: record.total,
      mayAnswer:
        runs(actor.capacity.role, round) &&
        row.personId !== actor.personId &&
        round.state === 'objection' &&
        isOpen(row),
    })
  }
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return {
    items,
    next: last ? sealCursor([last.settled, last.raisedAt, last.id]) : null,
    waiting: await sql.countWaiting(tx, authorityId),
  }
}

export interface ObjectionFacts {
  objection: sql.ObjectionRecord
  round: RoundRow
}
const isOpen = (o: Pick<sql.ObjectionRecord, 'state'>) => o.state === 'raised' || o.state === 'examining'
const STATES = {
  raised: { zh: '已提出', en: 'raised' },
  examining: { zh: '核查中', en: 'being examined' },
  upheld: { zh: '维持', en: 'upheld' },
  corrected: { zh: '更正', en: 'corrected' },
} as const

export async function examineObjection(
  { tx, actor, audit }: Change,
  _input: unknown,
  { objection, round }: ObjectionFacts,
) {
  if (objection.state !== 'raised') fail('STATE_CONFLICT', { state: STATES[objection.state], action: '核查' })
  await sql.setObjection(tx, actor.authorityId, objection.id, { state: 'examining' })
  await audit('appraisal.examine-objection', objection.id, { unitId: round.unitId })
}

/** The written answer: upheld, corrected by facts and a new computation, or corrected by a new decision with its reason. */
export async function answerObjection(
  change: Change,
  { body }: Input<typeof api.answerObjection>,
  { objection, round }: ObjectionFacts,
) {
  const { tx, actor, now, audit, inform } = change
  const { authorityId } = actor
  requireState(round, round.state === 'objection', '答复异议')
  if (!isOpen(objection)) fail('STATE_CONFLICT', { state: STATES[objection.state], action: '答复' })
  if (objection.personId === actor.personId) fail('RATING_ONESELF')
  const scheme = (await schemeById(tx, authorityId, round.schemeId))!
  const by = actor.personId ?? actor.accountId
  const at = now.toISOString()
  const { outcome } = body
  if (outcome.kind === 'decided') {
    requireGrade(outcome.grade, gradesOf(scheme.document))
    await sql.decideResult(tx, authorityId, objection.resultId, {
      grade: outcome.grade,
      reason: outcome.reason,
      by,
      at,
    })
  }
  if (outcome.kind === 'recomputed') await correctFacts(change, scheme, { objection, round }, outcome.facts)
  const state = outcome.kind === 'upheld' ? ('upheld' as const) : ('corrected' as const)
  await sql.setObjection(tx, authorityId, objection.id, {
    state,
    answer: body.answer,
    answered_by: by,
    answered_at: at,
  })
  await inform([objection.personId], {
    kind: 'appraisal.answer',
    objectId: objection.id,
    title: {
      zh: `您的异议已书面答复：${STATES[state].zh}`,
      en: `Your objection has been answered: ${STATES[state].en}`,
    },
    link: `/results/${objection.resultId}`,
    unitId: round.unitId,
  })
  await audit('appraisal.answer-objection', objection.id, { unitId: round.unitId, values: body })
  const records = await sql.resultsOf(tx, authorityId, round.id)
  const record = records.find(each => each.id === objection.resultId)!
  const titles = new Map(gradesOf(scheme.document).map(each => [each.id, each.title.zh]))
  return {
    state,
    total: record.total,
    grade: record.grade,
    departures: departuresOf(records, placesOf(scheme, records), titles),
  }
}

type Corrections = Extract<Input<typeof api.answerObjection>['body']['outcome'], { kind: 'recomputed' }>['facts']

/** New facts, a new computation of what was frozen with them; the objector takes his new grade, everybody else keeps what the meeting decided, and where that now differs the record says why. */
async function correctFacts(
  change: Change,
  scheme: SchemeRow,
  { objection, round }: ObjectionFacts,
  entries: Corrections,
) {
  const { tx, actor, now } = change
  const { authorityId } = actor
  const faults = faultsOf(scheme.document, entries, '/outcome/facts')
  if (faults.length > 0) failFields(faults)
  const subject = (await subjectById(tx, authorityId, objection.subjectId))!
  await setFacts(tx, authorityId, subject.id, entries.reduce(withEntry, subject.facts))
  const before = new Map((await sql.resultsOf(tx, authorityId, round.id)).map(each => [each.id, each]))
  await recompute(change, round, subject.id)
  const by = actor.personId ?? actor.accountId
  for (const record of await sql.resultsOf(tx, authorityId, round.id)) {
    const earlier = before.get(record.id)
    if (record.id === objection.resultId) {
      await sql.decideResult(tx, authorityId, record.id, {
        grade: record.proposed ?? record.grade,
        reason: '异议更正后重新计算',
        by,
        at: now.toISOString(),
      })
    } else if (
      record.grade !== null &&
      record.grade !== record.proposed &&
      earlier?.proposed !== record.proposed &&
      !record.reason
    ) {
      await sql.decideResult(tx, authorityId, record.id, {
        grade: record.grade,
        reason: '他人异议更正后重新计算，本人等次维持会议原定',
        by: record.decidedBy ?? by,
        at: record.decidedAt ?? now.toISOString(),
      })
    }
  }
}
