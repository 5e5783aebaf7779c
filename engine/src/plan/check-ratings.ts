import type { Columns } from '../columns/columns.ts'
import type { Scheme } from '../format.ts'
import { type Panel, parseRating } from '../indicators/panel.ts'
import type { Report } from '../input.ts'

const panelsOf = (scheme: Scheme) =>
  scheme.groups.flatMap(group =>
    group.indicators.flatMap(indicator => (indicator.method.kind === 'panel' ? [indicator.method] : [])),
  )

/** What each source asks, and which values of the dictionary its panels refuse. */
interface Asked {
  isKnown: boolean
  refusing: (Panel | undefined)[]
  refusesNone: boolean
}

function askedOf(scheme: Scheme, { ratings }: Columns): Asked[] {
  const panels = panelsOf(scheme)
  const accepts = new Map(
    panels.map(panel => [panel, ratings.value.names.map(each => parseRating(panel, each) !== null)]),
  )
  return ratings.source.names.map(source => {
    const asking = panels.filter(panel => panel.sources.some(each => each.source === source))
    const refusing = ratings.value.names.map((_, value) => asking.find(panel => !accepts.get(panel)?.[value]))
    return { isKnown: asking.length > 0, refusing, refusesNone: refusing.every(each => each === undefined) }
  })
}

const isCount = (count: number) => Number.isSafeInteger(count) && count >= 0

/** Ratings of unknown subjects or sources, outside their scale, or of a count that is none. */
export function checkRatings(scheme: Scheme, columns: Columns, report: Report) {
  const { subject, names, source, value, count } = columns.ratings
  const asked = askedOf(scheme, columns)
  const nothingToFind =
    asked.every(each => each.isKnown && each.refusesNone) &&
    !subject.includes(-1) &&
    !source.codes.includes(-1) &&
    (count === null || count.every(isCount))
  for (let row = 0; !nothingToFind && row < subject.length; row++) {
    if (subject[row]! < 0)
      report('ratings', row, 'subject', `没有考评对象“${names[row]}”`, `no subject "${names[row]}" in the facts`)
    const from = asked[source.codes[row]!]
    const name = source.names[source.codes[row]!] ?? ''
    if (!from?.isKnown)
      report('ratings', row, 'source', `方案没有评议来源“${name}”`, `the scheme has no source "${name}"`)
    const times = count ? count[row]! : 1
    if (!isCount(times))
      report(
        'ratings',
        row,
        'count',
        `票数“${times}”应为不小于 0 的整数`,
        `count ${times} is not a whole number of 0 or more`,
      )
    const refusing = from?.refusing[value.codes[row]!]
    if (!refusing) continue
    const accepted = [...Object.keys(refusing.scale ?? {}), `0–${refusing.outOf ?? 1}`]
    const text = value.names[value.codes[row]!]
    report(
      'ratings',
      row,
      'value',
      `评议“${text}”无效,可填:${accepted.join('、')}`,
      `rating "${text}" is none of ${accepted.join(', ')}`,
    )
  }
}
