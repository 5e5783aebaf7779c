import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import type { JobChange } from '../../../../platform/jobs/run-job.ts'
import { currentCycle } from '../../../cycle/index.ts'
import { standByOrgan } from '../../../pledge/index.ts'
import * as sql from '../sql.ts'

type Counting = Pick<JobChange, 'tx' | 'now' | 'today'>

/** Counts every organ of the city and keeps the figures for whoever looks next. */
async function count({ tx, now, today }: Counting, authorityId: string, cycle: Cycle): Promise<sql.CityStand> {
  const stand = { organs: await standByOrgan(tx, cycle, today), countedAt: now.toISOString() }
  await sql.keepStand(tx, authorityId, cycle.id, today, stand)
  return stand
}

/** As last counted today; counted now where nobody has, or where the year in hand has changed since. */
export async function cityStand({ tx, actor, now, today }: Change, cycle: Cycle): Promise<sql.CityStand> {
  const kept = await sql.keptStand(tx, actor.authorityId, cycle.id, today)
  return kept ?? { organs: await standByOrgan(tx, cycle, today), countedAt: now.toISOString() }
}

/** The count that runs by itself. */
export async function countCity(change: JobChange): Promise<void> {
  const cycle = await currentCycle(change.tx, change.authorityId, change.today)
  if (cycle) await count(change, change.authorityId, cycle)
}

/** The count somebody asked for. */
export async function countCityNow(change: Change) {
  const { tx, actor, today, now, audit } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const { countedAt } = cycle ? await count(change, actor.authorityId, cycle) : { countedAt: now.toISOString() }
  await audit('desk.count-city', cycle?.id ?? actor.authorityId)
  return { countedAt }
}
