import type * as api from '@jiannuo/contract/pledge/pledge.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { checkAgainstOthers } from '../pledge/compare-texts.ts'
import { changedItems, writtenItem } from '../pledge/paper.ts'
import { itemsOf, type PledgeRow, setPledge } from '../pledge/sql.ts'
import { checkFollowed } from './follow-facts.ts'
import { replaceItems } from './sql.ts'

/** Saves the list as one types and answers the check of it. Sending the same list again is no conflict; another version since then is CHANGED_MEANWHILE. */
export async function saveItems(change: Change, { body }: Input<typeof api.saveItems>, pledge: PledgeRow) {
  const { tx, actor } = change
  const twice = body.items.findIndex(({ id }, i) => body.items.findIndex(item => item.id === id) !== i)
  if (twice >= 0)
    failFields([{ pointer: `/items/${twice}/id`, zh: '同一个事项编号用了两次', en: 'The same item id is used twice' }])
  checkFollowed(pledge, body.items)
  const stored = (await itemsOf(tx, actor.authorityId, [pledge.id])).map(writtenItem)
  const same = changedItems(stored, body.items).length === 0 && stored.every((item, i) => item.id === body.items[i]?.id)
  if (!same && pledge.saved_at !== new Date(body.savedAt).toISOString()) fail('CHANGED_MEANWHILE')
  const { remarks } = await checkAgainstOthers(tx, pledge, body.items)
  if (same) return { savedAt: pledge.saved_at, remarks }
  if (!(await replaceItems(tx, actor.authorityId, pledge.id, body.items))) fail('CHANGED_MEANWHILE')
  const savedAt = new Date(Math.max(change.now.getTime(), new Date(pledge.saved_at).getTime() + 1)).toISOString()
  await setPledge(tx, actor.authorityId, pledge.id, { saved_at: savedAt })
  await change.audit('pledge.save', pledge.id, { unitId: pledge.unit_id, values: body.items })
  return { savedAt, remarks }
}
