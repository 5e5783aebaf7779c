import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/round.ts'
import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { cycleById } from '../../cycle/index.ts'
import { zonesOn } from '../../organization/index.ts'
import type { Seat } from '../policy.ts'
import { openSittings } from '../sitting/open-sittings.ts'
import { sitsAtHome } from '../sitting/sitting-state.ts'
import { schemeFor } from './ship-scheme.ts'
import * as sql from './sql.ts'

/** The unit and level a round is to be opened for, as the policy looks at it. */
export async function roundToOpen(
  change: Change,
  { body }: Input<typeof api.openRound>,
): Promise<{ round: Seat; cycle: Cycle } | null> {
  const { tx, actor, today } = change
  const cycle = await cycleById(tx, actor.authorityId, body.cycleId, today)
  const seat = await sql.seatOf(tx, actor.authorityId, body.unitId)
  return seat && cycle && { round: { ...seat, level: body.level }, cycle }
}

/** Opens a round and lists everybody with a pledge in force. Whoever has none owes nothing. Fails ROUND_EXISTS, NOBODY_TO_APPRAISE, CYCLE_CLOSED. */
export async function openRound(change: Change, { body }: Input<typeof api.openRound>, { cycle }: { cycle: Cycle }) {
  const { tx, actor, now, audit } = change
  const { authorityId } = actor
  const { level, unitId } = body
  if (cycle.state !== 'open') fail('CYCLE_CLOSED', { year: cycle.year })
  const pledged = await sql.pledgedAt(tx, authorityId, cycle.id, level, unitId)
  if (pledged.length === 0) fail('NOBODY_TO_APPRAISE')
  const scheme = await schemeFor(change, level, cycle.year, unitId)
  const zones = await zonesOn(tx, authorityId, change.today)
  const id = randomUUID()
  const opened = {
    authorityId,
    id,
    cycleId: cycle.id,
    level,
    unitId,
    schemeId: scheme.id,
    openedBy: actor.personId ?? actor.accountId,
    at: now.toISOString(),
  }
  if (!(await sql.insertRound(tx, opened))) fail('ROUND_EXISTS')
  await sql.insertSubjects(
    tx,
    authorityId,
    { id, unitId },
    pledged.map(row => ({
      id: randomUUID(),
      personId: row.person_id,
      name: row.name,
      homeUnitId: row.home_unit_id,
      pledgeId: row.pledge_id,
      scopes: {
        ...{ branch: row.home_unit_id, organ: row.organ_id ?? unitId, class: row.organ_class ?? '-' },
        zone: zones.get(row.organ_id ?? '') ?? '-',
      },
    })),
  )
  const homes = [...new Set(pledged.map(row => row.home_unit_id))]
  await openSittings(change, { roundId: id }, scheme.panels, panel =>
    (sitsAtHome(panel) ? homes : [unitId]).map(homeUnitId => ({ homeUnitId, unitId })),
  )
  await audit('appraisal.open-round', id, { unitId })
  return { id }
}
