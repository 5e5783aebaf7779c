import { randomUUID } from 'node:crypto'
import type { Day } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import type { Tx } from '../../../../platform/database/connect.ts'
import { factsBehind } from '../../../../platform/facts/read-facts.ts'
import type { FactInput } from '../../../../platform/facts/record-fact.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { itemsOf, type PledgeRow } from '../../pledge/sql.ts'
import { isComplete } from '../progress-of.ts'
import * as sql from '../sql.ts'

export interface Hand {
  tx: Tx
  authorityId: string
  today: Day
  now: Date
  by: string | null
  record: (fact: FactInput) => Promise<string>
}
export const handOf = ({ tx, actor, today, now, record }: Change): Hand => ({
  tx,
  authorityId: actor.authorityId,
  today,
  now,
  by: actor.personId,
  record,
})

interface Said {
  achieved: string
  on: Day
  statement: string
  fileSha256?: string | null
  source: 'person' | 'fact' | 'midYear'
  /** The author says that it is done: a bound or a result holds when he says so. */
  done?: boolean
}

type Whose = Pick<PledgeRow, 'id' | 'person_id' | 'unit_id'>

/** Writes what was reported; the entry of the latest day is what stands. The item is done once the target is reached, and no longer when it is not. */
export async function settleItem(hand: Hand, pledge: Whose, item: sql.ItemRow, said: Said): Promise<void> {
  const { tx, authorityId } = hand
  await sql.insertEntry(tx, {
    authority_id: authorityId,
    id: randomUUID(),
    pledge_id: pledge.id,
    item_id: item.id,
    on_day: said.on,
    achieved: said.achieved,
    statement: said.statement,
    file_sha256: said.fileSha256 ?? null,
    source: said.source,
    written_by: hand.by,
    written_at: hand.now.toISOString(),
  })
  const achieved = (await sql.entriesOf(tx, authorityId, item.id))[0]!.achieved
  const done = said.done || isComplete({ ...item, achieved })
  const state = done
    ? 'done'
    : item.state === 'rectifying' || item.state === 'rectified' || item.state === 'excused'
      ? item.state
      : 'underWay'
  await sql.setItem(tx, authorityId, item.id, { achieved, state, done_on: done ? (item.done_on ?? said.on) : null })
  if (done !== (item.state === 'done')) await tellLedger(hand, pledge, item.id, done)
}

/** Brings the ledger in line: `pledge.itemDone` for the item, `pledge.fulfilled` once no item that counts is open. */
async function tellLedger(hand: Hand, pledge: Whose, itemId: string, done: boolean): Promise<void> {
  await standInLedger(hand, pledge, 'pledge.itemDone', itemId, done)
  await tellFulfilled(hand, pledge)
}
export async function tellFulfilled(hand: Hand, pledge: Whose): Promise<void> {
  const counting = (await itemsOf(hand.tx, hand.authorityId, [pledge.id])).filter(i => i.state !== 'excused')
  await standInLedger(
    hand,
    pledge,
    'pledge.fulfilled',
    pledge.id,
    counting.length > 0 && counting.every(i => i.state === 'done'),
  )
}

/** Facts are looked for this far back: further than a year's pledge can reach. */
const REACH = 800

async function standInLedger(
  { tx, today, record }: Hand,
  pledge: Whose,
  kind: string,
  sourceId: string,
  stands: boolean,
): Promise<void> {
  const source = { module: 'pledge', id: sourceId }
  const rows = await factsBehind(tx, pledge.person_id, kind, addDays(today, -REACH), addDays(today, 1))
  const standing = rows.find(
    r => r.sourceId === sourceId && r.reverses === null && !rows.some(x => x.reverses === r.id),
  )
  const fact = { kind, subjectId: pledge.person_id, unitId: pledge.unit_id, on: today, source }
  if (stands && !standing) await record({ ...fact, value: '1' })
  if (!stands && standing) await record({ ...fact, value: '-1', reverses: standing.id })
}
