import { createHash, randomUUID } from 'node:crypto'
import type { Named, PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import type { SchemeHead, SchemeSubject } from '@jiannuo/contract/appraisal/scheme-head.ts'
import { type Both, LEVELS, type Level } from '@jiannuo/contract/values.ts'
import { canonical, type Json } from '@jiannuo/engine/canonical.ts'
import type { Panel } from '@jiannuo/engine/indicators/panel.ts'
import type { Scheme, Title } from '@jiannuo/engine/scheme.ts'
import { POOL_TITLES, panelsAt } from '@jiannuo/rules/appraisal/panels.ts'
import { SHIPPED_SCHEMES } from '@jiannuo/rules/schemes/defaults.ts'
import { GRADE_TITLES } from '@jiannuo/rules/schemes/parts.ts'
import type { Change } from '../../../platform/http/serve.ts'
import * as sql from './sql.ts'

/** JSON of a value: what canonical() takes. Undefined keys fall away as in a file. */
export const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
export const hashOf = (scheme: unknown, panels: unknown): string =>
  sha256(canonical({ panels: jsonOf(panels), scheme: jsonOf(scheme) }))

/** The scheme and panels of a level that ship with the product for that year, as they are stored. */
export function shippedScheme(
  level: Level,
  year: number,
): { document: Scheme; panels: PanelOfScheme[]; sha256: string } {
  const document = SHIPPED_SCHEMES[level].forYear(year)
  const panels: PanelOfScheme[] = panelsAt(`${year}-12-31`).levels[level].map(each => ({
    ...each,
    who: each.who.map(pool => ({ id: pool, title: POOL_TITLES[pool] })),
    modes: [...each.modes],
    cite: { title: each.cite.document, article: each.cite.article },
  }))
  return { document, panels, sha256: hashOf(document, panels) }
}

/**
 * The scheme of a level that holds for a unit at the end of the year: the organ's own before the city's own.
 * Where the city has none, the first round brings in the one shipped with the product, as version 1.
 */
export async function schemeFor(change: Change, level: Level, year: number, unitId: string): Promise<sql.SchemeRow> {
  const { tx, actor } = change
  const asked = { authorityId: actor.authorityId, family: level, unitId, on: `${year}-12-31` }
  const inForce = await sql.schemeInForce(tx, asked)
  if (inForce) return inForce
  await shipScheme(change, level, year)
  const shipped = await sql.schemeInForce(tx, asked)
  if (!shipped) throw new Error(`no scheme of ${level} ${year} after shipping one`)
  return shipped
}

/** Brings in the shipped scheme where the city has none of that level and year yet: versions of its own come after it. */
export async function shipMissing(change: Change, subject: SchemeSubject, year: number) {
  const level = LEVELS.find(each => each === subject)
  if (level) await shipScheme(change, level, year)
}

async function shipScheme({ tx, actor, now, audit }: Change, level: Level, year: number) {
  const { document, panels, sha256 } = shippedScheme(level, year)
  const ownerUnitId = await sql.cityOwner(tx, actor.authorityId)
  if (!ownerUnitId) throw new Error('an authority without a work committee owns no scheme')
  const id = randomUUID()
  const done = await sql.insertShipped(tx, {
    authorityId: actor.authorityId,
    id,
    ownerUnitId,
    level,
    year,
    title: document.title?.zh ?? document.scheme,
    document: JSON.stringify(document),
    panels: JSON.stringify(panels),
    sha256,
    at: now.toISOString(),
  })
  if (done.numInsertedOrUpdatedRows === 1n) await audit('appraisal.ship-scheme', id)
}

const both = (title: Title | undefined, fallback: string): Both => ({
  zh: title?.zh ?? fallback,
  en: title?.en ?? title?.zh ?? fallback,
})
export const gradesOf = (scheme: Scheme): Named[] =>
  (scheme.grades ?? []).map(each => ({ id: each.grade, title: both(each.title, each.grade) }))
export const limitsOf = (scheme: Scheme): Named[] =>
  [...(scheme.vetoes ?? []), ...(scheme.gates ?? [])].map(each => ({ id: each.id, title: both(each.title, each.id) }))

/** The panel method that reads a source; a scheme without one takes no ratings from it. */
export function panelOf(scheme: Scheme, source: string): Panel | null {
  const methods = scheme.groups.flatMap(group =>
    group.indicators.flatMap(each => (each.method.kind === 'panel' ? [each.method] : [])),
  )
  return methods.find(method => method.sources.some(each => each.source === source)) ?? null
}
/** Labels of a source's scale, the best first, named like the scheme's grades, else like those of the shipped schemes. */
export function scaleOf(scheme: Scheme, source: string): (Named & { worth: number })[] {
  const names = new Map([
    ...Object.entries(GRADE_TITLES),
    ...gradesOf(scheme).map(each => [each.id, each.title] as const),
  ])
  return Object.entries(panelOf(scheme, source)?.scale ?? {})
    .toSorted(([, a], [, b]) => b - a)
    .map(([id, worth]) => ({ id, worth, title: names.get(id) ?? { zh: id, en: id } }))
}

/** What may be objected to, one at a time: each indicator, adjustment and limit, and the grade itself. */
export const indicatorsOf = (scheme: Scheme): Named[] =>
  scheme.groups.flatMap(group => group.indicators.map(each => ({ id: each.id, title: both(each.title, each.id) })))
/** What to say where somebody names an indicator that the scheme does not have. */
export const unknownIndicator = (indicators: readonly Named[], pointer: string) => ({
  pointer,
  zh: `方案没有这个指标，可选：${indicators.map(each => each.title.zh).join('、')}`,
  en: `The scheme has no such indicator; accepted: ${indicators.map(each => each.id).join(', ')}`,
})
export const nodesOf = (scheme: Scheme): Named[] => [
  ...indicatorsOf(scheme),
  ...(scheme.adjustments ?? []).map(each => ({ id: each.id, title: both(each.title, each.id) })),
  ...limitsOf(scheme),
  { id: 'grade', title: { zh: '等次', en: 'Grade' } },
]
export const headOf = ({ id, subject, family, year, version, title, sha256, shipped }: sql.SchemeRow): SchemeHead => ({
  id,
  subject,
  family,
  year,
  version,
  title,
  sha256,
  shipped,
})
