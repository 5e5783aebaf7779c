import {
  type Pledge,
  type PledgeHead,
  type WrittenItem,
  WrittenItem as WrittenItemSchema,
} from '@jiannuo/contract/pledge/pledge.ts'
import { sayFollowed } from '@jiannuo/rules/pledge/follow.ts'
import { z } from 'zod'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { completionOfItems } from '../fulfilment/progress-of.ts'
import { actionsOf } from './policy.ts'
import * as sql from './sql.ts'

type Here = Pick<Change, 'tx' | 'actor' | 'today'>

/** Facts for routes about one pledge: read it, or read and lock it for a change. */
export const seen = ({ tx, actor, today }: Here, { params }: { params: { pledgeId: string } }) =>
  sql.pledgeById(tx, actor.authorityId, params.pledgeId, actor.personId, today)
export const locked = ({ tx, actor, today }: Here, { params }: { params: { pledgeId: string } }) =>
  sql.pledgeById(tx, actor.authorityId, params.pledgeId, actor.personId, today, true)

export const headOf = (p: sql.PledgeRow): PledgeHead => ({
  id: p.id,
  cycleId: p.cycle_id,
  year: p.year,
  level: p.level,
  personId: p.person_id,
  personName: p.person_name,
  unitId: p.unit_id,
  unitName: p.unit_name,
  reviewerUnitId: p.reviewer_unit_id,
  reviewerUnitName: p.reviewer_unit_name,
  state: p.state,
  version: p.version,
  amends: p.amends,
  amendmentReason: p.amendment_reason,
  savedAt: p.saved_at,
  submittedAt: p.submitted_at,
  reviewDueOn: p.review_due_on,
  approvedAt: p.approved_at,
  inForceOn: p.in_force_on,
  noticeId: p.notice_id,
})

/** What was written of an item; its progress is left out. */
export const writtenItem = (i: sql.ItemRow): WrittenItem => ({
  id: i.id,
  kind: i.kind,
  title: i.title,
  target: i.target,
  unit: i.unit,
  measures: i.measures,
  dueOn: i.due_on,
  weight: i.weight,
  dutyId: i.duty_id,
  fact: i.fact_kind && i.fact_of && i.fact_period ? { id: i.fact_kind, of: i.fact_of, period: i.fact_period } : null,
})
/** The same with what it moves with, in words. */
export const readItem = <Item extends WrittenItem>(item: Item) => ({
  ...item,
  follows: item.fact && sayFollowed(item.fact),
})
export const itemsThen = (json: unknown): WrittenItem[] => z.array(WrittenItemSchema).parse(json)

/** The items of the pledge in force as the amendment goes on with them: under its own ids, a dropped one under the old. */
export const inForceFor = (amendment: readonly sql.ItemRow[], inForce: readonly sql.ItemRow[]): WrittenItem[] =>
  inForce.map(old => ({ ...writtenItem(old), id: amendment.find(i => i.amends_item === old.id)?.id ?? old.id }))

/** Ids of items changed, added or removed between two rounds. */
export function changedItems(before: readonly WrittenItem[], now: readonly WrittenItem[]): string[] {
  const text = (items: readonly WrittenItem[]) =>
    new Map(items.map(({ id, ...rest }) => [id, JSON.stringify(Object.entries(rest).sort())]))
  const [then, today] = [text(before), text(now)]
  return [...new Set([...then.keys(), ...today.keys()])].filter(id => then.get(id) !== today.get(id))
}

/** The whole pledge as the caller may see it: the author reads a comment once its round was decided. */
export async function paperOf({ tx, actor, today }: Here, pledgeId: string): Promise<Pledge> {
  const p = (await sql.pledgeById(tx, actor.authorityId, pledgeId, actor.personId, today))!
  const items = await sql.itemsOf(tx, actor.authorityId, [p.id])
  const rounds = await sql.roundsOf(tx, actor.authorityId, [p.id])
  const comments = await sql.commentsOf(tx, actor.authorityId, [p.id])
  const knows = readsReviews(actor, p)
  return {
    ...headOf(p),
    items: items.map(i => ({
      ...readItem(writtenItem(i)),
      ...{ position: i.position, state: i.state, achieved: i.achieved },
      share: completionOfItems([{ ...i, weight: 1 }]),
    })),
    completion: completionOfItems(items),
    comments: comments
      .filter(c => knows && (p.person_id !== actor.personId || c.round <= rounds.length))
      .map(c => ({
        id: c.id,
        itemId: c.item_id,
        round: c.round,
        text: c.text,
        settled: c.settled,
        writtenBy: c.by_name ?? '',
        writtenAt: c.written_at,
      })),
    rounds: knows
      ? rounds.map(r => ({
          round: r.round,
          decision: r.decision,
          reason: r.reason,
          decidedBy: r.by_name ?? '',
          decidedAt: r.decided_at,
          itemsThen: itemsThen(r.items_then).map(readItem),
        }))
      : [],
    itemsInForce: p.amends
      ? inForceFor(items, await sql.itemsOf(tx, actor.authorityId, [p.amends])).map(readItem)
      : null,
    may: actionsOf(actor, p),
  }
}

/** How a pledge was reviewed is between author and offices; colleagues read the pledge alone. */
const readsReviews = (actor: Actor, p: sql.PledgeRow) =>
  p.person_id === actor.personId ||
  !['member', 'branchCommittee', 'partyGroupMember', 'partyGroupSecretary'].includes(actor.capacity.role)
