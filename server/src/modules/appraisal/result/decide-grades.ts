import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/result.ts'
import type { Departure } from '@jiannuo/contract/appraisal/result.ts'
import { counted } from '@jiannuo/contract/counted.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import type { z } from 'zod'
import { localDays } from '../../../platform/calendar/local-days.ts'
import { addWorkingDays } from '../../../platform/calendar/working-days.ts'
import { type FieldError, fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { cycleById } from '../../cycle/index.ts'
import { requireAction } from '../flow.ts'
import { requireGrade } from '../rating/rate-self.ts'
import { showRound } from '../scheme/read-round.ts'
import { gradesOf, indicatorsOf, limitsOf, unknownIndicator } from '../scheme/ship-scheme.ts'
import { schemeById } from '../scheme/sql.ts'
import { type RoundRow, type SubjectRow, setRound } from '../sql.ts'
import { isStale } from './gather-input.ts'
import { freeGrades, isUngraded, placesOf, traceOf, versionOf } from './show-results.ts'
import * as sql from './sql.ts'

type Departures = z.output<typeof Departure>[]

/** A ruling lifts one veto or limit for one person (容错), or exempts from one indicator, at the next computation. Fails LIMIT_UNKNOWN. */
export async function ruleOnSubject(
  { tx, actor, now, audit }: Change,
  { body }: Input<typeof api.ruleOnSubject>,
  { round, subject }: { round: RoundRow; subject: SubjectRow },
) {
  requireAction(round, 'rule')
  const scheme = (await schemeById(tx, actor.authorityId, round.schemeId))!
  const limits = limitsOf(scheme.document)
  const indicators = indicatorsOf(scheme.document)
  if (body.kind === 'limit' && !limits.some(each => each.id === body.target))
    fail('LIMIT_UNKNOWN', { known: limits.map(each => `${each.title.zh}（${each.id}）`).join('、') })
  if (body.kind === 'indicator' && !indicators.some(each => each.id === body.target))
    failFields([unknownIndicator(indicators, '/target')])
  const id = randomUUID()
  const by = actor.personId ?? actor.accountId
  await sql.insertRuling(tx, {
    authorityId: actor.authorityId,
    id,
    subjectId: subject.id,
    unitId: round.unitId,
    ...body,
    by,
    at: now.toISOString(),
  })
  await audit('appraisal.rule', id, { unitId: round.unitId, values: body })
}

/** What the decision departs from. It is said, and nothing resists it. */
export function departuresOf(
  records: readonly sql.ResultRecord[],
  places: ReturnType<typeof placesOf>,
  titles: ReadonlyMap<string, string>,
): Departures {
  const title = (grade: string | null) => (grade === null ? '–' : (titles.get(grade) ?? grade))
  const other = records.flatMap((record): Departures => {
    if (record.grade === null || freeGrades(record).includes(record.grade)) return []
    const say = {
      zh: `${record.name}：拟定${title(record.proposed)}，定为${title(record.grade)}`,
      en: `${record.name}: proposed ${record.proposed ?? '–'}, decided ${record.grade}`,
    }
    return [{ subjectId: record.subjectId, kind: 'otherThanProposed', say }]
  })
  const over = places.flatMap(({ grade, seats, given }): Departures => {
    if (given <= seats) return []
    const say = {
      zh: `“${title(grade)}”定了${given}人，名额${seats}人`,
      en: `${given} given "${grade}", ${counted(seats, 'place')}`,
    }
    return [{ subjectId: null, kind: 'capExceeded', say }]
  })
  return [...other, ...over]
}

type Decision = Input<typeof api.decideGrades>['body']['grades'][number]

function faultsOf(records: readonly sql.ResultRecord[], decisions: readonly Decision[]): FieldError[] {
  const faults: FieldError[] = []
  const fault = (pointer: string, zh: string, en: string) => faults.push({ pointer, zh, en })
  for (const record of records.filter(each => !isUngraded(traceOf(each)))) {
    const times = decisions.filter(each => each.subjectId === record.subjectId).length
    if (times === 0) fault('/grades', `${record.name}还没有定等次`, `${record.name} has no grade yet`)
    if (times > 1) fault('/grades', `${record.name}写了两次`, `${record.name} is listed twice`)
  }
  for (const [i, { subjectId, grade, reason }] of decisions.entries()) {
    const record = records.find(each => each.subjectId === subjectId)
    if (!record) fault(`/grades/${i}/subjectId`, '这个人不在本轮考评中', 'This person is not in the round')
    else if (isUngraded(traceOf(record)))
      fault(`/grades/${i}/grade`, `${record.name}参加评议，不定等次`, `${record.name} takes part without a grade`)
    else if (!freeGrades(record).includes(grade) && !reason)
      fault(
        `/grades/${i}/reason`,
        `${record.name}与拟定等次不同，请写明理由`,
        `${record.name}: other than proposed; give the reason`,
      )
  }
  return faults
}

/** Sets the grades a named meeting or person decided. Other than proposed needs a reason; a tie or a full quota needs only the choice. */
export async function decideGrades(
  { tx, actor, now, today, audit }: Change,
  { body }: Input<typeof api.decideGrades>,
  { round }: { round: RoundRow },
) {
  const { authorityId } = actor
  requireAction(round, 'decide')
  if (body.version !== versionOf(round)) fail('CHANGED_MEANWHILE')
  const scheme = (await schemeById(tx, authorityId, round.schemeId))!
  if (await isStale(tx, authorityId, round, scheme, today)) fail('RESULT_STALE')
  if (body.meetingOn > today)
    failFields([
      {
        pointer: '/meetingOn',
        zh: `会议日期不能晚于今天（${today}）`,
        en: `The day of the meeting must not be after today (${today})`,
      },
    ])
  for (const each of body.grades) requireGrade(each.grade, gradesOf(scheme.document))
  const faults = faultsOf(await sql.resultsOf(tx, authorityId, round.id), body.grades)
  if (faults.length > 0) failFields(faults)
  const by = actor.personId ?? actor.accountId
  const at = now.toISOString()
  const records = await sql.resultsOf(tx, authorityId, round.id)
  for (const { subjectId, grade, reason } of body.grades) {
    const record = records.find(each => each.subjectId === subjectId)!
    await sql.decideResult(tx, authorityId, record.id, { grade, reason, by, at })
  }
  await setRound(tx, authorityId, round.id, {
    state: 'decided',
    meeting: body.meeting,
    meeting_on: body.meetingOn,
    decided_by: by,
    decided_at: at,
  })
  await audit('appraisal.decide', round.id, { unitId: round.unitId, values: body })
  const decided = await sql.resultsOf(tx, authorityId, round.id)
  const titles = new Map(gradesOf(scheme.document).map(each => [each.id, each.title.zh]))
  return { decided: body.grades.length, departures: departuresOf(decided, placesOf(scheme, decided), titles) }
}

/** Everybody may now see his own result and object for the working days the cycle sets, today not counted. */
export async function releaseResults(change: Change, _input: unknown, { round }: { round: RoundRow }) {
  const { tx, actor, now, today, audit, inform } = change
  requireAction(round, 'release')
  const days = (await cycleById(tx, actor.authorityId, round.cycleId, today))?.objectionDays ?? 5
  const last = addWorkingDays(today, days, await localDays(tx, actor.authorityId)).day
  await sql.releaseRound(tx, actor.authorityId, round.id, now.toISOString())
  await setRound(tx, actor.authorityId, round.id, { state: 'objection', objection_until: addDays(last, 1) })
  for (const record of await sql.resultsOf(tx, actor.authorityId, round.id)) {
    await inform([record.personId], {
      kind: 'appraisal.result',
      objectId: record.id,
      title: {
        zh: `您的${round.year}年度评定结果出来了，有异议可以提出，到${last}为止`,
        en: `Your ${round.year} appraisal result is here; objections are possible through ${last}`,
      },
      link: `/results/${record.id}`,
      unitId: round.unitId,
      dueOn: last,
    })
  }
  await audit('appraisal.release', round.id, { unitId: round.unitId })
  return showRound(change, round.id)
}
