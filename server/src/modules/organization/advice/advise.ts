import { randomUUID } from 'node:crypto'
import type {
  Advice,
  answerAdvice as answerApi,
  giveAdvice as giveApi,
  listAdvice as listApi,
} from '@jiannuo/contract/organization/advice.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import { type Policy, refused, role } from '../../../platform/http/actor.ts'
import { fail } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { isGuided, type Unit, unitById } from '../sql.ts'
import * as sql from './sql.ts'

const PAGE = '/organisation/advice'
/** Offices that act for a unit in this. */
export const mayRead = role('workCommittee', 'districtCommittee', 'organCommittee', 'branchSecretary')

export interface Guided {
  unit: Unit
  guided: boolean
}
export async function guidedFacts(
  { tx, actor }: Change,
  { params }: { params: { unitId: string } },
): Promise<Guided | null> {
  const unit = await unitById(tx, actor.authorityId, params.unitId)
  return unit ? { unit, guided: await isGuided(tx, unit.id) } : null
}
/** Advice goes to what one only guides; to what one leads, instructions go another way. */
export const mayAdvise: Policy<Guided> = (actor, { guided }) => (guided ? mayRead(actor, undefined) : refused)

export const adviceFacts = async ({ tx, actor }: Change, { params }: { params: { adviceId: string } }) =>
  (await sql.adviceById(tx, actor.authorityId, params.adviceId)) ?? null
export const mayAnswer: Policy<sql.AdviceRow> = (actor, advice) =>
  actor.capacity.unitId === advice.to_unit_id || refused

/** Suggests something to a guided unit. Those who act for it are told; nothing of theirs changes (R3.1). */
export async function giveAdvice(change: Change, { body }: Input<typeof giveApi>, { unit }: Guided) {
  const { tx, actor } = change
  const id = randomUUID()
  await sql.insertAdvice(tx, {
    ...{ authority_id: actor.authorityId, id },
    ...{ from_unit_id: actor.capacity.unitId!, to_unit_id: unit.id },
    ...{ text: body.text, given_by: actor.personId ?? actor.accountId, given_at: change.now.toISOString() },
  })
  await change.inform(await sql.deciders(tx, actor.authorityId, unit.id, change.today), {
    kind: 'advice.given',
    objectId: id,
    title: both(
      `${actor.capacity.unitName}提了一条意见建议，请书面答复`,
      `${actor.capacity.unitName} has a suggestion; please answer in writing`,
    ),
    link: PAGE,
    unitId: unit.id,
  })
  await change.audit('organization.give-advice', id, { unitId: unit.id, values: body })
  return answerOf(change, id)
}

/** Answers once, in writing; whoever made the suggestion is told, and the others who act for his unit. Fails STATE_CONFLICT when it is answered. */
export async function answerAdvice(change: Change, { body }: Input<typeof answerApi>, advice: sql.AdviceRow) {
  const { tx, actor } = change
  const done = await sql.setAnswer(tx, actor.authorityId, advice.id, {
    answer: body.answer,
    answered_by: actor.personId ?? actor.accountId,
    answered_at: change.now.toISOString(),
  })
  if (!done) fail('STATE_CONFLICT', { state: { zh: '已答复', en: 'answered' }, action: '再答复' })
  await change.inform(await sql.deciders(tx, actor.authorityId, advice.from_unit_id, change.today), {
    kind: 'advice.answered',
    objectId: advice.id,
    title: both(
      `${advice.to_unit_name}答复了您单位的意见建议`,
      `${advice.to_unit_name} has answered your unit’s suggestion`,
    ),
    link: PAGE,
    unitId: advice.from_unit_id,
  })
  await change.audit('organization.answer-advice', advice.id, { unitId: advice.to_unit_id, values: body })
  return answerOf(change, advice.id)
}

const Cursor = z.tuple([z.number().int().min(0).max(1), z.iso.datetime({ offset: true }), z.uuid()])
export async function listAdvice({ tx, actor }: Change, { query }: Input<typeof listApi>) {
  const unitId = actor.capacity.unitId!
  const at = openCursor(Cursor, query.after)
  const after = at && { asked: at[0] === 1, givenAt: at[1], id: at[2] }
  const found = await sql.listed(tx, actor.authorityId, unitId, after, query.limit + 1)
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  return {
    items: rows.map(row => toAdvice(row, unitId)),
    next: found.length > rows.length && last ? sealCursor([last.asked ? 1 : 0, last.given_at, last.id]) : null,
  }
}

async function answerOf({ tx, actor }: Change, id: string): Promise<Advice> {
  const row = (await sql.adviceById(tx, actor.authorityId, id)) ?? fail('NOT_FOUND')
  return toAdvice(row, actor.capacity.unitId)
}

const toAdvice = (row: sql.AdviceRow, unitId: string | null): Advice => ({
  id: row.id,
  fromUnitId: row.from_unit_id,
  fromUnitName: row.from_unit_name,
  toUnitId: row.to_unit_id,
  toUnitName: row.to_unit_name,
  text: row.text,
  givenAt: row.given_at,
  answer: row.answer,
  answeredAt: row.answered_at,
  mayAnswer: row.answer === null && row.to_unit_id === unitId,
})
