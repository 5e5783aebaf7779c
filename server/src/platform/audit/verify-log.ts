import { verify } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { append, EMPTY, type Frontier, leafHash, root } from './merkle.ts'
import { checkpointText, EVENT_CONTENT, logPublicKey } from './sequence-events.ts'

export interface LogReport {
  authorityId: string
  /** Rows whose content, number and tree position were found right. */
  verified: number
  checkpoints: number
  /** Rows written but not yet numbered; they are covered at the next checkpoint. */
  pending: number
  firstBad: { seq: number | null; eventId: string | null; reason: string } | null
}

const PAGE = 5000

/** Re-hashes every row (not the stored hashes), rebuilds the tree and checks each checkpoint and its signature. Stops at the first bad row. */
export async function verifyLog(
  db: Kysely<Database>,
  authorityId: string,
  key: (purpose: string) => Buffer,
): Promise<LogReport> {
  const checkpoints = await db
    .selectFrom('audit_checkpoint')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .orderBy('size')
    .execute()
  const report: LogReport = { authorityId, verified: 0, checkpoints: 0, pending: 0, firstBad: null }
  const publicKey = logPublicKey(key)
  let trees = { sha256: EMPTY, sm3: EMPTY }
  let waiting = checkpoints
  for (let from = 0; ; from += PAGE) {
    const rows = await leavesFrom(db, authorityId, from)
    for (const row of rows) {
      const reason = wrongWith(row, report.verified)
      if (reason) return { ...report, firstBad: { seq: row.seq, eventId: row.event_id, reason } }
      trees = grow(trees, row)
      report.verified++
      const due = waiting[0]
      if (due?.size !== report.verified) continue
      const bad = wrongCheckpoint(due, trees, authorityId, publicKey)
      if (bad) return { ...report, firstBad: { seq: row.seq, eventId: row.event_id, reason: bad } }
      report.checkpoints++
      waiting = waiting.slice(1)
    }
    if (rows.length < PAGE) break
  }
  if (waiting[0])
    return {
      ...report,
      firstBad: {
        seq: report.verified,
        eventId: null,
        reason: `checkpoint of size ${waiting[0].size} covers rows that are missing`,
      },
    }
  return { ...report, pending: await countPending(db, authorityId) }
}

interface Leaf {
  seq: number
  event_id: string
  sha256: string
  sm3: string
  content: string | null
}

async function leavesFrom(db: Kysely<Database>, authorityId: string, from: number): Promise<Leaf[]> {
  const found = await sql<Leaf>`
    select l.seq, l.event_id, l.sha256, l.sm3, case when e.id is not null then ${EVENT_CONTENT} end as content
    from audit_leaf l left join audit_event e on e.authority_id = l.authority_id and e.id = l.event_id
    where l.authority_id = ${authorityId} and l.seq >= ${from} and l.seq < ${from + PAGE} order by l.seq`.execute(db)
  return found.rows
}

function wrongWith(row: Leaf, expected: number): string | null {
  if (row.seq !== expected) return `number ${expected} is missing`
  if (row.content === null) return 'the row is gone'
  if (leafHash('sha256', row.content) !== row.sha256) return 'the row was changed (SHA-256 differs)'
  if (leafHash('sm3', row.content) !== row.sm3) return 'the row was changed (SM3 differs)'
  return null
}

const grow = (trees: { sha256: Frontier; sm3: Frontier }, row: Leaf) => ({
  sha256: append('sha256', trees.sha256, row.sha256),
  sm3: append('sm3', trees.sm3, row.sm3),
})

function wrongCheckpoint(
  due: { size: number; root_sha256: string; root_sm3: string; at: string; signature: string },
  trees: { sha256: Frontier; sm3: Frontier },
  authorityId: string,
  publicKey: ReturnType<typeof logPublicKey>,
): string | null {
  const head = { size: due.size, sha256: root('sha256', trees.sha256), sm3: root('sm3', trees.sm3), at: due.at }
  if (head.sha256 !== due.root_sha256 || head.sm3 !== due.root_sm3)
    return `the tree differs from the checkpoint of size ${due.size}`
  if (!verify(null, checkpointText(authorityId, head), publicKey, Buffer.from(due.signature, 'base64url')))
    return `the checkpoint of size ${due.size} is not signed by this installation`
  return null
}

async function countPending(db: Kysely<Database>, authorityId: string): Promise<number> {
  const { rows } = await sql<{ pending: number }>`
    select count(*) as pending from audit_event e where e.authority_id = ${authorityId}
      and not exists (select 1 from audit_leaf l where l.authority_id = e.authority_id and l.event_id = e.id)`.execute(
    db,
  )
  return rows[0]?.pending ?? 0
}
