import { fail } from '../../platform/http/fail.ts'

/** A place in a list, opaque to the caller: the sort key and the id of the last row seen. */
export const cursorOf = (key: string, id: string) => Buffer.from(`${id} ${key}`).toString('base64url')

/** The sort key and id in a cursor, or null without one; a cursor that was not ours does not exist. */
export function readCursor(after: string | undefined): [key: string, id: string] | null {
  if (after === undefined) return null
  const [, id, key] = /^([0-9a-f-]{36}) (.+)$/s.exec(Buffer.from(after, 'base64url').toString()) ?? []
  if (!id || !key) fail('NOT_FOUND')
  return [key, id]
}

/** Cuts the row that was asked for beyond the page and says where the next one begins. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursor: (row: Row) => string,
  item: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(item), next: rows.length > limit && last ? cursor(last) : null }
}
