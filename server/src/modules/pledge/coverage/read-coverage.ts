import type { readCoverage as api } from '@jiannuo/contract/pledge/pledge.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { currentCycle } from '../../cycle/index.ts'
import { countStates, type UnitCounts } from './sql.ts'

const FIELDS = ['owed', 'none', 'drafted', 'submitted', 'returned', 'approved', 'on_notice', 'in_force'] as const
type Counts = Pick<UnitCounts, (typeof FIELDS)[number]>

/** How far pledging has come (R0.10): the work committee sees its organs, or the branches of one; every other office the units it sees. */
export async function readCoverage(change: Change, { query }: Input<typeof api>) {
  const { tx, actor, today } = change
  const organId = query.organId ?? null
  const by = actor.capacity.role === 'workCommittee' && organId === null ? ('organ' as const) : ('branch' as const)
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const rows = cycle ? await countStates(tx, actor.authorityId, cycle.id, today, by, organId) : []
  const sums = Object.fromEntries(FIELDS.map(field => [field, rows.reduce((sum, r) => sum + r[field], 0)])) as Counts
  return {
    year: cycle?.year ?? null,
    by,
    rows: rows.map(r => ({ unitId: r.unit_id, unitName: r.unit_name, adopted: r.adopted, ...counts(r) })),
    total: counts(sums),
    units: {
      all: rows.length,
      published: rows.filter(r => r.on_notice + r.in_force > 0).length,
      adopted: rows.filter(r => r.adopted).length,
    },
  }
}

const counts = (c: Counts) => ({
  owed: c.owed,
  none: c.none,
  drafted: c.drafted,
  submitted: c.submitted,
  returned: c.returned,
  approved: c.approved,
  onNotice: c.on_notice,
  inForce: c.in_force,
  publishedBp: c.owed === 0 ? 0 : Math.floor(((c.on_notice + c.in_force) * 10_000) / c.owed),
})
