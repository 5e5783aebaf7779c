import { randomUUID } from 'node:crypto'
import { canonical } from '@jiannuo/engine/canonical.ts'
import { InvalidInput } from '@jiannuo/engine/input.ts'
import { explainer, type ResultRow as Outcome, score } from '@jiannuo/engine/score.ts'
import type { Trace } from '@jiannuo/engine/trace.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { Filed } from '../filing/filed.ts'
import { requireAction } from '../flow.ts'
import { jsonOf } from '../scheme/ship-scheme.ts'
import { ratedIn, type SchemeRow, schemeById } from '../scheme/sql.ts'
import { isUnfinished, stateOf } from '../sitting/sitting-state.ts'
import { sittingsOf } from '../sitting/sql.ts'
import { type RoundRow, setRound, subjectsOf } from '../sql.ts'
import { gatherInput, type RoundInput, sealInput } from './gather-input.ts'
import * as sql from './sql.ts'

/** Scores the input with the trace of every subject. Fails FACTS_UNFIT, naming the first thing that cannot be scored. */
export function scoreRound(scheme: SchemeRow, input: RoundInput): { outcome: Outcome; trace: Trace }[] {
  try {
    const explain = explainer(scheme.document, input)
    return score(scheme.document, input).results.map(outcome => ({ outcome, trace: explain(outcome.subject)! }))
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const [first] = error.errors
    return fail('FACTS_UNFIT', {
      zh: `数据不能计算：${first?.zh ?? ''}`,
      en: `The input cannot be scored: ${first?.en ?? ''}`,
    })
  }
}

/** The input the results stand on, with only one person's facts as they are known now: nobody else's released total moves. */
async function correctedInput(tx: Tx, authorityId: string, round: RoundRow, fresh: RoundInput, subject: string) {
  const frozen = Filed.shape.input.parse(JSON.parse((await sql.computationOf(tx, authorityId, round.id))!.input))
  return {
    ...frozen,
    facts: frozen.facts.map(row =>
      row.subject === subject ? fresh.facts.find(each => each.subject === subject)! : row,
    ),
  }
}

/** Computes every result of the round from what is known now, after the release of `corrected` alone, and freezes that input. Grades already decided stay as they are. */
export async function recompute(
  { tx, actor, now, today }: Change,
  round: RoundRow,
  corrected?: string,
): Promise<{ outcome: Outcome; trace: Trace }[]> {
  const { authorityId } = actor
  const scheme = (await schemeById(tx, authorityId, round.schemeId))!
  const fresh = await gatherInput(tx, authorityId, round, scheme, today)
  const input = corrected ? await correctedInput(tx, authorityId, round, fresh, corrected) : fresh
  const sealed = sealInput(input, scheme)
  const scored = scoreRound(scheme, input)
  const people = await subjectsOf(tx, authorityId, round.id)
  const rows = scored.map(({ outcome, trace }): sql.Computed => {
    const subject = people.find(each => each.id === outcome.subject)!
    return {
      id: randomUUID(),
      subjectId: subject.id,
      roundId: round.id,
      unitId: round.unitId,
      personId: subject.personId,
      total: outcome.total === null ? null : canonical(outcome.total),
      proposed: outcome.grade,
      toBeDecided: outcome.toBeDecided ?? false,
      ranks: outcome.ranks,
      outcome: jsonOf(outcome),
      trace: jsonOf(trace),
      inputsSha256: sealed.sha256,
    }
  })
  await sql.saveComputed(tx, authorityId, rows)
  const by = actor.personId ?? actor.accountId
  await sql.saveComputation(tx, {
    authorityId,
    roundId: round.id,
    unitId: round.unitId,
    input: sealed.text,
    sha256: sealed.sha256,
    by,
    at: now.toISOString(),
  })
  return scored
}

/** The trial computation. Every paper panel must be counted or recorded as not held: PANELS_UNFINISHED. */
export async function computeRound(change: Change, _input: unknown, { round }: { round: RoundRow }) {
  const { tx, actor, now, audit } = change
  requireAction(round, 'compute')
  const scheme = (await schemeById(tx, actor.authorityId, round.schemeId))!
  const panel = (id: string) => scheme.panels.find(each => each.id === id)
  const unfinished = (await sittingsOf(tx, actor.authorityId, { roundId: round.id })).filter(each =>
    isUnfinished(stateOf(each, panel(each.panel)?.quorum ?? null).state),
  )
  const [first] = unfinished
  if (first)
    fail('PANELS_UNFINISHED', {
      count: unfinished.length,
      first: panel(first.panel)?.title ?? { zh: first.panel, en: first.panel },
      unit: first.homeUnitName,
    })
  const scored = await recompute(change, round)
  await setRound(tx, actor.authorityId, round.id, { state: 'computed', computed_at: now.toISOString() })
  await audit('appraisal.compute', round.id, { unitId: round.unitId, values: scored.map(each => each.outcome) })
  const rated = (await ratedIn(tx, actor.authorityId, round.id)).filter(each => each.source === 'organisation')
  const unrated = (await subjectsOf(tx, actor.authorityId, round.id)).filter(
    each => !rated.some(rating => rating.subjectId === each.id),
  )
  return {
    organisationMissing: scheme.panels.some(each => each.source === 'organisation')
      ? unrated.map(each => each.name)
      : [],
    scored: scored.filter(each => each.outcome.total !== null).length,
    toBeDecided: scored.filter(each => each.outcome.toBeDecided).length,
    blocked: scored.filter(each => each.outcome.blocked !== null).length,
  }
}
