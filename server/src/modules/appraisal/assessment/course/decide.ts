import type * as api from '@jiannuo/contract/appraisal/assessment.ts'
import type { Departure } from '@jiannuo/contract/appraisal/result.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import type { z } from 'zod'
import { localDays } from '../../../../platform/calendar/local-days.ts'
import { addWorkingDays } from '../../../../platform/calendar/working-days.ts'
import { type FieldError, fail, failFields } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { cycleOfYear } from '../../../cycle/index.ts'
import { gradesOf } from '../../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById } from '../../scheme/sql.ts'
import { showUnit } from '../read/list-units.ts'
import { headOf, placesGiven, readPlaces, starLevelsOf, versionOf } from '../read/read-assessment.ts'
import * as sql from '../sql.ts'
import { decideAsProposed, decideUnit, leadersOf, releaseUnits, type UnitRow, unitsOf } from '../unit/sql.ts'
import { requireAction } from './course.ts'

type Decided = Input<typeof api.decideAssessment>['body']['units'][number]
type Departures = z.output<typeof Departure>[]

/** Whether the meeting gave something else than the computation leaves open. */
export function departs(row: UnitRow, { grade, stars }: Pick<Decided, 'grade' | 'stars'>): boolean {
  const { free } = showUnit(row, null)
  const among = <T>(value: T | null, open: readonly T[], proposed: T | null) =>
    value === null ? proposed === null : open.includes(value)
  return !among(grade, free.grades, row.proposed) || !among(stars, free.stars, row.proposedStars)
}

/** What is wrong with one decision on its own: a grade or number of stars the scheme does not have. Also for the answer to an objection. */
export function unknownIn(
  { document }: SchemeRow,
  { grade, stars }: Pick<Decided, 'grade' | 'stars'>,
  at: string,
): FieldError[] {
  const grades = gradesOf(document)
  const levels = starLevelsOf({ document })
  const known = grades.map(each => `${each.title.zh}（${each.id}）`).join('、') || '不定等次'
  return [
    ...(grade === null || grades.some(each => each.id === grade)
      ? []
      : [
          {
            pointer: `${at}/grade`,
            zh: `方案没有等次“${grade}”，可选：${known}`,
            en: `The scheme has no grade "${grade}"; accepted: ${grades.map(each => each.id).join(', ') || 'none'}`,
          },
        ]),
    ...(stars === null || levels.includes(stars)
      ? []
      : [
          {
            pointer: `${at}/stars`,
            zh: `方案没有${stars}星，可选：${levels.join('、') || '不定星级'}`,
            en: `The scheme has no ${stars} stars; accepted: ${levels.join(', ') || 'none'}`,
          },
        ]),
  ]
}

function faultsOf(scheme: SchemeRow, rows: readonly UnitRow[], decisions: readonly Decided[]): FieldError[] {
  const byId = new Map(rows.map(each => [each.id, each]))
  const times = new Map<string, number>()
  const faults = decisions.flatMap((decision, i): FieldError[] => {
    const at = `/units/${i}`
    const row = byId.get(decision.id)
    times.set(decision.id, (times.get(decision.id) ?? 0) + 1)
    if (!row) return [{ pointer: `${at}/id`, zh: '这个单位不在本次考核中', en: 'This unit is not in the assessment' }]
    if (times.get(decision.id) === 2)
      return [{ pointer: `${at}/id`, zh: `${row.name}写了两次`, en: `${row.name} is listed twice` }]
    const unknown = unknownIn(scheme, decision, at)
    if (unknown.length > 0 || decision.reason || !departs(row, decision)) return unknown
    const open = [
      ...(decision.grade === null && row.proposed !== null
        ? [{ pointer: `${at}/grade`, zh: `${row.name}还没有定等次`, en: `${row.name} has no grade yet` }]
        : []),
      ...(decision.stars === null && row.proposedStars !== null
        ? [{ pointer: `${at}/stars`, zh: `${row.name}还没有定星级`, en: `${row.name} has no stars yet` }]
        : []),
    ]
    if (open.length > 0) return open
    return [
      {
        pointer: `${at}/reason`,
        zh: `${row.name}与拟定结果不同，请写明理由`,
        en: `${row.name}: other than proposed; give the reason`,
      },
    ]
  })
  const tied = rows.filter(each => each.toBeDecided && !times.has(each.id))
  return [
    ...faults,
    ...tied.slice(0, 20).map(({ name }) => ({
      pointer: '/units',
      zh: `${name}同分待定，请会议确定`,
      en: `${name} is tied at a cap; the meeting has to decide`,
    })),
  ]
}

