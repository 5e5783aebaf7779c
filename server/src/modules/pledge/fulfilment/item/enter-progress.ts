import type * as api from '@jiannuo/contract/pledge/fulfilment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { fileStored } from '../../../../platform/files/kept-files.ts'
import { fail, failFields } from '../../../../platform/http/fail.ts'
import { both, type Change } from '../../../../platform/http/serve.ts'
import type { PledgeRow } from '../../pledge/sql.ts'
import { goalOf } from '../progress-of.ts'
import { itemOf } from '../sheet.ts'
import * as sql from '../sql.ts'
import { handOf, settleItem, tellFulfilled } from './settle-item.ts'

export interface ItemFacts {
  item: sql.ItemRow
  pledge: PledgeRow
}

/** The day reported on: not before the pledge was in force, not later than today. */
async function dayOn({ tx, actor, today }: Change, pledge: PledgeRow, on: Day | undefined): Promise<Day> {
  const from = (await sql.firstDays(tx, actor.authorityId, [pledge.id])).get(pledge.id) ?? today
  if (on && (on > today || on < from))
    failFields([
      { pointer: '/on', zh: `日期应在${from}和${today}之间`, en: `The day must lie between ${from} and ${today}` },
    ])
  return on ?? today
}
function checkPercent(item: sql.ItemRow, achieved: string, pointer: string) {
  if (goalOf(item) === 'percent' && Number(achieved) > 100)
    failFields([
      {
        pointer,
        zh: '这一项没有数量目标，请填0到100的百分数',
        en: 'This item counts nothing; give a percentage from 0 to 100',
      },
    ])
}

export async function enterProgress(
  change: Change,
  { body }: Input<typeof api.enterProgress>,
  { item, pledge }: ItemFacts,
) {
  if (item.fact_kind) fail('ITEM_FED')
  checkPercent(item, body.achieved, '/achieved')
  await checkFile(change, body.fileSha256)
  await settleItem(handOf(change), pledge, item, {
    ...body,
    on: await dayOn(change, pledge, body.on),
    source: 'person',
  })
  await change.audit('pledge.progress', item.id, { unitId: pledge.unit_id, values: body })
  return itemOf(change, pledge, item.id)
}

/** Marks done what is not counted; for a bound the figure that holds is needed. Fails ITEM_NOT_COMPLETE while a count or a bound is missed. */
export async function finishItem(change: Change, { body }: Input<typeof api.finishItem>, { item, pledge }: ItemFacts) {
  if (item.fact_kind) fail('ITEM_FED')
  const goal = goalOf(item)
  const achieved = goal === 'percent' ? '100' : (body.achieved ?? item.achieved)
  if (achieved === null)
    return failFields([{ pointer: '/achieved', zh: '请填现在的数字', en: 'Give the figure that stands now' }])
  const missed =
    goal === 'count'
      ? Number(achieved) < Number(item.target)
      : goal === 'bound' && Number(achieved) > Number(item.target)
  if (missed) fail('ITEM_NOT_COMPLETE', { achieved, target: item.target!, unit: item.unit })
  await settleItem(handOf(change), pledge, item, {
    achieved,
    on: await dayOn(change, pledge, body.on),
    statement: body.statement,
    source: 'person',
    done: true,
  })
  await change.audit('pledge.item-done', item.id, { unitId: pledge.unit_id, values: body })
  return itemOf(change, pledge, item.id)
}

/** Takes a done item back with the figure that is right, as of today. */
export async function unfinishItem(
  change: Change,
  { body }: Input<typeof api.unfinishItem>,
  { item, pledge }: ItemFacts,
) {
  if (item.fact_kind) fail('ITEM_FED')
  checkPercent(item, body.achieved, '/achieved')
  await settleItem(handOf(change), pledge, item, { ...body, on: change.today, source: 'person' })
  await change.audit('pledge.item-undone', item.id, { unitId: pledge.unit_id, values: body })
  return itemOf(change, pledge, item.id)
}

/** 经认定免责: the reviewer takes the item out of the appraisal, with the reason. */
export async function excuseItem(change: Change, { body }: Input<typeof api.excuseItem>, { item, pledge }: ItemFacts) {
  const { tx, actor } = change
  await sql.setItem(tx, actor.authorityId, item.id, {
    state: 'excused',
    excuse_reason: body.reason,
    excused_by: actor.personId ?? actor.accountId,
  })
  await tellFulfilled(handOf(change), pledge)
  await change.inform([pledge.person_id], {
    kind: 'pledge.excused',
    objectId: item.id,
    title: both(`“${item.title}”经认定免责，不再考评`, `“${item.title}” is excused and no longer appraised`),
    link: `/fulfilment/items/${item.id}`,
    unitId: pledge.unit_id,
  })
  await change.audit('pledge.excuse', item.id, { unitId: pledge.unit_id, values: body })
  return itemOf(change, pledge, item.id)
}

/** A file can be named only once it was stored. */
export async function checkFile({ tx, actor }: Pick<Change, 'tx' | 'actor'>, sha256: string | null): Promise<void> {
  if (sha256 && !(await fileStored(tx, actor.authorityId, sha256)))
    failFields([
      { pointer: '/fileSha256', zh: '没有收到这个文件，请重新上传', en: 'This file was not received; upload it again' },
    ])
}
