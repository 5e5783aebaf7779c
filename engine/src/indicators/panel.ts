import {
  add,
  compare,
  divide,
  fromNumber,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  sum,
  toDouble,
  ZERO,
} from '../rational.ts'

/** What a missing number does: leaves the reckoning, counts as nothing, or leaves the subject unscored. */
export type MissingPolicy = 'exempt' | 'zero' | 'block'

export interface PanelSource {
  source: string
  weight: number
  minimum?: number
  trim?: number
  missing?: MissingPolicy
}

/** Weighted mean of the ratings of several sources; `scale` turns labels into 0…1, a number is divided by `outOf`. */
export interface Panel {
  kind: 'panel'
  points: number
  scale?: Record<string, number>
  outOf?: number
  sources: PanelSource[]
}

/** So many equal ratings. */
export interface Tally {
  value: Rational
  count: number
}

export interface SourceOutcome {
  source: PanelSource
  n: number
  /** Null: fewer ratings than the minimum, so not rated. */
  mean: Rational | null
  trimmed: number
  policy: MissingPolicy
}

export interface PanelOutcome {
  sources: SourceOutcome[]
  /** Weighted mean 0…1; null when nothing entered it. */
  mean: Rational | null
  /** Sources whose ratings are too few and whose policy is to block. */
  blocking: string[]
}

/** What a rating counts, 0…1; null when it is none of the scale. An empty one is an abstention and never comes here. */
export function parseRating(method: Panel, text: string): Rational | null {
  if (method.scale && Object.hasOwn(method.scale, text)) return fromNumber(method.scale[text] ?? 0)
  const parsed = parseDecimal(text)
  if (!parsed) return null
  const value = divide(parsed, fromNumber(method.outOf ?? 1))
  return compare(value, ZERO) < 0 || compare(value, ONE) > 0 ? null : value
}

/** Nearest double of `parseRating`. */
export function readRating(method: Panel, text: string): number | null {
  const rating = parseRating(method, text)
  return rating && toDouble(rating)
}

/** Mean without the `cut` lowest and `cut` highest. */
function trimmedMean(tallies: readonly Tally[], n: number, cut: number): Rational {
  const ascending = [...tallies].sort((a, b) => compare(a.value, b.value))
  let seen = 0
  let total = ZERO
  for (const { value, count } of ascending) {
    const kept = Math.max(0, Math.min(seen + count, n - cut) - Math.max(seen, cut))
    total = add(total, multiply(value, rational(BigInt(kept))))
    seen += count
  }
  return divide(total, rational(BigInt(n - 2 * cut)))
}

function rateSource(source: PanelSource, tallies: readonly Tally[], policy: MissingPolicy): SourceOutcome {
  const n = tallies.reduce((count, tally) => count + tally.count, 0)
  const wanted = source.trim ?? 0
  const trimmed = n >= 2 * wanted + 3 ? wanted : 0
  const rated = n > 0 && n >= (source.minimum ?? 1)
  return { source, n, mean: rated ? trimmedMean(tallies, n, trimmed) : null, trimmed: rated ? trimmed : 0, policy }
}

/** `policy` is the indicator's, for sources that name none; a `zero` source without enough ratings keeps its weight. */
export function panel(
  method: Panel,
  tallies: (source: string) => readonly Tally[],
  policy: MissingPolicy,
): PanelOutcome {
  const sources = method.sources.map(source => rateSource(source, tallies(source.source), source.missing ?? policy))
  const entering = sources.filter(each => each.mean !== null || each.policy === 'zero')
  const weights = sum(entering.map(each => fromNumber(each.source.weight)))
  const weighted = sum(entering.map(each => multiply(fromNumber(each.source.weight), each.mean ?? ZERO)))
  return {
    sources,
    mean: entering.length === 0 ? null : divide(weighted, weights),
    blocking: sources.filter(each => each.mean === null && each.policy === 'block').map(each => each.source.source),
  }
}
