import type { Cycle, PhaseName } from '@jiannuo/contract/cycle.ts'
import type { DeskItem } from '@jiannuo/contract/desk/desk.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { currentCycle, PHASE_TITLES } from '../../cycle/index.ts'
import { findAsks, isOwn, levelOfRole } from './asks/find-asks.ts'
import { toAsks } from './asks/to-asks.ts'
import { recentDeeds } from './recent-deeds.ts'
import * as sql from './sql.ts'

const SHOWN_ITEMS = 5
/** Phases in which something is asked of whoever has pledged. */
const ASKING: readonly PhaseName[] = ['pledging', 'midYear', 'reporting', 'rating']

/** The first screen of a person in his present capacity: his own matters, never those of an office. */
export async function readMyDesk(change: Change) {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const level = levelOfRole(actor.capacity.role)
  const { byCapacity, pledges } = await findAsks(change)
  // A post without a pledge of its own shows what waits for its holder as a member.
  const keys = level === 'member' ? new Set([actor.capacity.key, 'member']) : new Set([actor.capacity.key])
  const rows = [...byCapacity].flatMap(([key, found]) => (keys.has(key) ? found.filter(isOwn) : []))
  const items = pledges.filter(p => p.level === level).flatMap(p => p.items)
  const result = actor.personId ? await sql.lastFiledResult(tx, actor.authorityId, actor.personId, level) : null
  const notices = await sql.runningNotices(tx, actor.authorityId, today)
  return {
    name: actor.name,
    unitName: actor.capacity.unitName,
    today,
    asks: toAsks(rows, cycle, today, null),
    deeds: await recentDeeds(change),
    upcoming: upcoming(cycle, today, ASKING, items),
    cycle,
    items: {
      shown: items.slice(0, SHOWN_ITEMS),
      of: items.length,
      inForceOn: pledges.find(p => p.level === level)?.inForceOn ?? null,
    },
    result,
    notices: notices.map(n => ({
      id: n.id,
      title: n.title,
      unitName: n.unit_name ?? '',
      subject: n.subject,
      objects: n.objects,
      lastDay: addDays(n.closes_on, -1),
    })),
  }
}

/** What comes next once nothing is asked: a phase that begins, or an item that falls due; null when the year holds nothing more. */
export function upcoming(cycle: Cycle | null, today: Day, asking: readonly PhaseName[], items: readonly DeskItem[]) {
  const phases = (cycle?.phases ?? [])
    .filter(p => asking.includes(p.phase) && p.from > today)
    .map(p => ({ title: PHASE_TITLES[p.phase], on: p.from }))
  const due = items
    .filter(
      i => i.dueOn !== null && i.dueOn >= today && i.light !== 'grey' && i.state !== 'done' && i.state !== 'rectified',
    )
    .map(i => ({ title: both(`“${i.title}”到期`, `“${i.title}” is due`), on: i.dueOn! }))
  return [...phases, ...due].sort((a, b) => a.on.localeCompare(b.on))[0] ?? null
}
