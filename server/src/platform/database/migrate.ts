import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

const FOLDER = new URL('../../../migrations/', import.meta.url)

/**
 * Brings the database up to the newest numbered SQL file, each in a transaction of its own, forward only.
 * Fails when a file already applied was edited, or when the database is ahead of this program.
 */
export async function migrate(client: pg.Client, log: (line: string) => void): Promise<number> {
  await client.query('select pg_advisory_lock(20260101)')
  try {
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const done = new Map<string, string>(
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')).rows.map(r => [
        r.name,
        r.sha256,
      ]),
    )
    const files = (await readdir(FOLDER)).filter(name => /^\d{6}_.+\.sql$/.test(name)).sort()
    const ahead = [...done.keys()].filter(name => !files.includes(name))
    if (ahead.length)
      throw new Error(
        `The database holds migrations this version does not know: ${ahead.join(', ')}. Run the newer version.`,
      )
    let applied = 0
    for (const name of files) {
      const sql = await readFile(new URL(name, FOLDER), 'utf8')
      const sha256 = createHash('sha256').update(sql).digest('hex')
      const known = done.get(name)
      if (known === sha256) continue
      if (known)
        throw new Error(`Migration ${name} was edited after it was applied. Undo the edit and add a new numbered file.`)
      await applyOne(client, name, sql, sha256)
      log(`migrated ${name}`)
      applied++
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock(20260101)')
  }
}

async function applyOne(client: pg.Client, name: string, sql: string, sha256: string) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed and was rolled back: ${error instanceof Error ? error.message : error}`)
  }
}
