import type { Ask } from '@jiannuo/contract/desk/desk.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { countUnread } from '../inbox/messages.ts'
import { findAsks } from './asks/find-asks.ts'
import { toAsks } from './asks/to-asks.ts'

/** How many asks each capacity of the caller would show and on which pages, and his unread messages; capacities and pages without any are left out. */
export async function readWaiting(change: Change) {
  if (change.actor.personId === null) return { waiting: {}, pages: {}, unread: 0 }
  const { byCapacity } = await findAsks(change)
  const asks = [...byCapacity].map(([key, rows]) => [key, toAsks(rows, null, change.today, null)] as const)
  return {
    waiting: Object.fromEntries(asks.map(([key, each]) => [key, each.length])),
    pages: Object.fromEntries(asks.map(([key, each]) => [key, countByPage(each)])),
    unread: await countUnread(change),
  }
}

const countByPage = (asks: readonly Ask[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(asks, ask => `/${ask.link.split('/')[1]}`)].map(([page, each]) => [page, each.length]),
  )
