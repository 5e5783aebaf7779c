import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/pledge/fulfilment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { failFields } from '../../../../platform/http/fail.ts'
import { both, type Change } from '../../../../platform/http/serve.ts'
import { deciders, type PledgeRow } from '../../pledge/sql.ts'
import { itemOf } from '../sheet.ts'
import * as sql from '../sql.ts'
import type { ItemFacts } from './enter-progress.ts'

export interface RectificationFacts extends ItemFacts {
  rectification: sql.RectificationRow
}

/** Begins a rectification: by the author himself, or asked for by the reviewer. */
export async function openRectification(
  change: Change,
  { body }: Input<typeof api.openRectification>,
  { item, pledge }: ItemFacts,
) {
  const { tx, actor, today } = change
  if (body.dueOn < today)
    failFields([{ pointer: '/dueOn', zh: '整改时限不能早于今天', en: 'The date cannot lie before today' }])
  const id = randomUUID()
  await sql.insertRectification(tx, {
    authority_id: actor.authorityId,
    id,
    pledge_id: pledge.id,
    item_id: item.id,
    cause: body.cause,
    measure: body.measure,
    due_on: body.dueOn,
    opened_by: actor.personId ?? actor.accountId,
    opened_at: change.now.toISOString(),
  })
  await sql.setItem(tx, actor.authorityId, item.id, { state: 'rectifying' })
  if (pledge.person_id !== actor.personId) await tell(change, [pledge.person_id], 'asked', id, item, pledge, body.dueOn)
  await change.audit('pledge.rectify', item.id, { unitId: pledge.unit_id, values: body })
  return itemOf(change, pledge, item.id)
}

export async function finishRectification(
  change: Change,
  { body }: Input<typeof api.finishRectification>,
  { item, pledge, rectification }: RectificationFacts,
) {
  const { tx, actor, today } = change
  await sql.setRectification(tx, actor.authorityId, rectification.id, {
    state: 'done',
    result: body.result,
    done_at: change.now.toISOString(),
  })
  await tell(
    change,
    await deciders(tx, actor.authorityId, pledge.reviewer_unit_id, today),
    'done',
    `${rectification.id}:${change.now.toISOString()}`,
    item,
    pledge,
  )
  await change.audit('pledge.rectification-done', rectification.id, { unitId: pledge.unit_id, values: body })
  return itemOf(change, pledge, item.id)
}

/** The light clears; what happened stays on record. */
export async function acceptRectification(
  change: Change,
  _input: unknown,
  { item, pledge, rectification }: RectificationFacts,
) {
  const { tx, actor } = change
  await sql.setRectification(tx, actor.authorityId, rectification.id, {
    state: 'accepted',
    accepted_by: actor.personId ?? actor.accountId,
    accepted_at: change.now.toISOString(),
  })
  if (item.state === 'rectifying') await sql.setItem(tx, actor.authorityId, item.id, { state: 'rectified' })
  await tell(change, [pledge.person_id], 'accepted', rectification.id, item, pledge)
  await change.audit('pledge.rectification-accepted', rectification.id, { unitId: pledge.unit_id })
  return itemOf(change, pledge, item.id)
}

export async function reopenRectification(
  change: Change,
  { body }: Input<typeof api.reopenRectification>,
  { item, pledge, rectification }: RectificationFacts,
) {
  const { tx, actor } = change
  await sql.setRectification(tx, actor.authorityId, rectification.id, {
    state: 'reopened',
    reopen_reason: body.reason,
    accepted_by: null,
    accepted_at: null,
  })
  if (item.state === 'rectified') await sql.setItem(tx, actor.authorityId, item.id, { state: 'rectifying' })
  await tell(change, [pledge.person_id], 'reopened', `${rectification.id}:${change.now.toISOString()}`, item, pledge)
  await change.audit('pledge.rectification-reopened', rectification.id, { unitId: pledge.unit_id, values: body })
  return itemOf(change, pledge, item.id)
}

type Said = 'asked' | 'done' | 'accepted' | 'reopened'
const SAID: Record<Said, (title: string, name: string) => Both> = {
  asked: title => both(`请整改“${title}”`, `Please put “${title}” right`),
  done: (title, name) =>
    both(`${name}报了“${title}”的整改结果，请复核`, `${name} reports “${title}” as put right; please verify`),
  accepted: title => both(`“${title}”整改已认可`, `The rectification of “${title}” is accepted`),
  reopened: title => both(`“${title}”的整改退回再改`, `The rectification of “${title}” was reopened`),
}
async function tell(
  change: Change,
  persons: readonly string[],
  said: Said,
  objectId: string,
  item: sql.ItemRow,
  pledge: PledgeRow,
  dueOn?: string,
) {
  const title = SAID[said](item.title.slice(0, 40), pledge.person_name)
  await change.inform(persons, {
    kind: `rectification.${said}`,
    objectId,
    title,
    link: `/fulfilment/items/${item.id}`,
    unitId: pledge.unit_id,
    ...(dueOn && { dueOn }),
  })
}
