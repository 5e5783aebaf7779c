import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { Light } from '@jiannuo/contract/pledge/fulfilment.ts'
import type { FulfilmentRow, LightCounts, readUnitFulfilment } from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { currentCycle } from '../../../cycle/index.ts'
import { reviews } from '../policy.ts'
import { lightOf, severity, worstOf } from '../progress-of.ts'
import { silenceCounts } from '../sheet.ts'
import * as sql from './sql.ts'

export interface InView {
  /** Null: everything the caller sees. */
  unitId: string | null
  unitName: string
}
export async function unitFacts(
  { tx, actor }: Change,
  { query }: Input<typeof readUnitFulfilment>,
): Promise<InView | null> {
  return query.unitId
    ? sql.unitInView(tx, actor.authorityId, query.unitId)
    : { unitId: null, unitName: actor.capacity.unitName }
}

interface Sum {
  head: sql.Line
  light: Light
  items: number
  done: number
  worst: { title: string; reason: Both; others: number } | null
}

/** How the pledges of a unit and those below it stand today, the lagging ones first. */
export async function readOverview(
  change: Change,
  { query }: Input<typeof readUnitFulfilment>,
  { unitId, unitName }: InView,
) {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const mayDraw = actor.capacity.role === 'organCommittee'
  const head = { unitId: unitId ?? actor.capacity.unitId, unitName, mayDraw }
  if (!cycle) return { ...head, year: null, midYear: null, counts: countOf([]), units: [], items: [], next: null }
  const byOrgan =
    unitId === null && (actor.capacity.role === 'workCommittee' || actor.capacity.role === 'cityCommittee')
  const sums = summed(await sql.linesInView(tx, cycle.id, { unitId, byOrgan }), cycle, today)
  const shown = sums
    .filter(s => (query.light ? s.light === query.light : true) && afterMark(query.after, s))
    .sort(byNeed)
  const page = shown.slice(0, query.limit)
  const last = shown.length > query.limit ? page.at(-1) : undefined
  return {
    ...head,
    year: cycle.year,
    midYear: midYearOf(cycle, change, sums),
    counts: countOf(sums),
    units: await groups(change, sums),
    items: await rows(change, cycle, page),
    next: last ? `${severity(last.light)}|${last.head.pledge_id}` : null,
  }
}

function summed(lines: readonly sql.Line[], cycle: Cycle, today: string): Sum[] {
  const silence = silenceCounts(cycle, today)
  return [...Map.groupBy(lines, l => l.pledge_id).values()].map(items => {
    const lit = items.map(item => ({
      item,
      ...lightOf(item, { startOn: item.start_on, today, silenceCounts: silence }),
    }))
    const light = worstOf(lit.map(l => l.light))
    const worst = lit.filter(l => l.light === light).sort((a, b) => b.item.weight - a.item.weight)
    const lags = light === 'red' || light === 'yellow' || light === 'none'
    return {
      head: items[0]!,
      light,
      items: items.length,
      done: items.filter(i => i.state === 'done').length,
      worst: lags
        ? {
            title: worst[0]!.item.title,
            reason: worst[0]!.reason,
            others: lit.filter(l => l.light === 'red' || l.light === 'yellow' || l.light === 'none').length - 1,
          }
        : null,
    }
  })
}

const byNeed = (a: Sum, b: Sum) =>
  severity(a.light) - severity(b.light) || (a.head.pledge_id < b.head.pledge_id ? -1 : 1)
function afterMark(mark: string | undefined, s: Sum): boolean {
  const [level, id] = (mark ?? '').split('|')
  if (!level || !id) return true
  return severity(s.light) - Number(level) > 0 || (severity(s.light) === Number(level) && s.head.pledge_id > id)
}

function countOf(sums: readonly Sum[]): LightCounts {
  const counts = { red: 0, yellow: 0, none: 0, green: 0, grey: 0 }
  for (const { light } of sums) counts[light]++
  return counts
}

/** Counts by organ or by unit; one group alone says nothing that the whole does not. */
async function groups({ tx, actor }: Change, sums: readonly Sum[]) {
  const by = Map.groupBy(sums, s => s.head.group_id)
  if (by.size < 2) return []
  const names = await sql.unitNames(tx, actor.authorityId, [...by.keys()])
  return [...by]
    .map(([unitId, some]) => ({ unitId, unitName: names.get(unitId) ?? '', ...countOf(some) }))
    .sort((a, b) => b.red - a.red || b.yellow - a.yellow || b.none - a.none || (a.unitName < b.unitName ? -1 : 1))
}

function midYearOf(cycle: Cycle, { actor, today }: Change, sums: readonly Sum[]) {
  const phase = cycle.phases.find(p => p.phase === 'midYear')!
  const notChecked = sums.filter(s => !s.head.checked).length
  const toConfirm = sums.filter(s => s.head.checked && !s.head.confirmed && reviews(actor, s.head)).length
  return { from: phase.from, lastDay: addDays(phase.until, -1), open: today >= phase.from, notChecked, toConfirm }
}

async function rows({ tx, actor, today }: Change, cycle: Cycle, page: readonly Sum[]): Promise<FulfilmentRow[]> {
  const persons = await sql.personNames(
    tx,
    actor.authorityId,
    page.map(s => s.head.person_id),
  )
  const units = await sql.unitNames(tx, actor.authorityId, [...new Set(page.map(s => s.head.unit_id))])
  const begun = today >= cycle.phases.find(p => p.phase === 'midYear')!.from
  return page.map(({ head, light, items, done, worst }) => ({
    pledgeId: head.pledge_id,
    personName: persons.get(head.person_id) ?? '',
    unitName: units.get(head.unit_id) ?? '',
    level: head.level,
    light,
    items,
    done,
    worst,
    midYear: head.confirmed ? 'confirmed' : head.checked ? 'checked' : 'notChecked',
    mayConfirm: begun && head.checked && !head.confirmed && reviews(actor, head),
  }))
}
