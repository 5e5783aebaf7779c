import { type Columns, labelsOf, numbersOf, slipsOf, unitsOf } from '../columns/columns.ts'
import { EVERYONE, type Indicator } from '../format.ts'
import { bonusColumn } from '../indicators/bonus.ts'
import { choiceColumn } from '../indicators/choice.ts'
import { deductColumn } from '../indicators/deduct.ts'
import { givenColumn } from '../indicators/given.ts'
import { linearColumn } from '../indicators/linear.ts'
import { panelColumn } from '../indicators/panel-column.ts'
import { type Places, placeColumn, placesOf } from '../indicators/place.ts'
import { ratioColumn } from '../indicators/ratio.ts'
import { stepsColumn } from '../indicators/steps.ts'
import type { IndicatorPlan } from './compile.ts'

export type AllPlaces = Map<Indicator, Places & { units: Int32Array }>

/** Columns of one run that are used again from indicator to indicator. */
export interface Scratch {
  points: Float64Array
  mean: Float64Array
  weighted: Float64Array
  weights: Float64Array
}

export const scratchOf = (subjects: number): Scratch => ({
  points: new Float64Array(subjects),
  mean: new Float64Array(subjects),
  weighted: new Float64Array(subjects),
  weights: new Float64Array(subjects),
})

/** Ranks of every `place` indicator; they depend on the facts alone. */
export function placesOfAll(indicators: readonly Indicator[], columns: Columns): AllPlaces {
  const places: AllPlaces = new Map()
  for (const indicator of indicators) {
    if (indicator.method.kind !== 'place' || indicator.fact === undefined) continue
    const column = numbersOf(columns, indicator.fact)
    const units = unitsOf(columns, indicator.method.scope ?? EVERYONE)
    if (column) places.set(indicator, { ...placesOf(column, units, indicator.method.order), units: units.codes })
  }
  return places
}

function fromNumbers(indicator: Indicator & { fact: string }, columns: Columns, places: AllPlaces, out: Float64Array) {
  const { method } = indicator
  const column = numbersOf(columns, indicator.fact)
  if (!column) return out.fill(Number.NaN)
  switch (method.kind) {
    case 'linear':
      return linearColumn(method, column.values, out)
    case 'deduct':
      return deductColumn(method, column.values, out)
    case 'bonus':
      return bonusColumn(method, column.values, out)
    case 'given':
      return givenColumn(method, column.values, out)
    case 'steps':
      return stepsColumn(method, column, out)
    case 'place':
      return placeColumn(method, places.get(indicator)!, out)
  }
}

/**
 * Points of one indicator for all subjects into `scratch.points`, NaN where missing; a panel whose source blocks sets
 * `blocked`. Returns the bound on the numbers that entered.
 */
export function fillPoints(
  { indicator, sourcePolicy, size }: IndicatorPlan,
  columns: Columns,
  places: AllPlaces,
  scratch: Scratch,
  blocked: Uint8Array,
): number {
  const out = scratch.points
  const { method } = indicator
  if (method.kind === 'panel') {
    const from = { slipsOf: (source: string) => slipsOf(columns, source), names: columns.ratings.value.names }
    panelColumn(method, sourcePolicy, from, scratch, out, blocked)
    // a mean of n terms has n roundings
    return size * Math.max(1, ...method.sources.map(each => slipsOf(columns, each.source)?.widest ?? 0))
  }
  if (method.kind === 'ratio') {
    const of = numbersOf(columns, method.of)
    const per = numbersOf(columns, method.per)
    if (of && per) ratioColumn(method, of.values, per.values, out)
    else out.fill(Number.NaN)
  } else if (method.kind === 'choice') {
    const labels = labelsOf(columns, indicator.fact ?? '')
    if (labels) choiceColumn(method, labels, out)
    else out.fill(Number.NaN)
  } else if (indicator.fact !== undefined) fromNumbers(indicator, columns, places, out)
  return size
}
