import type { Places, ResultRow } from '@jiannuo/contract/appraisal/result.ts'
import type { ResultRow as Outcome } from '@jiannuo/engine/score.ts'
import type { Trace, TraceRung } from '@jiannuo/engine/trace.ts'
import type { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { FLOW } from '../flow.ts'
import { runs } from '../policy.ts'
import { gradesOf, indicatorsOf, limitsOf } from '../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById } from '../scheme/sql.ts'
import { namesOf, type RoundRow } from '../sql.ts'
import { isStale } from './gather-input.ts'
import * as sql from './sql.ts'

/** What the module itself wrote, read back. */
export const traceOf = (record: { trace: unknown }) => record.trace as Trace
export const outcomeOf = (record: { outcome: unknown }) => record.outcome as Outcome

const gradeStep = (trace: Trace) =>
  trace.steps
    .flatMap(step => (step.kind === 'grade' || step.kind === 'stars' ? [step] : []))
    .find(step => step.kind === 'grade')
export const isUngraded = (trace: Trace): boolean => gradeStep(trace)?.ungraded ?? false
const rungsOf = (trace: Trace): readonly TraceRung[] => gradeStep(trace)?.rungs ?? []

/** Grades a meeting may give without a reason: the proposed one, and of a tie at a cap the one tied for. */
export function freeGrades(record: sql.ResultRecord): string[] {
  const tied = rungsOf(traceOf(record))
    .filter(rung => rung.result === 'tied')
    .map(rung => rung.name)
  return [...tied, ...(record.proposed === null ? [] : [record.proposed])]
}

/** Seats of every capped grade, and how many of the grades given or proposed fill them. */
export function placesOf(scheme: SchemeRow, records: readonly sql.ResultRecord[]): z.output<typeof Places>[] {
  return (scheme.document.grades ?? []).flatMap(({ grade, cap }) => {
    if (!cap) return []
    const units = new Map(
      records.flatMap(record => {
        const seats = rungsOf(traceOf(record)).find(rung => rung.name === grade)?.cap
        return seats ? [[(cap.scope && traceOf(record).scopes[cap.scope]) ?? '', seats] as const] : []
      }),
    )
    const sum = (of: (each: { seats: number; of: number }) => number) =>
      [...units.values()].reduce((total, each) => total + of(each), 0)
    return [
      {
        grade,
        seats: sum(each => each.seats),
        of: sum(each => each.of),
        given: records.filter(each => (each.grade ?? each.proposed) === grade).length,
        tied: records.filter(
          each =>
            each.grade === null && rungsOf(traceOf(each)).some(rung => rung.name === grade && rung.result === 'tied'),
        ).length,
      },
    ]
  })
}

export const showRow = (record: sql.ResultRecord): ResultRow => ({
  id: record.id,
  subjectId: record.subjectId,
  name: record.name,
  homeUnitName: record.homeUnitName,
  total: record.total,
  proposed: record.proposed,
  toBeDecided: record.toBeDecided,
  free: freeGrades(record),
  ungraded: isUngraded(traceOf(record)),
  blocked: outcomeOf(record).blocked,
  vetoes: outcomeOf(record).vetoes,
  grade: record.grade,
  reason: record.reason,
  decidedAt: record.decidedAt,
})

/** Changes with every computation and every decision: whoever decides on older results is told so. */
export const versionOf = (round: RoundRow): string => `${round.computedAt ?? ''} ${round.decidedAt ?? ''}`.trim()

/** Results for those who decide: what the meeting must settle first, then by total. */
export async function showResults({ tx, actor, today }: Change, _input: unknown, { round }: { round: RoundRow }) {
  const { authorityId } = actor
  const scheme = (await schemeById(tx, authorityId, round.schemeId))!
  const records = await sql.resultsOf(tx, authorityId, round.id)
  const rows = records
    .map(showRow)
    .toSorted(
      (a, b) =>
        Number(b.toBeDecided) - Number(a.toBeDecided) ||
        Number(b.total ?? -1) - Number(a.total ?? -1) ||
        a.name.localeCompare(b.name, 'zh-CN'),
    )
  const decider = round.decidedBy ? await namesOf(tx, [round.decidedBy]) : new Map<string, string>()
  return {
    roundId: round.id,
    state: round.state,
    level: round.level,
    unitName: round.unitName,
    grades: gradesOf(scheme.document),
    rows,
    places: placesOf(scheme, records),
    limits: limitsOf(scheme.document),
    indicators: indicatorsOf(scheme.document),
    meeting: round.meeting,
    meetingOn: round.meetingOn,
    stale: round.state === 'computed' && (await isStale(tx, authorityId, round, scheme, today)),
    version: versionOf(round),
    may: runs(actor.capacity.role, round) ? [...FLOW[round.state].actions] : [],
    decidedBy: round.decidedBy === null ? null : (decider.get(round.decidedBy) ?? null),
  }
}
