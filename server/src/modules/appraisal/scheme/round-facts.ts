import type * as api from '@jiannuo/contract/appraisal/round.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Scheme } from '@jiannuo/engine/scheme.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import { factById } from '@jiannuo/rules/facts/catalogue.ts'
import { type FieldError, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { FLOW, requireAction } from '../flow.ts'
import { runs } from '../policy.ts'
import { FROM_PLEDGES, gatherInput, ledgerOf } from '../result/gather-input.ts'
import { type Entered, type RoundRow, setFacts, subjectsOf } from '../sql.ts'
import * as sql from './sql.ts'

const columnsOf = (scheme: Scheme) =>
  [...new Set(factsOf(scheme).map(use => use.fact))].map(id => {
    const known = factById(id)
    return {
      id,
      title: known?.title ?? { zh: id, en: id },
      unit: known?.unit ?? 'number',
      fromSystem: FROM_PLEDGES.includes(id),
    }
  })

export async function readRoundFacts({ tx, actor, today }: Change, _input: unknown, { round }: { round: RoundRow }) {
  const scheme = (await sql.schemeById(tx, actor.authorityId, round.schemeId))!
  const { facts } = await gatherInput(tx, actor.authorityId, round, scheme, today)
  const people = await subjectsOf(tx, actor.authorityId, round.id)
  const columns = columnsOf(scheme.document)
  const ledger = await ledgerOf(
    tx,
    actor.authorityId,
    round,
    people,
    columns.map(each => each.id),
    today,
  )
  const shown = (subject: (typeof people)[number]) =>
    columns.flatMap(({ id }) => {
      const value = facts.find(row => row.subject === subject.id)?.facts[id]
      const document = subject.facts[id]?.document ?? null
      const from = document || FROM_PLEDGES.includes(id) ? null : (ledger.get(subject.id)?.get(id)?.from ?? null)
      return value == null ? [] : [[id, { value, document, from }] as const]
    })
  return {
    year: round.year,
    columns,
    rows: people.map(each => ({ subjectId: each.id, name: each.name, facts: Object.fromEntries(shown(each)) })),
    mayEnter: runs(actor.capacity.role, round) && FLOW[round.state].actions.includes('enterFacts'),
  }
}

const RANGES: Record<string, { most: number; zh: string; en: string }> = {
  share: { most: 1, zh: '0—1的小数', en: 'a decimal from 0 to 1' },
  points: { most: 100, zh: '0—100的分数', en: 'points from 0 to 100' },
  mark: { most: 1, zh: '1（是）或0（否）', en: '1 (yes) or 0 (no)' },
  count: { most: 10_000, zh: '不小于0的次数', en: 'a count of 0 or more' },
  hours: { most: 10_000, zh: '不小于0的学时', en: 'hours of 0 or more' },
}

export interface Entry {
  fact: string
  value: string | null
  document: string
}

/** What is wrong with entries, each with its pointer: a fact the scheme does not read, one the system keeps itself, a value out of range. */
export function faultsOf(scheme: Scheme, entries: readonly Entry[], root: string): FieldError[] {
  const columns = columnsOf(scheme)
  const open = columns.filter(each => !each.fromSystem)
  return entries.flatMap(({ fact, value }, i): FieldError[] => {
    const column = open.find(each => each.id === fact)
    if (!column)
      return [
        {
          pointer: `${root}/${i}/fact`,
          zh: `不能录入“${fact}”，可录：${open.map(each => each.title.zh).join('、')}`,
          en: `"${fact}" cannot be entered; accepted: ${open.map(each => each.id).join(', ')}`,
        },
      ]
    const range = RANGES[column.unit]
    const fits = value === null || !range || (Number(value) >= 0 && Number(value) <= range.most)
    return fits
      ? []
      : [
          {
            pointer: `${root}/${i}/value`,
            zh: `${column.title.zh}应为${range.zh}`,
            en: `${column.title.en}: ${range.en}`,
          },
        ]
  })
}

export function withEntry(facts: Entered, { fact, value, document }: Entry): Entered {
  if (value !== null) return { ...facts, [fact]: { value, document } }
  const { [fact]: _taken, ...rest } = facts
  return rest
}

/** Facts from outside, such as the five-type appraisal, each with its document. What the system holds itself is not asked again. */
export async function enterFacts(
  change: Change,
  { body }: Input<typeof api.enterFacts>,
  { round }: { round: RoundRow },
) {
  const { tx, actor, audit } = change
  requireAction(round, 'enterFacts')
  const scheme = (await sql.schemeById(tx, actor.authorityId, round.schemeId))!
  const people = await subjectsOf(tx, actor.authorityId, round.id)
  const strangers = body.entries.flatMap((entry, i): FieldError[] =>
    people.some(each => each.id === entry.subjectId)
      ? []
      : [{ pointer: `/entries/${i}/subjectId`, zh: '这个人不在本轮考评中', en: 'This person is not in the round' }],
  )
  const faults = [...strangers, ...faultsOf(scheme.document, body.entries, '/entries')]
  if (faults.length > 0) failFields(faults)
  for (const subject of people) {
    const entries = body.entries.filter(each => each.subjectId === subject.id)
    if (entries.length > 0) await setFacts(tx, actor.authorityId, subject.id, entries.reduce(withEntry, subject.facts))
  }
  await audit('appraisal.enter-facts', round.id, { unitId: round.unitId, values: body })
  return { entered: body.entries.length }
}
