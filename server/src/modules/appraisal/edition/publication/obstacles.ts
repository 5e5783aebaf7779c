import type { Both, Day } from '@jiannuo/contract/values.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { checkRow } from '../draft/save-scheme.ts'
import type * as sql from '../sql.ts'

/** The version whose place a scheme would take: the one of its line that holds on its first day. */
export function replacedBy(row: sql.EditionRow, line: readonly sql.EditionRow[]): sql.EditionRow | null {
  const from = row.effectiveFrom
  return (from && line.find(each => each.id !== row.id && each.state === 'published' && holdsOn(each, from))) || null
}
export const holdsOn = ({ effectiveFrom: from, effectiveUntil: until }: sql.EditionRow, day: Day): boolean =>
  from !== null && from <= day && (until === null || until > day)

/** Everything that stands in the way of a publication, at once: open checks, no first day, a later version, days left without a scheme. */
export async function obstaclesOf(
  change: Change,
  row: sql.EditionRow,
  line: readonly sql.EditionRow[],
): Promise<Both[]> {
  const { check } = await checkRow(change, row)
  const found: Both[] = [...check.errors, ...check.remarks].map(({ line: at, zh, en }) => ({
    zh: `第 ${at} 行：${zh}`,
    en: `line ${at}: ${en}`,
  }))
  const { effectiveFrom: from, effectiveUntil: until } = row
  if (!from) return [...found, { zh: '还没有填生效日期', en: 'the first day is missing' }]
  const later = line.find(
    each =>
      each.id !== row.id &&
      each.state === 'published' &&
      each.effectiveFrom !== null &&
      each.effectiveFrom > from &&
      (until === null || until > each.effectiveFrom),
  )
  if (later)
    found.push({
      zh: `自 ${later.effectiveFrom} 起已有第 ${later.version} 版，请把停用日期填到这一天，或先撤回那一版`,
      en: `version ${later.version} begins on ${later.effectiveFrom}: end this one on that day, or withdraw that one first`,
    })
  const before = replacedBy(row, line)
  if (before && until && (before.effectiveUntil === null || before.effectiveUntil > until))
    found.push({
      zh: `停用日期 ${until} 以后没有方案可用，现行第 ${before.version} 版原本用到${before.effectiveUntil ?? '另有新版'}`,
      en: `after ${until} no scheme would hold; version ${before.version} was to hold until ${before.effectiveUntil ?? 'replaced'}`,
    })
  return found
}
