import { compareBound, type NumberColumn } from '../columns/numbers.ts'
import { compare, fromNumber, type Rational, ZERO } from '../rational.ts'

/** Points of the highest bound met, 0 below all; the bound itself counts as met. */
export interface Steps {
  kind: 'steps'
  steps: { atLeast: number; points: number }[]
}

export function steps(method: Steps, value: Rational): Rational {
  const met = method.steps.filter(step => compare(value, fromNumber(step.atLeast)) >= 0)
  const highest = met.reduce<Steps['steps'][number] | null>(
    (best, step) => (best && best.atLeast > step.atLeast ? best : step),
    null,
  )
  return highest ? fromNumber(highest.points) : ZERO
}

/** `steps` for a whole column; missing stays NaN. */
export function stepsColumn({ steps: all }: Steps, column: NumberColumn, out: Float64Array) {
  const ascending = [...all].sort((a, b) => a.atLeast - b.atLeast)
  const { values, long } = column
  for (let row = 0; row < out.length; row++) {
    const value = values[row]!
    if (Number.isNaN(value)) {
      out[row] = Number.NaN
      continue
    }
    let points = 0
    for (const step of ascending) {
      if (long ? compareBound(column, row, step.atLeast) < 0 : value < step.atLeast) break
      points = step.points
    }
    out[row] = points
  }
}
