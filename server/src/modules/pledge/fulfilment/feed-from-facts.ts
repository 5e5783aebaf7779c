import { sumFacts } from '../../../platform/facts/read-facts.ts'
import type { JobChange } from '../../../platform/jobs/run-job.ts'
import { pledgeById } from '../pledge/sql.ts'
import { settleItem } from './item/settle-item.ts'
import * as sql from './sql.ts'

/** So many persons' sums at a time. */
const AT_ONCE = 1000

/** Each night: items that follow a kind of fact take over the person's sum of the year, where it changed. */
export async function feedFromFacts(job: JobChange): Promise<void> {
  const { tx, authorityId, today, now, record } = job
  const fed = await sql.fedItems(tx, authorityId)
  for (const [year, ofYear] of Map.groupBy(fed, f => f.year)) {
    for (let i = 0; i < ofYear.length; i += AT_ONCE) {
      const some = ofYear.slice(i, i + AT_ONCE)
      const sums = await sumFacts(tx, [...new Set(some.map(f => f.person_id))], `${year}-01-01`, `${year + 1}-01-01`)
      for (const { item_id, pledge_id, person_id, fact_kind } of some) {
        const sum = sums.find(s => s.subjectId === person_id && s.kind === fact_kind)
        const item = await sql.itemById(tx, authorityId, item_id)
        const achieved = sum && Number(sum.sum) > 0 ? sum.sum : '0'
        if (!item || Number(item.achieved ?? '0') === Number(achieved)) continue
        const pledge = (await pledgeById(tx, authorityId, pledge_id, null, today, true))!
        await settleItem({ tx, authorityId, today, now, by: null, record }, pledge, item, {
          achieved,
          on: today,
          statement: '随工作记录自动更新',
          source: 'fact',
        })
        await job.audit('pledge.feed', item_id, { unitId: pledge.unit_id, values: { achieved } })
      }
    }
  }
}
