import { type FulfilledPledge, LIGHTS } from '@jiannuo/contract/pledge/fulfilment.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { currentCycle, openCycles } from '../../cycle/index.ts'
import { fulfilmentSheets, memberPledgesInForce, pledgesInForce } from '../../pledge/index.ts'

/** A pledge in force with the light of every item, the worst first. */
export type LitPledge = FulfilledPledge

/** The caller's own pledges in force, of every open year. */
export async function litPledgesOf(change: Change): Promise<LitPledge[]> {
  const { tx, actor, today } = change
  if (!actor.personId) return []
  const rows = []
  for (const cycle of await openCycles(tx, actor.authorityId, today))
    rows.push(...(await pledgesInForce(tx, actor.authorityId, actor.personId, cycle.id, today)))
  return worstFirst(await fulfilmentSheets(change, rows))
}

/** The members' pledges in force of one unit in the year in hand. */
export async function litPledgesIn(change: Change, unitId: string): Promise<LitPledge[]> {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  return cycle
    ? worstFirst(
        await fulfilmentSheets(change, await memberPledgesInForce(tx, actor.authorityId, unitId, cycle.id, today)),
      )
    : []
}

const worstFirst = (pledges: readonly FulfilledPledge[]): LitPledge[] =>
  pledges.map(p => ({ ...p, items: p.items.toSorted((a, b) => LIGHTS.indexOf(a.light) - LIGHTS.indexOf(b.light)) }))
