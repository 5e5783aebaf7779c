import { multiply, parseDecimal, rational, toDecimal } from '@jiannuo/engine/rational.ts'
import { factById } from '@jiannuo/rules/facts/catalogue.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import type { JobChange } from '../../../platform/jobs/run-job.ts'
import { factsAsOf } from '../../facts/index.ts'
import { pledgeById } from '../pledge/sql.ts'
import { settleItem } from './item/settle-item.ts'
import { goalOf } from './progress-of.ts'
import * as sql from './sql.ts'

/** So many subjects' values at a time. */
const AT_ONCE = 1000

/** Each night: items that follow a fact take over its value in their period, where it changed. Nothing recorded is no progress, and no nought. */
export async function feedFromFacts(job: JobChange): Promise<void> {
  const { tx, authorityId, today } = job
  const fed = await sql.fedItems(tx, authorityId)
  for (const [id, inPeriod] of Map.groupBy(fed, f => f.fact_period)) {
    const period = periodOf(id)
    if (!period || period.from > today) continue
    for (let i = 0; i < inPeriod.length; i += AT_ONCE) {
      const some = inPeriod.slice(i, i + AT_ONCE)
      const values = await factsAsOf(tx, {
        ...{ authorityId, period, cutOff: today },
        subjectIds: [...new Set(some.map(f => f.subject_id))],
        facts: [...new Set(some.map(f => f.fact_kind))],
      })
      for (const one of some) {
        const value = values.get(one.subject_id)?.get(one.fact_kind)?.value
        await feed(job, one, value === undefined ? null : inItsUnit(one.fact_kind, value), today >= period.until)
      }
    }
  }
}

/** The ledger holds a share as 0…1, a pledge promises percent. */
const inItsUnit = (kind: string, value: string): string =>
  factById(kind)?.unit === 'share' ? toDecimal(multiply(parseDecimal(value)!, rational(100n)))! : value

/** Takes the value over where it changed; a bound that holds when its period has ended is done. */
async function feed(job: JobChange, { item_id, pledge_id }: sql.FedItem, value: string | null, ended: boolean) {
  const { tx, authorityId, today, now, record } = job
  const item = (await sql.itemById(tx, authorityId, item_id))!
  const achieved = value ?? '0'
  const holds = ended && value !== null && goalOf(item) === 'bound' && Number(achieved) <= Number(item.target)
  const same = Number(item.achieved ?? '0') === Number(achieved) && (item.achieved !== null || value === null)
  if (same && (item.state === 'done' || !holds)) return
  const pledge = (await pledgeById(tx, authorityId, pledge_id, null, today, true))!
  await settleItem({ tx, authorityId, today, now, by: null, record }, pledge, item, {
    ...{ achieved, on: today, source: 'fact', done: holds },
    statement: value === null ? '记录已撤销' : '随数据记录自动更新',
  })
  await job.audit('pledge.feed', item_id, { unitId: pledge.unit_id, values: { achieved } })
}
