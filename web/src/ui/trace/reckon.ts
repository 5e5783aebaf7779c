import type { Method } from '@jiannuo/engine/format.ts'
import { compare, multiply, parseDecimal, rational, round, toDecimal } from '@jiannuo/engine/rational.ts'
import type { StepOf } from './shape.ts'
import type { TraceWords } from './words.ts'

type IndicatorStep = StepOf<'indicator'>

/** A decimal with a true minus sign, as every figure on a page. */
export const decimal = (value: string | number) => String(value).replace('-', '−')

/** Points with two decimals, half away from zero, so that a column of them lines up. */
export function points(value: string): string {
  const exact = parseDecimal(value)
  const [whole, fraction = ''] = ((exact && toDecimal(round(exact, 2))) ?? value).split('.')
  return decimal(`${whole}.${fraction.padEnd(2, '0')}`)
}

/** A mean with at most 4 decimals, half away from zero; ≈ where something was cut off. The points beside it stay exact. */
export function mean(value: string): string {
  const exact = parseDecimal(value)
  const short = exact && round(exact, 4)
  return short && compare(short, exact) !== 0 ? `≈ ${decimal(toDecimal(short) ?? '')}` : decimal(value)
}

/** A share 0…1 as a percentage, exactly: 0.925 is 92.5%. */
export function percentage(value: string | number): string {
  const exact = parseDecimal(String(value))
  return exact ? `${decimal(toDecimal(multiply(exact, rational(100n))) ?? '')}%` : String(value)
}

/** How a number of a fact is read: a share as a percentage, all else as it stands. */
export type Say = (value: string | number) => string

type Told = { v: string; got: string; say: Say; words: TraceWords }

function linear({ from, to, points: full }: Extract<Method, { kind: 'linear' }>, { v, got, say, words }: Told) {
  const done = (Number(v) - from) / (to - from)
  if (done >= 1) return words.linearFull(say(v), say(to), decimal(full))
  if (done <= 0) return words.linearNone(say(v), say(from))
  // A share of the whole is its own part: 90% × 50, not 90% ÷ 100% × 50.
  if (from === 0 && to === 1) return words.times(say(v), decimal(full), got)
  return words.linear(say(v), from === 0 ? null : say(from), say(to), decimal(full), got)
}

function steps({ steps: bounds }: Extract<Method, { kind: 'steps' }>, { v, got, say, words }: Told) {
  const met = bounds.filter(each => Number(v) >= each.atLeast).sort((a, b) => b.atLeast - a.atLeast)[0]
  if (met) return words.step(say(v), say(met.atLeast), got)
  return words.noStep(say(v), say(Math.min(...bounds.map(each => each.atLeast))))
}

/**
 * How an indicator came to its points, as a sentence that a reader can recompute: 「11 ÷ 12 × 12 = 11」.
 * Exact decimals, a fraction without end to 6 places as the trace has it. A missing number says what the policy made of it.
 */
export function reckon(step: IndicatorStep, method: Method, words: TraceWords, say: Say = decimal): string {
  const [first, second] = step.inputs.map(each => each.value)
  const got = decimal(step.points.value)
  if (step.exemptedBy !== undefined) return words.exemptedBy(step.exemptedBy)
  if (step.missing) return method.kind === 'bonus' ? words.none : words[step.missing]
  if (method.kind === 'panel') return words.panel(mean(step.mean?.value ?? ''), decimal(method.points), got)
  const v = first ?? ''
  switch (method.kind) {
    case 'linear':
      return linear(method, { v, got, say, words })
    case 'steps':
      return steps(method, { v, got, say, words })
    case 'deduct':
      return (
        words.deduct(decimal(method.base), decimal(v), decimal(method.each), got) +
        (method.base - Number(v) * method.each < (method.floor ?? 0) ? words.floored(decimal(method.floor ?? 0)) : '')
      )
    case 'bonus':
      return (
        words.times(decimal(v), decimal(method.each), got) +
        (method.cap !== undefined && Number(v) * method.each > method.cap ? words.capped(decimal(method.cap)) : '')
      )
    case 'ratio':
      return words.ratio(decimal(v), decimal(second ?? ''), decimal(method.points), got)
    case 'place': {
      const { rank, of } = step.place ?? { rank: 1, of: 1 }
      const below = method.points - (rank - 1) * method.each < (method.floor ?? 0)
      return (
        words.place(rank, of, decimal(method.points), decimal(method.each), got) +
        (below ? words.floored(decimal(method.floor ?? 0)) : '')
      )
    }
    case 'choice':
      return words.choice(v, got)
    case 'given':
      return words.given(decimal(v), decimal(method.points))
  }
}
