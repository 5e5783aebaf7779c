import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { FulfilledPledge, FulfilmentItem, Rectification } from '@jiannuo/contract/pledge/fulfilment.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { sayFollowed } from '@jiannuo/rules/pledge/follow.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { cycleById } from '../../cycle/index.ts'
import { writtenItem } from '../pledge/paper.ts'
import { itemsOf, type PledgeRow } from '../pledge/sql.ts'
import { isAuthor, itemActions, rectificationActions, reviews } from './policy.ts'
import { elapsedBp, goalOf, lightOf, progressOf, worstOf } from './progress-of.ts'
import * as sql from './sql.ts'

type Here = Pick<Change, 'tx' | 'actor' | 'today'>

/** From the end of the mid-year check on, nothing reported counts as nothing done. */
export const silenceCounts = (cycle: Pick<Cycle, 'phases'>, today: Day) =>
  today >= cycle.phases.find(p => p.phase === 'midYear')!.until

export function toItem(
  { actor, today }: Here,
  pledge: PledgeRow,
  cycle: Cycle,
  startOn: Day,
  item: sql.ItemRow,
  rectifications: readonly sql.RectificationRow[],
  subjectId: string | undefined,
): FulfilmentItem {
  const time = { startOn, today, silenceCounts: silenceCounts(cycle, today) }
  const latest = rectifications.find(r => r.item_id === item.id)
  const progress = progressOf(item)
  const { fact } = writtenItem(item)
  return {
    id: item.id,
    pledgeId: item.pledge_id,
    kind: item.kind,
    title: item.title,
    target: item.target,
    unit: item.unit,
    measures: item.measures,
    dueOn: item.due_on,
    weight: item.weight,
    state: item.state,
    achieved: item.achieved,
    goal: goalOf(item),
    progressBp: progress === null ? null : Math.floor(progress * 10_000),
    elapsedBp: elapsedBp(item.due_on, time),
    ...lightOf(item, time),
    fed: fact && { title: sayFollowed(fact), subjectId: subjectId!, factId: fact.id, period: fact.period },
    doneOn: item.done_on,
    excuseReason: item.excuse_reason,
    rectification: latest ? toRectification(actor, pledge, latest) : null,
    may: itemActions(actor, pledge, item.state).filter(a => !fact || a === 'rectify' || a === 'excuse'),
  }
}

export const toRectification = (actor: Here['actor'], pledge: PledgeRow, r: sql.RectificationRow): Rectification => ({
  id: r.id,
  cause: r.cause,
  measure: r.measure,
  dueOn: r.due_on,
  state: r.state,
  result: r.result,
  reopenReason: r.reopen_reason,
  openedAt: r.opened_at,
  doneAt: r.done_at,
  acceptedAt: r.accepted_at,
  may: rectificationActions(actor, pledge, r.state),
})

/** Pledges as they are fulfilled today: every item with its light, the mid-year check, what the caller may do. */
export async function sheetsOf(here: Here, pledges: readonly PledgeRow[]): Promise<FulfilledPledge[]> {
  const { tx, actor, today } = here
  const ids = pledges.map(p => p.id)
  const items = Map.groupBy(await itemsOf(tx, actor.authorityId, ids), i => i.pledge_id)
  const rectifications = Map.groupBy(await sql.rectificationsOf(tx, actor.authorityId, ids), r => r.pledge_id)
  const checks = new Map((await sql.midYearsOf(tx, actor.authorityId, ids)).map(m => [m.pledge_id, m]))
  const subjects = await sql.followedSubjects(tx, actor.authorityId, ids)
  const starts = await sql.firstDays(tx, actor.authorityId, ids)
  const sheets: FulfilledPledge[] = []
  for (const pledge of pledges) {
    const cycle = (await cycleById(tx, actor.authorityId, pledge.cycle_id, today))!
    const startOn = starts.get(pledge.id) ?? pledge.in_force_on ?? today
    const own = (items.get(pledge.id) ?? []).map(item =>
      toItem(here, pledge, cycle, startOn, item, rectifications.get(pledge.id) ?? [], subjects.get(item.id)),
    )
    sheets.push({
      ...headOf(here, pledge, cycle, checks.get(pledge.id)),
      inForceOn: startOn,
      light: worstOf(own.map(i => i.light)),
      items: own,
    })
  }
  return sheets
}

function headOf({ actor, today }: Here, pledge: PledgeRow, cycle: Cycle, check: sql.MidYearRow | undefined) {
  const phase = cycle.phases.find(p => p.phase === 'midYear')!
  const begun = today >= phase.from && pledge.cycle_open && (pledge.state === 'inForce' || pledge.state === 'amending')
  return {
    id: pledge.id,
    year: pledge.year,
    level: pledge.level,
    personId: pledge.person_id,
    personName: pledge.person_name,
    unitId: pledge.unit_id,
    unitName: pledge.unit_name,
    midYear: {
      from: phase.from,
      lastDay: addDays(phase.until, -1),
      open: begun,
      checkedAt: check?.checked_at ?? null,
      confirmedAt: check?.confirmed_at ?? null,
      note: check?.note ?? '',
    },
    mayCheck: begun && isAuthor(actor, pledge) && !check?.confirmed_at,
    mayConfirm: begun && reviews(actor, pledge) && Boolean(check) && !check?.confirmed_at,
  }
}

/** One item as the caller sees it now. */
export async function itemOf(here: Here, pledge: PledgeRow, itemId: string): Promise<FulfilmentItem> {
  const [sheet] = await sheetsOf(here, [pledge])
  return sheet!.items.find(i => i.id === itemId)!
}

export const toAsked = (r: sql.AskedRow) => ({
  id: r.id,
  itemId: r.item_id,
  itemTitle: r.title,
  dueOn: r.due_on,
  answer: r.answer,
  fileSha256: r.file_sha256,
  answeredAt: r.answered_at,
})
