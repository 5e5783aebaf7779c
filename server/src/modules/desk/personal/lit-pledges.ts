import type { DeskItem } from '@jiannuo/contract/desk.ts'
import type { Light } from '@jiannuo/contract/fulfilment.ts'
import type { Day, Level } from '@jiannuo/contract/values.ts'
import { pledgeLight } from '@jiannuo/rules/pledge/light.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { currentCycle, openCycles } from '../../cycle/index.ts'
import { pledgeItems, pledgesOfLevel, pledgesOfPerson } from '../../pledge/index.ts'

/** A pledge in force with the light of every item, those that lag first. */
export interface LitPledge {
  id: string
  personId: string
  level: Level
  unitId: string
  inForceOn: Day | null
  items: DeskItem[]
}

/** Worst first. */
const SEVERITY: readonly Light[] = ['red', 'yellow', 'none', 'green', 'grey']

/** The caller's own pledges in force, of every open year. */
export async function litPledgesOf({ tx, actor, today }: Change): Promise<LitPledge[]> {
  if (!actor.personId) return []
  const found = []
  for (const cycle of await openCycles(tx, actor.authorityId, today)) found.push(...(await pledgesOfPerson(tx, actor.authorityId, actor.personId, cycle.id)))
  return light(tx, actor.authorityId, found, today)
}

/** The members' pledges in force of one unit in the year in hand. */
export async function litPledgesIn({ tx, actor, today }: Change, unitId: string): Promise<LitPledge[]> {
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const found = cycle ? await pledgesOfLevel(tx, actor.authorityId, cycle.id, 'member') : []
  return light(tx, actor.authorityId, found.filter(p => p.unit_id === unitId), today)
}

async function light(tx: Tx, authorityId: string, pledges: Awaited<ReturnType<typeof pledgesOfPerson>>, today: Day): Promise<LitPledge[]> {
  const standing = pledges.filter(p => p.in_force_on !== null && (p.state === 'inForce' || p.state === 'amending'))
  const items = Map.groupBy(await pledgeItems(tx, authorityId, standing.map(p => p.id)), i => i.pledge_id)
  return standing.map(p => {
    const lit = (items.get(p.id) ?? []).map(i => toItem(i, p.in_force_on!, today))
    return { id: p.id, personId: p.person_id, level: p.level, unitId: p.unit_id, inForceOn: p.in_force_on, items: lit.sort((a, b) => SEVERITY.indexOf(a.light) - SEVERITY.indexOf(b.light)) }
  })
}

type ItemRow = Awaited<ReturnType<typeof pledgeItems>>[number]
function toItem(i: ItemRow, startOn: Day, today: Day): DeskItem {
  const progress = i.achieved === null ? null : Number(i.achieved) / (i.target && Number(i.target) > 0 ? Number(i.target) : 100)
  const outcome = pledgeLight.at(today).compute({ progress, target: i.target, unit: i.unit, startOn, dueOn: i.due_on, today, done: i.state === 'done', rectification: i.state === 'rectifying' ? 'underway' : i.state === 'rectified' ? 'done' : i.state === 'excused' ? 'excused' : 'none' })
  const lit = outcome.kind === 'value' ? outcome.value : { light: 'none' as const, reason: both('还没有填写', 'Nothing reported yet') }
  return { id: i.id, pledgeId: i.pledge_id, title: i.title, target: i.target, unit: i.unit, achieved: i.achieved, goal: 'count', progressBp: progress === null ? null : Math.min(10_000, Math.round(progress * 10_000)), elapsedBp: 0, dueOn: i.due_on, light: lit.light, reason: lit.reason, state: i.state, fed: i.fact_kind !== null }
}
