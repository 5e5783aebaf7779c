import type * as api from '@jiannuo/contract/pledge/fulfilment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { currentCycle } from '../../cycle/index.ts'
import type { PledgeRow } from '../pledge/sql.ts'
import type { ItemFacts } from './item/enter-progress.ts'
import type { RectificationFacts } from './item/rectify.ts'
import { itemOf, sheetsOf, toAsked, toRectification } from './sheet.ts'
import * as sql from './sql.ts'

export async function readMine(change: Change) {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  if (!cycle || !actor.personId) return { year: cycle?.year ?? null, pledges: [], asked: [] }
  const pledges = await sql.inForceOf(tx, actor.authorityId, actor.personId, cycle.id, today)
  return {
    year: cycle.year,
    pledges: await sheetsOf(change, pledges),
    asked: (await sql.askedOf(tx, actor.authorityId, { pledgeIds: pledges.map(p => p.id) })).map(toAsked),
  }
}

export const readSheet = async (change: Change, _input: unknown, pledge: PledgeRow) =>
  (await sheetsOf(change, [pledge]))[0]!

export async function readItem(change: Change, _input: Input<typeof api.readItem>, { item, pledge }: ItemFacts) {
  const { tx, actor } = change
  const rectifications = (await sql.rectificationsOf(tx, actor.authorityId, [pledge.id])).filter(
    r => r.item_id === item.id,
  )
  return {
    ...(await itemOf(change, pledge, item.id)),
    personName: pledge.person_name,
    entries: (await sql.entriesOf(tx, actor.authorityId, item.id)).map(e => ({
      id: e.id,
      on: e.on_day,
      achieved: e.achieved,
      statement: e.statement,
      fileSha256: e.file_sha256,
      source: e.source,
      writtenAt: e.written_at,
    })),
    rectifications: rectifications.map(r => toRectification(actor, pledge, r)),
    asked: (await sql.askedOf(tx, actor.authorityId, { itemId: item.id })).map(toAsked),
  }
}

type Here = Pick<Change, 'tx' | 'actor' | 'today'>
/** Facts for routes about one item: read it, or read and lock its pledge for a change. */
export const itemSeen = (
  { tx, actor, today }: Here,
  { params }: { params: { itemId: string } },
): Promise<ItemFacts | null> => sql.itemWithPledge(tx, actor.authorityId, params.itemId, actor.personId, today, false)
export const itemLocked = (
  { tx, actor, today }: Here,
  { params }: { params: { itemId: string } },
): Promise<ItemFacts | null> => sql.itemWithPledge(tx, actor.authorityId, params.itemId, actor.personId, today, true)
export async function rectificationLocked(
  { tx, actor, today }: Here,
  { params }: { params: { rectificationId: string } },
): Promise<RectificationFacts | null> {
  const found = await sql.rectificationById(tx, actor.authorityId, params.rectificationId)
  const facts = found && (await sql.itemWithPledge(tx, actor.authorityId, found.item_id, actor.personId, today, true))
  const rectification = facts && (await sql.rectificationById(tx, actor.authorityId, params.rectificationId))
  return facts && rectification ? { ...facts, rectification } : null
}
