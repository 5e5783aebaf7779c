import { type Duplex, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** Streams one table out in PostgreSQL's text COPY format. */
export const copyOut = (client: pg.Client, table: string, columns: readonly string[]): Readable =>
  client.query(copyTo(`copy ${quote(table)} (${columns.map(quote).join(', ')}) to stdout`))

/** Streams COPY text into one table. The owner lifts FORCE for the moment, since COPY refuses tables with row level security; other roles stay shut out. */
export async function copyIn(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  source: Readable,
  ...through: Duplex[]
): Promise<void> {
  const { rows } = await client.query<{ forced: boolean }>(
    'select relforcerowsecurity as forced from pg_class where oid = $1::regclass',
    [quote(table)],
  )
  const forced = rows[0]?.forced ?? false
  if (forced) await client.query(`alter table ${quote(table)} no force row level security`)
  await pipeline([
    source,
    ...through,
    client.query(copyFrom(`copy ${quote(table)} (${columns.map(quote).join(', ')}) from stdin`)),
  ])
  if (forced) await client.query(`alter table ${quote(table)} force row level security`)
}

export type CopyValue = string | number | boolean | null | readonly string[]

/** Loads rows given as arrays in column order. Lists become PostgreSQL arrays; JSON is passed as text. */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  await copyIn(client, table, columns, Readable.from(chunks(rows), { objectMode: false }))
}

function* chunks(rows: Iterable<readonly CopyValue[]>): Generator<Buffer> {
  let text = ''
  for (const row of rows) {
    text += `${row.map(field).join('\t')}\n`
    if (text.length > 65_536) {
      yield Buffer.from(text)
      text = ''
    }
  }
  if (text) yield Buffer.from(text)
}

function field(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escaped(value)
  return escaped(`{${value.map(v => `"${v.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`)
}

const escaped = (text: string) => text.replaceAll(/[\\\n\r\t]/g, c => ESCAPES[c] ?? c)
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The business tables with their columns, parents before children, so that rows can be loaded in this order. */
export async function tablesInOrder(client: pg.Client): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await client.query<{ table: string; columns: string[]; parents: string[] }>(`
    select t.relname as table,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(distinct p.relname::text) from pg_constraint c join pg_class p on p.oid = c.confrelid where c.contype = 'f' and c.conrelid = t.oid and p.oid <> t.oid), '{}') as parents
    from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and t.relname <> 'migration' order by 1`)
  const done = new Set<string>()
  const order: typeof rows = []
  while (order.length < rows.length) {
    const ready = rows.filter(r => !done.has(r.table) && r.parents.every(p => done.has(p)))
    if (ready.length === 0) throw new Error('The tables refer to each other in a circle.')
    for (const r of ready) done.add(r.table)
    order.push(...ready)
  }
  return order.map(({ table, columns }) => ({ table, columns }))
}
