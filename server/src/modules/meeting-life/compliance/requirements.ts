import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/meeting-life/requirement.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { type CadenceParams, defineCadence } from '@jiannuo/rules/life/cadence.ts'
import { LIFE_RULES, type LifeRule } from '@jiannuo/rules/life/cadences.ts'
import { LIFE_KINDS } from '@jiannuo/rules/life/kinds.ts'
import { cite, type RuleVersion } from '@jiannuo/rules/rule.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { mayRequire } from '../policy.ts'
import * as sql from './sql.ts'

/** Defaults that ship where the regulations print no number: a city may replace these and no others. */
const REPLACEABLE = LIFE_RULES.filter(({ rule }) => rule.versions.some(v => v.cite.confidence === 'local'))

type Version = RuleVersion<CadenceParams>
const versionOf = (asked: sql.RequirementRow): Version => ({
  ...{ from: asked.from, until: asked.until, checkedOn: asked.from, cite: cite(asked.document, '本市要求', 'local') },
  params: { every: asked.every, times: asked.times, force: 'must' },
})

/** The rules that ship, with the city's own beside them or, from its day on, in the place of a default. */
export async function cityRules(tx: Tx): Promise<LifeRule[]> {
  const asked = (await sql.requirements(tx)).filter(each => each.until === null || each.until > each.from)
  const shipped = LIFE_RULES.map(each => {
    const own = asked.filter(other => other.replaces === each.rule.id)
    return own.length === 0 ? each : { ...each, rule: replaced(each.rule, own) }
  })
  const beside = asked.filter(each => each.replaces === null)
  return [
    ...shipped,
    ...beside.map(each => ({
      asks: each.asks,
      rule: defineCadence({
        ...{ id: `local.${each.id}`, title: { zh: each.title, en: each.title }, kind: each.kind },
        versions: [versionOf(each)],
      }),
    })),
  ]
}

function replaced(rule: LifeRule['rule'], own: readonly sql.RequirementRow[]): LifeRule['rule'] {
  // They come by their first day.
  const first = own[0]?.from ?? ''
  const kept = rule.versions
    .filter(v => v.from < first)
    .map(v => ({ ...v, until: v.until === null || v.until > first ? first : v.until }))
  return defineCadence({ id: rule.id, title: rule.title, kind: rule.kind, versions: [...kept, ...own.map(versionOf)] })
}

export async function listRequirements({ tx, actor }: Change) {
  const items = await sql.requirements(tx)
  return {
    items: items.sort((a, b) => Number(a.until !== null) - Number(b.until !== null) || b.from.localeCompare(a.from)),
    replaceable: REPLACEABLE.map(({ rule }) => ({ ruleId: rule.id, kind: rule.kind })),
    mayChange: mayRequire(actor, undefined) === true,
  }
}

/** From a day that is still to come or today: what is past was judged by what stood then. Fails REQUIREMENT_STANDS. */
export async function addRequirement(change: Change, { body }: Input<typeof api.addRequirement>) {
  const { tx, actor, now, today } = change
  if (body.from < today)
    failFields([
      {
        pointer: '/from',
        zh: `应不早于今天（${today}），过去的不倒追`,
        en: `not before today (${today}): nothing is asked of the past`,
      },
    ])
  if (body.replaces && !REPLACEABLE.some(({ rule }) => rule.id === body.replaces && rule.kind === body.kind))
    failFields([
      {
        pointer: '/replaces',
        zh: `只能替换本地默认：${REPLACEABLE.map(({ rule }) => LIFE_KINDS[rule.kind].zh).join('、')}`,
        en: `only local defaults may be replaced: ${REPLACEABLE.map(({ rule }) => rule.id).join(', ')}`,
      },
    ])
  const standing = (await sql.requirements(tx)).find(each => each.until === null && isSame(each, body))
  if (standing) fail('REQUIREMENT_STANDS', { title: standing.title, from: standing.from })
  const id = randomUUID()
  await sql.insertRequirement(tx, {
    ...{ authority_id: actor.authorityId, id, title: body.title, kind: body.kind, every: body.every },
    ...{ times: body.times, asks: body.asks, replaces: body.replaces, from_on: body.from, document: body.document },
    ...{ recorded_by: actor.personId ?? actor.accountId, recorded_at: now.toISOString() },
  })
  await change.audit('meeting.require', id, { values: body })
  return (await sql.requirements(tx)).find(each => each.id === id) ?? fail('NOT_FOUND')
}
const isSame = (a: sql.RequirementRow, b: { replaces: string | null; title: string }) =>
  b.replaces === null ? a.title === b.title : a.replaces === b.replaces

export const requirementFacts = async ({ tx }: Change, { params }: Input<typeof api.endRequirement>) =>
  (await sql.requirements(tx)).find(each => each.id === params.requirementId) ?? null

export async function endRequirement(
  change: Change,
  { body }: Input<typeof api.endRequirement>,
  asked: sql.RequirementRow,
) {
  const { tx, actor, today } = change
  if (asked.until !== null) fail('STATE_CONFLICT', { state: { zh: '已停止', en: 'ended' }, action: '停止' })
  if (body.until <= asked.from) fail('PERIOD_EMPTY', { from: asked.from })
  if (body.until < today)
    failFields([{ pointer: '/until', zh: `应不早于今天（${today}）`, en: `not before today (${today})` }])
  await sql.endRequirement(tx, actor.authorityId, asked.id, body.until)
  await change.audit('meeting.end-requirement', asked.id, { values: body })
  return { ...asked, until: body.until }
}
