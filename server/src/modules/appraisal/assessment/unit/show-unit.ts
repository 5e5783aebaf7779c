import type { UnitResult } from '@jiannuo/contract/appraisal/assessed-unit.ts'
import type { NodeMove } from '@jiannuo/contract/appraisal/assessment.ts'
import type { Trace } from '@jiannuo/engine/trace.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { Filed } from '../../filing/filed.ts'
import { legendOf } from '../../result/trace-legend.ts'
import { gradesOf, indicatorsOf, limitsOf, nodesOf } from '../../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById } from '../../scheme/sql.ts'
import { namesOf } from '../../sql.ts'
import { COURSE } from '../course/course.ts'
import { showObjection } from '../objection/show-objection.ts'
import { objectionTo } from '../objection/sql.ts'
import { isOffice, mayRead, speaksFor } from '../policy.ts'
import { showUnit, sinceOf } from '../read/list-units.ts'
import { headOf, starLevelsOf } from '../read/read-assessment.ts'
import { runOn, traceOf } from '../run/reckon.ts'
import * as assessments from '../sql.ts'
import * as sql from './sql.ts'
import { factsRead } from './unit-facts.ts'

export interface UnitFacts {
  unit: NonNullable<Awaited<ReturnType<typeof sql.unitById>>>
  assessment: assessments.AssessmentRow
}

/** The traces of an assessment, reckoned from its frozen input when they are asked for. */
export async function tracesOf(
  { tx, actor }: Pick<Change, 'tx' | 'actor'>,
  scheme: SchemeRow,
  assessmentId: string,
): Promise<(unitId: string) => Trace | null> {
  const last = await assessments.lastRun(tx, actor.authorityId, assessmentId)
  const outcome = last && runOn(scheme, Filed.shape.input.parse(JSON.parse(last.input)))
  return unitId => (outcome ? traceOf(outcome, unitId) : null)
}

type Node = Extract<Trace['steps'][number], { kind: 'indicator' | 'adjustment' }>
const nodesIn = (trace: Trace | null): Node[] =>
  trace?.steps.flatMap(step => (step.kind === 'indicator' || step.kind === 'adjustment' ? [step] : [])) ?? []

/** Which indicators and adjustments gave other points than before, the largest move first. */
export function movesBetween(before: Trace | null, after: Trace | null, nameOf: (id: string) => NodeMove['title']) {
  const earlier = new Map(nodesIn(before).map(each => [each.id, Number(each.points.value)]))
  const later = new Map(nodesIn(after).map(each => [each.id, Number(each.points.value)]))
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((id): NodeMove => ({ title: nameOf(id), before: earlier.get(id) ?? 0, after: later.get(id) ?? 0 }))
    .filter(each => each.before !== each.after)
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
}
/** Names of indicators and adjustments in either of two schemes. */
export function namer(...schemes: SchemeRow[]): (id: string) => NodeMove['title'] {
  const names = new Map(schemes.flatMap(each => nodesOf(each.document)).map(each => [each.id, each.title]))
  return id => names.get(id) ?? { zh: id, en: id }
}

/** One unit with its calculation: what counted, how much, why; what was ruled; and what moved since the time before. */
export async function showUnitResult(
  change: Change,
  _input: unknown,
  { unit, assessment }: UnitFacts,
): Promise<UnitResult> {
  const { tx, actor, today } = change
  const { authorityId } = actor
  const scheme = (await schemeById(tx, authorityId, assessment.schemeId))!
  const { document } = scheme
  const trace = (await tracesOf(change, scheme, assessment.id))(unit.unitId)
  const since = await sinceOf(change, assessment, [unit.unitId])
  const rulings = await sql.rulingsOn(tx, authorityId, unit.id)
  const deciders = await namesOf(tx, [...new Set(rulings.map(each => each.by))])
  const objection = await objectionTo(tx, authorityId, unit.id)
  const earlier = await sql.earlierOf(tx, authorityId, unit.unitId, assessment)
  const [previous] = earlier
  const before = previous && (await schemeById(tx, authorityId, previous.schemeId))
  const within = assessment.objectionUntil !== null && today < assessment.objectionUntil
  const office = mayRead(actor, assessment) === true
  const mayObject = assessment.state === 'objection' && within && !objection && speaksFor(actor, unit.unitId)
  return {
    ...showUnit(unit, since.get(unit.unitId) ?? null),
    assessment: headOf(assessment),
    grades: gradesOf(document),
    starLevels: starLevelsOf(scheme),
    meeting: assessment.meeting,
    meetingOn: assessment.meetingOn,
    document: assessment.document,
    schemeSha256: scheme.sha256,
    trace: JSON.parse(JSON.stringify(trace)),
    legend: legendOf(document, []),
    rulings: rulings.map(({ by, at, unitId: _, ...ruling }) => ({
      ...ruling,
      decidedBy: deciders.get(by) ?? '',
      decidedAt: at,
    })),
    limits: limitsOf(document),
    facts: factsRead(document),
    indicators: indicatorsOf(document),
    nodes: nodesOf(document),
    earlier: earlier.map(({ schemeId: _, assessmentId: __, ...each }) => each),
    moves: before
      ? movesBetween((await tracesOf(change, before, previous.assessmentId))(unit.unitId), trace, namer(scheme, before))
      : [],
    objection: objection ? showObjection(scheme, objection) : null,
    objectionUntil: assessment.objectionUntil,
    releasedAt: unit.releasedAt,
    mayObject,
    mayRule: isOffice(actor, assessment) && COURSE[assessment.state].actions.includes('rule'),
    office,
  }
}
