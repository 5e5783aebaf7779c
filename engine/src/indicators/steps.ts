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
