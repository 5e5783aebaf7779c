import type pg from 'pg'

const PARTS: [title: string, query: string][] = [
  [
    'tables',
    `select c.table_name || '.' || c.column_name || ' ' || c.udt_name || case when c.is_nullable = 'NO' then ' not null' else '' end || coalesce(' default ' || c.column_default, '') as line
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position`,
  ],
  [
    'constraints',
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
     where connamespace = 'public'::regnamespace and contype in ('p', 'f', 'u', 'c', 'x') and conrelid <> 0 order by 1`,
  ],
  ['indexes', `select indexdef as line from pg_indexes where schemaname = 'public' order by 1`],
  [
    'row level security',
    `select p.tablename || ' ' || p.policyname || ' for ' || p.cmd || ' using (' || coalesce(p.qual, '-') || ') with check (' || coalesce(p.with_check, '-') || ')' as line
     from pg_policies p where p.schemaname = 'public' and p.policyname <> 'owner' order by 1`,
  ],
  ['triggers', `select pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal order by 1`],
  [
    'functions',
    `select p.oid::regprocedure || case when p.prosecdef then ' security definer' else '' end || ' md5 ' || md5(p.prosrc) as line
     from pg_proc p where p.pronamespace = 'public'::regnamespace order by 1`,
  ],
]

/** The schema as reviewable text: every column, constraint, index, policy and trigger, and a fingerprint of each function. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const parts: string[] = []
  for (const [title, query] of PARTS) {
    const { rows } = await client.query<{ line: string }>(query)
    parts.push(`-- ${title}\n${rows.map(r => r.line.replaceAll(/\s+/g, ' ')).join('\n')}\n`)
  }
  return `-- Generated from the migrations by \`npm run generate\`; do not edit. For reading, not for running.\n\n${parts.join('\n')}`
}
