import type { PhaseName } from '@jiannuo/contract/cycle.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { currentCycle } from '../../cycle/index.ts'
import { termOn, unitById } from '../../organization/index.ts'
import { reviewRisesTo } from '../../pledge/index.ts'
import { findAsks, isOwn } from './asks/find-asks.ts'
import { toAsks } from './asks/to-asks.ts'
import { branchLights } from './branch-lights.ts'
import { upcoming } from './read-my-desk.ts'
import { recentDeeds } from './recent-deeds.ts'

/** Phases in which something is asked of those who lead a branch. */
const ASKING: readonly PhaseName[] = ['pledging', 'review', 'midYear', 'reporting', 'rating', 'grading']

/** The first screen of a branch's secretary: what waits for the branch's office and for him as its secretary. */
export async function readBranchDesk(change: Change) {
  const { tx, actor, today } = change
  const { authorityId, capacity } = actor
  const unitId = capacity.unitId!
  const cycle = await currentCycle(tx, authorityId, today)
  const unit = await unitById(tx, authorityId, unitId)
  const rows = (await findAsks(change)).byCapacity.get(capacity.key) ?? []
  const above = await reviewRisesTo(tx, authorityId, unitId)
  const term = unit ? await termOn(tx, authorityId, unit, today) : null
  return {
    unitId,
    unitName: capacity.unitName,
    today,
    asks: toAsks(
      rows.filter(r => !isOwn(r)),
      cycle,
      today,
      above?.name ?? null,
    ),
    own: toAsks(rows.filter(isOwn), cycle, today, null),
    deeds: await recentDeeds(change),
    upcoming: upcoming(cycle, today, ASKING, []),
    rises: above && cycle ? { to: above.name, days: cycle.reviewDays } : null,
    fulfilment: await branchLights(change, unitId),
    term: term && { from: term.from, endsOn: term.extendedUntil ?? term.until, clock: term.clock, state: term.state },
    cycle,
  }
}
