import type { Level } from '@jiannuo/contract/values.ts'
import { both, type Change } from '../../../../platform/http/serve.ts'
import { type LitPledge, litPledgesOf } from '../lit-pledges.ts'
import * as sql from '../sql.ts'

/** The role a level of pledge is borne in; a member's pledge belongs to the membership. */
const ROLE_OF: Partial<Record<Level, string>> = {
  branchSecretary: 'branchSecretary',
  organCommitteeSecretary: 'organCommittee',
  partyGroupSecretary: 'partyGroupSecretary',
}

/** The level a capacity is pledged at. */
export const levelOfRole = (role: string): Level =>
  (Object.keys(ROLE_OF) as Level[]).find(level => ROLE_OF[level] === role) ?? 'member'

/** Whether a row is the person's own matter, whichever capacity it waits in. */
export const isOwn = (row: sql.AskRow) => row.capacity_key === 'member'

/** Everything that waits for the caller, by the capacity it waits in; and his own pledges with their lights. */
export interface Found {
  byCapacity: Map<string, sql.AskRow[]>
  pledges: LitPledge[]
}

export async function findAsks(change: Change): Promise<Found> {
  const { tx, actor } = change
  const capacities = await sql.myCapacities(tx, actor.authorityId, actor.accountId)
  const pledges = await litPledgesOf(change)
  const found = await sql.myAsks(tx)
  const checking = new Set(found.filter(r => r.kind === 'checkMidYear').map(r => r.object_id))
  // The mid-year check asks for the same figures: one ask is enough.
  const rows = [...found, ...pledges.filter(p => !checking.has(p.id)).flatMap(toUpdate)]
  return { byCapacity: Map.groupBy(rows, row => capacityOf(row, capacities)), pledges }
}

/** A secretary's own matters wait in his post, not in his membership. */
function capacityOf(row: sql.AskRow, capacities: readonly sql.OwnCapacity[]): string {
  if (row.capacity_key !== 'member' || !row.level) return row.capacity_key
  const fitting = capacities.filter(c => c.role === ROLE_OF[row.level!])
  return (fitting.find(c => c.unit_id === row.unit_id) ?? fitting[0])?.key ?? 'member'
}

/** One ask for all items of a pledge that lag and are not being put right; none where nothing does. */
function toUpdate(pledge: LitPledge): sql.AskRow[] {
  const lagging = pledge.items.filter(
    i => (i.light === 'red' || i.light === 'yellow') && i.state !== 'rectifying' && !i.fed,
  )
  const first = lagging[0]
  if (!first) return []
  const say =
    lagging.length === 1
      ? both(`“${first.title}”：${first.reason.zh}。`, `“${first.title}”: ${first.reason.en}.`)
      : both(
          `${lagging.map(i => `“${i.title}”`).join('')}需要更新；最急的一项：${first.reason.zh}。`,
          `${lagging.map(i => `“${i.title}”`).join(', ')}; the most pressing: ${first.reason.en}.`,
        )
  const due = lagging.flatMap(i => i.dueOn ?? []).sort()[0] ?? null
  return [
    {
      capacity_key: 'member',
      kind: 'updateItems',
      object_id: pledge.id,
      person_name: null,
      unit_id: pledge.unitId,
      unit_name: null,
      level: pledge.level,
      due_on: due,
      since: null,
      amount: lagging.length,
      detail: null,
      say,
    },
  ]
}
