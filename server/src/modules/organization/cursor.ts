import type { z } from 'zod'
import { fail } from '../../platform/http/fail.ts'

/** The opaque cursor of a keyset list: sort key and id of the last row sent. */
export const sealCursor = (key: readonly (string | number)[]) => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Opens a cursor of one's own list; null without one, INVALID_INPUT for anything else. */
export function openCursor<T extends z.ZodType>(shape: T, after: string | undefined): z.output<T> | null {
  if (after === undefined) return null
  try {
    return shape.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')))
  } catch {
    return fail('INVALID_INPUT', { count: 1 })
  }
}
