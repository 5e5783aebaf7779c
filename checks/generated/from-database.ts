import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describeSchema } from '../../server/src/platform/database/describe-schema.ts'
import { describeTables } from '../../server/src/platform/database/describe-tables.ts'
import { databaseUrl, startTestServer, withOwner } from '../../server/src/testing/server.ts'

let read: Promise<{ tables: string; schema: string }> | undefined

/** Migrates one throw-away embedded database and reads both files from it. */
async function readDatabase() {
  const { DATABASE_URL, ...env } = process.env
  process.env = env
  const server = await startTestServer()
  try {
    return await withOwner(databaseUrl(server.url, server.template), async client => ({
      tables: await describeTables(client),
      schema: await describeSchema(client),
    }))
  } finally {
    await server.stop()
    if (DATABASE_URL) process.env.DATABASE_URL = DATABASE_URL
  }
}

const once = () => {
  read ??= readDatabase()
  return read
}

export const produceSchema = async () => (await once()).schema

export async function produceTables(root: string): Promise<string> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const run = spawnSync(process.execPath, [biome, 'format', '--stdin-file-path=tables.ts'], {
    input: (await once()).tables,
    cwd: root,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`biome could not format the tables: ${run.stderr}`)
  return run.stdout
}