/** What the decision departs from. It is said, and nothing resists it. */
function departuresOf(scheme: SchemeRow, rows: readonly UnitRow[], places: ReturnType<typeof placesGiven>): Departures {
  const titles = new Map(gradesOf(scheme.document).map(each => [each.id, each.title]))
  const said = (grade: string | null, stars: number | null) => ({
    zh:
      [grade && (titles.get(grade)?.zh ?? grade), stars === null ? '' : `${stars}星`].filter(Boolean).join('、') || '–',
    en:
      [grade && (titles.get(grade)?.en ?? grade), stars === null ? '' : `${stars} star(s)`]
        .filter(Boolean)
        .join(', ') || '–',
  })
  const other = rows
    .filter(row => departs(row, row))
    .map((row): Departures[number] => {
      const [proposed, given] = [said(row.proposed, row.proposedStars), said(row.grade, row.stars)]
      return {
        subjectId: row.id,
        kind: 'otherThanProposed',
        say: {
          zh: `${row.name}：拟定${proposed.zh}，定为${given.zh}`,
          en: `${row.name}: proposed ${proposed.en}, decided ${given.en}`,
        },
      }
    })
  const over = places
    .filter(each => each.given > each.seats)
    .map(({ kind, rung, unit, seats, given }): Departures[number] => {
      const what = kind === 'grade' ? said(rung, null) : said(null, Number(rung))
      return {
        subjectId: null,
        kind: 'capExceeded',
        say: {
          zh: `${unit ?? ''}“${what.zh}”定了${given}个，名额${seats}个`,
          en: `${unit ? `${unit}: ` : ''}${given} given "${what.en}", ${seats} place(s)`,
        },
      }
    })
  return [...other, ...over]
}

/** Records what a named meeting decided: all as proposed but the units it names. A tie needs its word, another result its reason. */
export async function decideAssessment(
  { tx, actor, now, today, audit }: Change,
  { body }: Input<typeof api.decideAssessment>,
  assessment: sql.AssessmentRow,
) {
  const { authorityId } = actor
  requireAction(assessment, 'decide')
  if (body.version !== versionOf(assessment)) fail('CHANGED_MEANWHILE')
  const scheme = (await schemeById(tx, authorityId, assessment.schemeId))!
  const faults = faultsOf(scheme, await unitsOf(tx, authorityId, assessment.id), body.units)
  if (body.meetingOn > today)
    faults.push({
      pointer: '/meetingOn',
      zh: `会议日期不能晚于今天（${today}）`,
      en: `The day of the meeting must not be after today (${today})`,
    })
  if (faults.length > 0) failFields(faults)
  const by = actor.personId ?? actor.accountId
  const at = now.toISOString()
  await decideAsProposed(tx, authorityId, assessment.id, by, at)
  for (const { id, ...decision } of body.units) await decideUnit(tx, authorityId, id, { ...decision, by, at })
  await sql.setAssessment(tx, authorityId, assessment.id, {
    ...{ state: 'decided', meeting: body.meeting, meeting_on: body.meetingOn, document: body.document },
    ...{ decided_by: by, decided_at: at },
  })
  await audit('appraisal.decide-assessment', assessment.id, { unitId: assessment.unitId, values: body })
  const rows = await unitsOf(tx, authorityId, assessment.id)
  const places = readPlaces((await sql.lastRun(tx, authorityId, assessment.id))!.places)
  return { decided: rows.length, departures: departuresOf(scheme, rows, placesGiven(places, rows)) }
}

/** Working days for an objection, as the year sets them. */
export async function objectionDays({ tx, actor, today }: Change, { period }: sql.AssessmentRow): Promise<number> {
  const year = Number(periodOf(period)!.from.slice(0, 4))
  return (await cycleOfYear(tx, actor.authorityId, year, today))?.objectionDays ?? 5
}

/** Every unit may now see its result and object for the working days the cycle sets, today not counted. */
export async function releaseAssessment(change: Change, _input: unknown, assessment: sql.AssessmentRow) {
  const { tx, actor, now, today, audit, inform } = change
  const { authorityId } = actor
  requireAction(assessment, 'release')
  const rows = await unitsOf(tx, authorityId, assessment.id)
  const days = await objectionDays(change, assessment)
  const last = addWorkingDays(today, days, await localDays(tx, authorityId)).day
  await releaseUnits(tx, authorityId, assessment.id, now.toISOString())
  await sql.setAssessment(tx, authorityId, assessment.id, { state: 'objection', objection_until: addDays(last, 1) })
  const leaders = Map.groupBy(
    await leadersOf(
      tx,
      authorityId,
      rows.map(each => each.unitId),
      today,
    ),
    each => each.unitId,
  )
  for (const row of rows)
    await inform(
      (leaders.get(row.unitId) ?? []).map(each => each.personId),
      {
        kind: 'assessment.result',
        objectId: row.id,
        title: {
          zh: `${row.name}的${assessment.schemeTitle}（${assessment.period}）结果出来了，有异议可以提出，到${last}为止`,
          en: `The result of ${row.name} by “${assessment.schemeTitle}” (${assessment.period}) is here; objections are possible through ${last}`,
        },
        link: `/assessed/${row.id}`,
        unitId: row.unitId,
        dueOn: last,
      },
    )
  await audit('appraisal.release-assessment', assessment.id, { unitId: assessment.unitId })
  return headOf((await sql.assessmentById(tx, authorityId, assessment.id))!)
}
