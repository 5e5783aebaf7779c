import type { Title } from '@jiannuo/engine/format.ts'
import { fillPoints, placesOfAll, scratchOf } from '@jiannuo/engine/plan/points.ts'
import type { Outcome } from '@jiannuo/engine/plan/run.ts'

/** Points of one indicator by row; NaN is missing. */
export interface IndicatorPoints {
  id: string
  title: Title
  full: number
  points: Float64Array
}

/** What every indicator gave everybody, before missing policies, caps and coefficient. */
export function pointsOfAll({ plan, columns }: Outcome): IndicatorPoints[] {
  const indicators = plan.groups.flatMap(group => group.indicators)
  const places = placesOfAll(
    indicators.map(each => each.indicator),
    columns,
  )
  const scratch = scratchOf(columns.subjects.length)
  const blocked = new Uint8Array(columns.subjects.length)
  return indicators.map(each => {
    fillPoints(each, columns, places, scratch, blocked)
    const { id, title = { zh: id, en: id } } = each.indicator
    return { id, title, full: each.full, points: scratch.points.slice() }
  })
}
