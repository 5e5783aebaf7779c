import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../database/connect.ts'
import { type Actor, ROLES } from './actor.ts'
import { titleOf } from './titles.ts'

const Opened = z.object({
  authorityId: z.string(),
  accountId: z.string(),
  sessionId: z.string(),
  personId: z.string().nullable(),
  name: z.string(),
  strong: z.boolean(),
  key: z.string(),
  role: z.enum(ROLES),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  unitKind: z.string().nullable(),
  postKind: z.string().nullable(),
})

/** Opens the database context of this transaction for the session secret and says who is calling; null when the session is not in force. */
export async function openContext(tx: Tx, secret: string): Promise<Actor | null> {
  const { rows } = await sql<{ actor: unknown }>`select open_context(${secret}) as actor`.execute(tx)
  const opened = rows[0]?.actor
  if (!opened) return null
  const c = Opened.parse(opened)
  return {
    authorityId: c.authorityId,
    accountId: c.accountId,
    sessionId: c.sessionId,
    personId: c.personId,
    name: c.name,
    strong: c.strong,
    capacity: {
      key: c.key,
      role: c.role,
      unitId: c.unitId,
      unitName: c.unitName ?? '',
      unitKind: c.unitKind,
      title: titleOf(c.role, c.postKind),
    },
  }
}

export const SESSION_COOKIE = 'jiannuo'

export const languageOf = (request: FastifyRequest): 'zh' | 'en' =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'
