import type { Result, SourceShown } from '@jiannuo/contract/appraisal/result.ts'
import { releaseOf } from '@jiannuo/rules/appraisal/small-pool.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { gradesOf, nodesOf, panelOf } from '../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById } from '../scheme/sql.ts'
import { stateOf } from '../sitting/sitting-state.ts'
import { sittingsOf } from '../sitting/sql.ts'
import type { RoundRow } from '../sql.ts'
import { poolsOf } from './gather-input.ts'
import { isUngraded, traceOf } from './show-results.ts'
import * as sql from './sql.ts'
import { legendOf } from './trace-legend.ts'

export interface ResultFacts {
  record: sql.ResultRecord
  round: RoundRow
}

export const showObjection = (scheme: SchemeRow, o: sql.ObjectionRecord) => ({
  id: o.id,
  node: o.node,
  nodeTitle: nodesOf(scheme.document).find(each => each.id === o.node)?.title ?? { zh: o.node, en: o.node },
  text: o.text,
  state: o.state,
  dueOn: o.dueOn,
  raisedAt: o.raisedAt,
  answer: o.answer,
  answeredAt: o.answeredAt,
})

/** Slip sources as far as they may be shown. The person appraised sees the state of a panel; bands or counts only those who may read its slips. */
async function sourcesOf(
  { tx, actor }: Change,
  record: sql.ResultRecord,
  round: RoundRow,
  scheme: SchemeRow,
): Promise<SourceShown[]> {
  const sittings = (await sittingsOf(tx, actor.authorityId, { roundId: round.id })).filter(
    each => each.homeUnitId === round.unitId || each.homeUnitId === record.homeUnitId,
  )
  const pools = await poolsOf(tx, actor.authorityId, round, scheme)
  const traced = traceOf(record).steps.flatMap(step => (step.kind === 'indicator' ? step.sources : []))
  return scheme.panels
    .filter(panel => panelOf(scheme.document, panel.source) !== null)
    .map(panel => {
      const sitting = sittings.find(each => each.panel === panel.id)
      const pool = pools.find(each => each.subjectId === record.subjectId && each.source === panel.source)
      const rated = traced.some(each => each.source === panel.source && each.mean !== null)
      const fewer = { zh: '有效票不足，不计', en: 'Too few valid slips: not rated' }
      const none = { zh: '没有评定，不计', en: 'Not rated' }
      return {
        source: panel.source,
        title: panel.title,
        rated,
        why: rated ? null : ((sitting && stateOf(sitting, panel.quorum).why) ?? (panel.quorum === null ? none : fewer)),
        release: pool ? releaseOf(pool.pool, pool.minimum) : null,
      }
    })
}

/** One result with its trace: for those who decide, and for the person himself once it is released. */
export async function showResult(change: Change, { record, round }: ResultFacts): Promise<Result> {
  const { tx, actor, today } = change
  const scheme = (await schemeById(tx, actor.authorityId, round.schemeId))!
  const own = record.personId === actor.personId
  const objection = await sql.objectionTo(tx, actor.authorityId, record.id)
  const within = round.objectionUntil !== null && today < round.objectionUntil
  return {
    id: record.id,
    subjectId: record.subjectId,
    roundId: round.id,
    level: round.level,
    year: round.year,
    name: record.name,
    homeUnitName: record.homeUnitName,
    pledgeId: record.pledgeId,
    state: round.state,
    scheme: { id: scheme.id, title: scheme.title, version: scheme.version, sha256: scheme.sha256 },
    grades: gradesOf(scheme.document),
    total: record.total,
    proposed: record.proposed,
    toBeDecided: record.toBeDecided,
    grade: record.grade,
    reason: record.reason,
    meeting: round.meeting,
    meetingOn: round.meetingOn,
    ungraded: isUngraded(traceOf(record)),
    trace: JSON.parse(JSON.stringify(record.trace)),
    legend: legendOf(
      scheme.document,
      scheme.panels.map(({ source: id, title }) => ({ id, title })),
    ),
    sources: await sourcesOf(change, record, round, scheme),
    rulings: (await sql.rulingsOf(tx, actor.authorityId, round.id))
      .filter(each => each.subjectId === record.subjectId)
      .map(({ veto, indicator, decision }) =>
        veto === null
          ? { kind: 'indicator' as const, target: indicator ?? '', decision }
          : { kind: 'limit' as const, target: veto, decision },
      ),
    inputsSha256: record.inputsSha256,
    releasedAt: record.releasedAt,
    objectionUntil: round.objectionUntil,
    mayObject: own && round.state === 'objection' && within && !objection,
    nodes: nodesOf(scheme.document),
    objection: objection ? showObjection(scheme, objection) : null,
    own,
  }
}
