import { z } from 'zod'
import { route } from '../route.ts'
import { Day, Id, Instant, line, PageQuery, page, text } from '../values.ts'

export const readSystem = route({
  method: 'GET',
  path: '/system',
  summary: 'Health of the running system in sizes and counts, and the backups on disk',
  reply: z.object({
    databaseVersion: z.string(),
    databaseBytes: z.number(),
    migration: z.string(),
    accounts: z.number().int(),
    disabled: z.number().int(),
    neverUsed: z.number().int(),
    sessions: z.number().int(),
    auditPending: z.number().int(),
    lastJobAt: Instant.nullable(),
    demo: z.string(),
    clockAheadSeconds: z.number().int(),
    backups: z.array(z.object({ name: z.string(), bytes: z.number(), at: Instant })),
  }),
})

export const AuditEvent = z.object({
  id: Id,
  at: Instant,
  account: z.string(),
  role: z.string().nullable(),
  action: z.string(),
  objectId: z.string(),
  outcome: z.enum(['done', 'refused']),
  route: z.string(),
  address: z.string(),
  requestId: z.string(),
  /** Number in the hashed log; null while the sequencer has not come by. */
  seq: z.number().int().nullable(),
  marks: z.array(z.object({ note: z.string(), by: z.string(), at: Instant })),
})

export const searchAudit = route({
  method: 'GET',
  path: '/audit/events',
  summary: 'The audit log, newest first',
  query: PageQuery.extend({
    action: line(60).optional(),
    login: line(100).optional(),
    role: line(40).optional(),
    object: line(300).optional(),
    outcome: z.enum(['done', 'refused']).optional(),
    fromOn: Day.optional(),
    untilOn: Day.optional(),
    marked: z.enum(['yes']).optional(),
  }),
  reply: page(AuditEvent),
})

export const listCheckpoints = route({
  method: 'GET',
  path: '/audit/checkpoints',
  summary: 'Signed heads of the audit log, newest first, to be noted by somebody outside this system',
  query: PageQuery,
  reply: page(
    z.object({
      size: z.number().int(),
      rootSha256: z.string(),
      rootSm3: z.string(),
      at: Instant,
      signature: z.string(),
    }),
  ),
})

export const markEvent = route({
  method: 'POST',
  path: '/audit/events/:id/marks',
  summary: 'Note something about a row of the log',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ note: text(500) }),
})
