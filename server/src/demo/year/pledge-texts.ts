import type { Random } from '../random.ts'
import { businessOf, type Family, PARTY } from './pledge-words.ts'

export interface ItemText {
  kind: 'party' | 'business'
  title: string
  /** Null in a draft that is not finished. */
  target: number | null
  unit: string
  measures: string
}

/** Hands out items that differ from all others of the same group: frames and matters are counted through, and the lengths of the two lists have no common factor. */
export class PledgeWriter {
  readonly #random: Random
  readonly #next = new Map<string, number>()
  constructor(random: Random) {
    this.#random = random
  }

  /** Two Party items and one to three of business, all measurable. Within a group nobody writes what another wrote, nor what he wrote the year before. */
  write(level: string, organClass: string, group: string, year: number): ItemText[] {
    const business = businessOf(level, organClass)
    return [
      ...PARTY[level]!.map((family, i) => this.#item('party', family, `${level} ${group} ${i}`, year)),
      ...Array.from({ length: this.#random.int(1, 3) }, () =>
        this.#item('business', business, `${level} ${organClass} ${group}`, year),
      ),
    ]
  }

  #item(kind: ItemText['kind'], { frames, matters }: Family, group: string, year: number): ItemText {
    const key = `${group} ${year}`
    const place = this.#next.get(key) ?? this.#random.int(0, frames.length * matters.length - 1)
    this.#next.set(key, place + 1)
    const { write, unit, least, most, measures } = frames[place % frames.length]!
    const target = this.#random.int(least, most)
    return { kind, title: write(matters[place % matters.length]!, target), target, unit, measures }
  }
}

/** What the pledge check finds in a draft: text of a colleague, words without a result, weights that do not add up. */
export function spoil<T extends ItemText & { weight: number }>(
  [first, ...rest]: T[],
  flaw: number,
  colleague: readonly ItemText[],
): T[] {
  if (!first) return rest
  const copied = colleague.find(each => each.kind === first.kind)
  if (flaw % 3 === 0 && copied) return [{ ...first, title: copied.title }, ...rest]
  if (flaw % 3 === 1) return [{ ...first, title: '进一步提高认识，认真做好各项工作', target: null, unit: '' }, ...rest]
  return [{ ...first, weight: first.weight - 5 }, ...rest]
}
