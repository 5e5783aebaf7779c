import type { TraceLegend } from '@jiannuo/contract/appraisal/result.ts'
import type { Named } from '@jiannuo/contract/appraisal/round.ts'
import type { Scheme } from '@jiannuo/engine/scheme.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import { SOURCE_TITLES } from '@jiannuo/rules/appraisal/sources.ts'
import { useOfResults } from '@jiannuo/rules/appraisal/use-of-results.ts'
import { SCHEME_FACTS } from '@jiannuo/rules/schemes/facts.ts'
import { GROUNDS } from '@jiannuo/rules/schemes/grounds.ts'
import type { z } from 'zod'
import { gradesOf } from '../scheme/ship-scheme.ts'

/** Everything a filed result may open or bar, each once. */
export const AWARDS: readonly Named[] = [
  ...new Map(
    useOfResults.versions
      .flatMap(each => Object.values(each.params.uses).flat())
      .map(({ id, title }) => [id, { id, title }]),
  ).values(),
]

const SOURCES: readonly Named[] = Object.entries(SOURCE_TITLES).map(([id, title]) => ({ id, title }))

/** Every `cite` of the scheme, wherever it stands. */
function citesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'cite' && typeof item === 'string' ? [item] : citesIn(item),
  )
}

/** What a reader needs beside a trace. `more` names what only the caller knows: sources of ratings, units of a scope. A clause that is not shipped stands as the scheme wrote it. */
export function legendOf(scheme: Scheme, more: readonly Named[]): z.output<typeof TraceLegend> {
  const read = new Set(factsOf(scheme).map(use => use.fact))
  const facts = SCHEME_FACTS.filter(each => read.has(each.id))
  return {
    document: JSON.parse(JSON.stringify(scheme)),
    grounds: [...new Set(citesIn(scheme))].flatMap(id => {
      const ground = GROUNDS[id]
      return ground ? [{ id, title: ground.document, article: ground.article }] : []
    }),
    names: [...more, ...gradesOf(scheme), ...facts.map(({ id, title }) => ({ id, title })), ...AWARDS, ...SOURCES],
    shares: facts.filter(each => each.unit === 'share').map(each => each.id),
  }
}
