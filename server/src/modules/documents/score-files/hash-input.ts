import { createHash } from 'node:crypto'
import type { RatingRow, RulingRow } from '@jiannuo/engine/score.ts'

const AT_ONCE = 2000
const ORDER = ['subject', 'source', 'value', 'count'] as const

const byText = (a: RatingRow, b: RatingRow) => {
  for (const key of ORDER) {
    if (a[key] < b[key]) return -1
    if (a[key] > b[key]) return 1
  }
  return 0
}

/** Facts by column, in the order of the subjects; an empty fact is missing. */
export interface FactTable {
  subjects: readonly string[]
  scopes: Record<string, readonly string[]>
  facts: Record<string, readonly string[]>
}
export interface HashedInput {
  facts: FactTable
  ratings: readonly RatingRow[]
  rulings: readonly RulingRow[]
}

/**
 * SHA-256 of the canonical JSON (RFC 8785) of facts as rows `{facts, scopes, subject}`, ratings (sorted) and rulings, hashed as it is
 * written: the text of a large input is never held as a whole, and the order of the keys is found once.
 */
export function hashOfInput({ facts, ratings, rulings }: HashedInput): string {
  const hash = createHash('sha256')
  const list = (name: string, length: number, write: (at: number) => string) => {
    hash.update(`"${name}":[`)
    for (let from = 0; from < length; from += AT_ONCE) {
      let text = from > 0 ? ',' : ''
      for (let at = from; at < Math.min(length, from + AT_ONCE); at++) text += `${at > from ? ',' : ''}${write(at)}`
      hash.update(text)
    }
    hash.update(']')
  }
  const values = writer(facts.facts)
  const scopes = writer(facts.scopes)
  hash.update('{')
  list(
    'facts',
    facts.subjects.length,
    at => `{"facts":${values(at)},"scopes":${scopes(at)},"subject":${JSON.stringify(facts.subjects[at])}}`,
  )
  hash.update(',')
  const sorted = ratings.toSorted(byText)
  list('ratings', sorted.length, at => {
    const { count, source, subject, value } = sorted[at]!
    return JSON.stringify({ count, source, subject, value })
  })
  hash.update(',')
  list('rulings', rulings.length, at => {
    const { decision, subject, veto } = rulings[at]!
    return JSON.stringify({ decision, subject, veto })
  })
  hash.update('}')
  return hash.digest('hex')
}

/** What JSON writes between quotes as it stands. */
const PLAIN = /^[ !#-[\]-~]*$/
const quoted = (cell: string) => (PLAIN.test(cell) ? `"${cell}"` : JSON.stringify(cell))

/** Cells of a row as an object of the columns, keys in canonical order; what is missing is null. */
function writer(columns: Readonly<Record<string, readonly string[]>>): (row: number) => string {
  const sorted = Object.entries(columns)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, cells], at) => ({ cells, name: `${at > 0 ? ',' : ''}${JSON.stringify(key)}:` }))
  return row => {
    let text = '{'
    for (const { cells, name } of sorted) {
      const cell = cells[row]!
      text += name
      text += cell === '' ? 'null' : quoted(cell)
    }
    return `${text}}`
  }
}
