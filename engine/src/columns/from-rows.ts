import type { Scheme } from '../format.ts'
import type { FactRow, ScoreInput } from '../input.ts'
import { factsOf } from '../scheme-facts.ts'
import { buildColumns, type Columns } from './columns.ts'

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

const column = <T>(rows: readonly FactRow[], of: (row: FactRow) => T): T[] => rows.map(of)

/** Encodes what the scheme reads of a row input. */
export function columnsOf(scheme: Scheme, { facts, ratings, rulings }: ScoreInput): Columns {
  const names = new Set(factsOf(scheme).map(use => use.fact))
  return buildColumns({
    subjects: column(facts, row => row.subject),
    scopes: Object.fromEntries(
      (scheme.scopes ?? []).map(scope => [scope, column(facts, row => own(row.scopes, scope) ?? '')]),
    ),
    facts: Object.fromEntries([...names].map(fact => [fact, column(facts, row => own(row.facts, fact) || null)])),
    ratings: {
      subject: ratings.map(row => row.subject),
      source: ratings.map(row => row.source),
      value: ratings.map(row => row.value),
      count: ratings.map(row => row.count),
    },
    rulings,
  })
}

/** Columns of the facts that the scheme does not read; they change nothing. */
export function unreadColumns(scheme: Scheme, facts: readonly FactRow[]): string[] {
  const read = new Set([...factsOf(scheme).map(use => use.fact), ...(scheme.scopes ?? [])])
  const columns = new Set<string>()
  for (const { scopes, facts: values } of facts) {
    for (const name in scopes) columns.add(name)
    for (const name in values) columns.add(name)
  }
  return [...columns].filter(name => !read.has(name))
}
