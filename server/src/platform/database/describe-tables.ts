import type pg from 'pg'

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  numeric: 'string',
  interval: 'string',
  timestamptz: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  jsonb: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
}

interface Column {
  table_name: string
  column_name: string
  udt_name: string
  nullable: boolean
  has_default: boolean
}

/**
 * The TypeScript types of every table, read from a migrated database: check constraints of the form `column in (…)` become unions.
 * Fails on a column type it does not know, so that no column is typed by guess.
 */
export async function describeTables(client: pg.Client): Promise<string> {
  const { rows: columns } = await client.query<Column>(`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable = 'YES' as nullable, c.column_default is not null as has_default
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'migration'
    order by c.table_name, c.ordinal_position`)
  const unions = await readUnions(client)
  const tables = Map.groupBy(columns, c => c.table_name)
  const bodies = [...tables].map(([table, cols]) => `  ${table}: {\n${cols.map(c => field(c, unions)).join('\n')}\n  }`)
  return `// Generated from the migrations by \`npm run generate\`; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** JSON as the driver reads it; written as text, so that lists are not taken for PostgreSQL arrays. */
type Json = ColumnType<unknown, string, string>
type DefaultJson = ColumnType<unknown, string | undefined, string>
type NullableJson = ColumnType<unknown, string | null | undefined, string | null>

export interface Database {
${bodies.join('\n')}
}
`
}

function field(c: Column, unions: Map<string, string>): string {
  const base = unions.get(`${c.table_name}.${c.column_name}`) ?? TYPES[c.udt_name]
  if (!base) throw new Error(`No TypeScript type for ${c.table_name}.${c.column_name} (${c.udt_name})`)
  if (base === 'Json')
    return `    ${c.column_name}: ${c.nullable ? 'NullableJson' : c.has_default ? 'DefaultJson' : 'Json'}`
  const type = c.nullable ? `${base} | null` : base
  return `    ${c.column_name}: ${c.has_default ? `Generated<${type}>` : type}`
}

async function readUnions(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ table: string; column: string; definition: string }>(`
    select con.conrelid::regclass::text as table, a.attname as column, pg_get_constraintdef(con.oid) as definition
    from pg_constraint con join pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]
    where con.contype = 'c' and array_length(con.conkey, 1) = 1 and con.connamespace = 'public'::regnamespace`)
  const unions = new Map<string, string>()
  for (const { table, column, definition } of rows) {
    if (!definition.includes('= ANY (ARRAY[')) continue
    unions.set(`${table}.${column}`, [...definition.matchAll(/'([^']+)'::text/g)].map(m => `'${m[1]}'`).join(' | '))
  }
  return unions
}
