import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { Composed } from '@jiannuo/contract/pledge/report.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { SCHEME_FACTS } from '@jiannuo/rules/schemes/facts.ts'
import { sumFacts } from '../../../platform/facts/read-facts.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { completionOfItems } from '../fulfilment/progress-of.ts'
import { sheetsOf } from '../fulfilment/sheet.ts'
import { itemsOf, type PledgeRow } from '../pledge/sql.ts'

const TITLES = new Map<string, Both>([
  ...SCHEME_FACTS.map(f => [f.id, f.title] as const),
  ['pledge.itemDone', { zh: '承诺事项完成', en: 'Pledge items done' }],
  ['pledge.fulfilled', { zh: '承诺全部完成', en: 'Pledges fulfilled' }],
])
/** Beginning a year is no achievement of it. */
const UNSAID = new Set(['pledge.inForce'])

/** What the system can say for the report: how each item stands today, and the sums of the year's facts. */
export async function compose(change: Change, pledge: PledgeRow, cycle: Cycle): Promise<Composed> {
  const { tx, actor, today } = change
  const [sheet] = await sheetsOf(change, [pledge])
  const facts = await sumFacts(tx, [pledge.person_id], `${cycle.year}-01-01`, `${cycle.year + 1}-01-01`)
  return {
    asOf: today,
    items: sheet!.items.map(({ title, kind, weight, target, unit, achieved, state, light, reason }) => ({
      title,
      kind,
      weight,
      target,
      unit,
      achieved,
      done: state === 'done',
      light,
      reason,
    })),
    completion: completionOfItems(await itemsOf(tx, actor.authorityId, [pledge.id])),
    facts: facts
      .filter(f => !UNSAID.has(f.kind) && Number(f.sum) !== 0)
      .map(({ kind, sum, entries }) => ({ kind, title: TITLES.get(kind) ?? { zh: kind, en: kind }, sum, entries }))
      .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  }
}
