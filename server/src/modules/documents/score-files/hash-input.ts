import { createHash } from 'node:crypto'
import type { RatingRow, ScoreInput } from '@jiannuo/engine/score.ts'

const AT_ONCE = 2000
const ORDER = ['subject', 'source', 'value', 'count'] as const

const byText = (a: RatingRow, b: RatingRow) => {
  for (const key of ORDER) {
    if (a[key] < b[key]) return -1
    if (a[key] > b[key]) return 1
  }
  return 0
}

/**
 * SHA-256 of the canonical JSON (RFC 8785) of facts, ratings (sorted) and rulings, hashed as it is written: the text of a large input is never
 * held as a whole, and the order of a row's keys is found once. Every row has the keys of the first.
 */
export function hashOfInput({ facts, ratings, rulings }: ScoreInput): string {
  const hash = createHash('sha256')
  const list = <Row>(name: string, rows: readonly Row[], write: (row: Row) => string) => {
    hash.update(`"${name}":[`)
    for (let i = 0; i < rows.length; i += AT_ONCE)
      hash.update(
        `${i > 0 ? ',' : ''}${rows
          .slice(i, i + AT_ONCE)
          .map(write)
          .join(',')}`,
      )
    hash.update(']')
  }
  const factKeys = keysOf(facts[0]?.facts)
  const scopeKeys = keysOf(facts[0]?.scopes)
  hash.update('{')
  list(
    'facts',
    facts,
    row =>
      `{"facts":${writeKeys(row.facts, factKeys)},"scopes":${writeKeys(row.scopes, scopeKeys)},"subject":${JSON.stringify(row.subject)}}`,
  )
  hash.update(',')
  list('ratings', ratings.toSorted(byText), ({ count, source, subject, value }) =>
    JSON.stringify({ count, source, subject, value }),
  )
  hash.update(',')
  list('rulings', rulings, ({ decision, subject, veto }) => JSON.stringify({ decision, subject, veto }))
  hash.update('}')
  return hash.digest('hex')
}

const keysOf = (row: Record<string, unknown> = {}) =>
  Object.keys(row)
    .sort()
    .map(key => ({ key, text: `${JSON.stringify(key)}:` }))

function writeKeys(
  row: Readonly<Record<string, string | null>>,
  keys: readonly { key: string; text: string }[],
): string {
  let text = ''
  for (const { key, text: name } of keys) text += `${text === '' ? '' : ','}${name}${JSON.stringify(row[key])}`
  return `{${text}}`
}
