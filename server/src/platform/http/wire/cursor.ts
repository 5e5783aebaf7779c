import type { z } from 'zod'
import { failFields } from '../fail.ts'

/** The opaque mark of a place in a keyset list: sort key and id of the last row sent. */
export const sealCursor = (key: readonly (string | number)[]) => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Opens a mark of one's own list, of the given shape; null without one. Fails INVALID_INPUT at `/query/after` for anything else. */
export function openCursor<T extends z.ZodType>(shape: T, after: string | undefined): z.output<T> | null {
  if (after === undefined) return null
  try {
    return shape.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')))
  } catch {
    return failFields([
      {
        pointer: '/query/after',
        zh: '翻页标记不对，请从第一页看起',
        en: 'This page mark is not valid; start from the first page',
      },
    ])
  }
}

/** Cuts the row that was asked for beyond the page and says where the next one begins. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  item: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(item), next: rows.length > limit && last ? sealCursor(keyOf(last)) : null }
}
