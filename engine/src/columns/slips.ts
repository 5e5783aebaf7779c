import type { Coded } from './coded.ts'

/** Ratings, one entry for each row as it came in; -1 is a subject, source or value (an abstention) that is none. */
export interface Ratings {
  /** Row of the subject; -1 when the facts do not name it. */
  subject: Int32Array
  /** As written, to say which subject is unknown. */
  names: readonly string[]
  source: Coded
  value: Coded
  /** Equal ratings the row stands for; null: one each. */
  count: Float64Array | null
}

/** Ratings of one source by subject: those of row r stand from offsets[r] to offsets[r + 1]. Abstentions are left out. */
export interface Slips {
  offsets: Int32Array
  /** Into the dictionary of values. */
  codes: Int32Array
  counts: Float64Array | null
  /** Most entries that one subject has. */
  widest: number
}

/** Sorts the ratings by source and subject, in one pass each. */
export function sortSlips({ subject, source, value, count }: Ratings, subjects: number): Map<string, Slips> {
  const starts = source.names.map(() => new Int32Array(subjects + 1))
  const counts = (row: number) => subject[row]! >= 0 && value.codes[row]! >= 0 && source.codes[row]! >= 0
  for (let row = 0; row < subject.length; row++) if (counts(row)) starts[source.codes[row]!]![subject[row]! + 1]!++
  const slips = starts.map((offsets): Slips => {
    let widest = 0
    for (let row = 0; row < subjects; row++) {
      widest = Math.max(widest, offsets[row + 1]!)
      offsets[row + 1]! += offsets[row]!
    }
    const entries = offsets[subjects]!
    return { offsets, codes: new Int32Array(entries), counts: count && new Float64Array(entries), widest }
  })
  const next = slips.map(each => each.offsets.slice())
  for (let row = 0; row < subject.length; row++) {
    if (!counts(row)) continue
    const target = slips[source.codes[row]!]!
    const place = next[source.codes[row]!]![subject[row]!]!++
    target.codes[place] = value.codes[row]!
    if (target.counts && count) target.counts[place] = count[row]!
  }
  return new Map(source.names.map((name, code) => [name, slips[code]!]))
}
