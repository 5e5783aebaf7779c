import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/assessment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import { InvalidInput } from '@jiannuo/engine/input.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import { type ResultRow, type ScoreInput, score } from '@jiannuo/engine/score.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import { type FieldError, fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { factsAsOf, listSubjects } from '../../facts/index.ts'
import { sealInput } from '../result/gather-input.ts'
import { jsonOf } from '../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById, schemesInForce } from '../scheme/sql.ts'
import { headOf } from './read-assessment.ts'
import * as sql from './sql.ts'

type Asked = Input<typeof api.runAssessment>['body']
export interface Unit {
  id: string
  name: string
  organ: string
  organClass: string | null
}

/** The scheme, when it is one for units that holds for the office on the last day of the period. */
async function schemeFor({ tx, actor, today }: Change, asked: Asked): Promise<SchemeRow> {
  const period = periodOf(asked.period)
  const faults: FieldError[] = []
  const fault = (pointer: string, zh: string, en: string) => faults.push({ pointer, zh, en })
  if (!period) fault('/period', '没有这个周期', 'There is no such period')
  if (asked.cutOff > today)
    fault('/cutOff', `截止日不能晚于今天（${today}）`, `The cut-off must not be after today (${today})`)
  if (period && asked.cutOff < period.from)
    fault('/cutOff', `截止日不能早于周期第一天（${period.from}）`, `The cut-off must not be before ${period.from}`)
  const { authorityId } = actor
  const unitId = actor.capacity.unitId ?? ''
  const scheme = await schemeById(tx, authorityId, asked.schemeId)
  const isForUnits = scheme !== null && (scheme.subject === 'branch' || scheme.subject === 'organ')
  const on = period ? addDays(period.until, -1) : today
  const holding = isForUnits ? await schemesInForce(tx, { authorityId, subject: scheme.subject, unitId, on }) : []
  if (!scheme || !holding.some(each => each.id === scheme.id))
    fault(
      '/schemeId',
      '请选择周期内施行的、以支部或机关为对象的方案',
      'Choose a scheme for branches or organs that is in force in the period',
    )
  return faults.length > 0 ? failFields(faults) : scheme!
}

/** The branches, or the organs, that the caller's office leads; those it only guides and itself are not its to assess. */
async function unitsOf({ tx, actor }: Change, subject: string): Promise<Unit[]> {
  const all = (await listSubjects(tx, actor.authorityId)).filter(each => each.about === subject)
  const ids = all.map(each => each.id)
  const led = new Set(await sql.ledBy(tx, actor.authorityId, actor.capacity.unitId ?? '', ids))
  const units = all.filter(each => led.has(each.id))
  if (units.length === 0)
    failFields([
      {
        pointer: '/schemeId',
        zh: '这个方案考核的单位中没有您负责的',
        en: 'None of the units this scheme is for is in your charge',
      },
    ])
  return units.map(({ id, name, organ, organClass }) => ({ id, name, organ, organClass }))
}

/** Units whose class nobody set are compared among themselves: a scope of the engine is never empty. */
const UNCLASSIFIED = '未分类'

/** What every unit is scored from: the facts the scheme reads, as known at the cut-off. Missing stays missing. */
async function gather(
  { tx, actor }: Change,
  scheme: SchemeRow,
  units: readonly Unit[],
  asked: Asked,
): Promise<ScoreInput> {
  const facts = [...new Set(factsOf(scheme.document).map(use => use.fact))]
  const known = await factsAsOf(tx, {
    authorityId: actor.authorityId,
    subjectIds: units.map(each => each.id),
    facts,
    period: periodOf(asked.period)!,
    cutOff: asked.cutOff,
  })
  const scopesOf = (unit: Unit): Record<string, string> => {
    const all: Record<string, string> = { organ: unit.organ, class: unit.organClass || UNCLASSIFIED, branch: unit.name }
    return Object.fromEntries((scheme.document.scopes ?? []).map(scope => [scope, all[scope] ?? UNCLASSIFIED]))
  }
  return {
    facts: units.map(unit => ({
      subject: unit.id,
      scopes: scopesOf(unit),
      facts: Object.fromEntries(facts.map(fact => [fact, known.get(unit.id)?.get(fact)?.value ?? null])),
    })),
    ratings: [],
    rulings: [],
  }
}

function outcomesOf(scheme: SchemeRow, input: ScoreInput): ResultRow[] {
  try {
    return score(scheme.document, input).results
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const [first] = error.errors
    return fail('FACTS_UNFIT', {
      zh: `数据不能计算：${first?.zh ?? ''}`,
      en: `The input cannot be scored: ${first?.en ?? ''}`,
    })
  }
}

/** Scores every unit in charge and freezes scheme, input and outcome. It is a trial: nothing is decided by it and nobody is told. */
export async function runAssessment(change: Change, { body }: Input<typeof api.runAssessment>) {
  const { tx, actor, now, audit } = change
  const scheme = await schemeFor(change, body)
  const units = await unitsOf(change, scheme.subject)
  const input = await gather(change, scheme, units, body)
  const outcomes = outcomesOf(scheme, input)
  const sealed = sealInput({ facts: [...input.facts], ratings: [], rulings: [] }, scheme)
  const id = randomUUID()
  const unitId = actor.capacity.unitId!
  await sql.insertAssessment(tx, actor.authorityId, {
    ...{ id, unitId, ...body },
    subjects: canonical(jsonOf(units)),
    input: sealed.text,
    inputsSha256: sealed.sha256,
    outcomes: canonical(jsonOf(outcomes)),
    by: actor.personId ?? actor.accountId,
    at: now.toISOString(),
  })
  await audit('appraisal.assess', id, { unitId, values: { ...body, inputsSha256: sealed.sha256 } })
  return headOf((await sql.assessmentById(tx, actor.authorityId, id))!)
}
