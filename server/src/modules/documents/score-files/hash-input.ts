import type { Cells } from '@jiannuo/engine/columns/cells.ts'
import type { RatingRow, RulingRow } from '@jiannuo/engine/score.ts'
import { HashedText } from './hashed-text.ts'

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
  facts: Record<string, Cells>
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
  const json = new HashedText()
  const list = (name: string, length: number, write: (at: number) => void) => {
    json.write(`"${name}":[`)
    for (let at = 0; at < length; at++) {
      if (at > 0) json.write(',')
      write(at)
    }
    json.write(']')
  }
  const values = inOrder(facts.facts)
  const scopes = inOrder(facts.scopes)
  json.write('{')
  list('facts', facts.subjects.length, at => {
    json.write('{"facts":{')
    for (const { name, column } of values) {
      json.write(name)
      json.writeCell(column, at)
    }
    json.write('},"scopes":{')
    for (const { name, column } of scopes) json.write(`${name}${JSON.stringify(column[at])}`)
    json.write(`},"subject":${JSON.stringify(facts.subjects[at])}}`)
  })
  json.write(',')
  const sorted = ratings.toSorted(byText)
  list('ratings', sorted.length, at => {
    const { count, source, subject, value } = sorted[at]!
    json.write(JSON.stringify({ count, source, subject, value }))
  })
  json.write(',')
  list('rulings', rulings.length, at => {
    const { decision, indicator, subject, veto } = rulings[at]!
    json.write(JSON.stringify({ decision, indicator, subject, veto }))
  })
  json.write('}')
  return json.hash()
}

/** Keys as JSON, each after a comma but the first, in canonical order. */
const inOrder = <T>(columns: Readonly<Record<string, T>>) =>
  Object.entries(columns)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, column], at) => ({ column, name: `${at > 0 ? ',' : ''}${JSON.stringify(key)}:` }))
