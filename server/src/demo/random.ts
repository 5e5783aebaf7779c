/** A seeded source of chance: the same seed gives the same city on every machine. */
export class Random {
  private state: number
  constructor(seed: number) {
    this.state = seed >>> 0
  }
  /** 0 ≤ x < 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }
  chance(share: number): boolean {
    return this.next() < share
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }
  /** `count` different entries, in the list's order of drawing. */
  sample<T>(list: readonly T[], count: number): T[] {
    const rest = [...list]
    return Array.from(
      { length: Math.min(count, rest.length) },
      () => rest.splice(Math.floor(this.next() * rest.length), 1)[0]!,
    )
  }
  uuid(): string {
    const hex = Array.from({ length: 4 }, () =>
      Math.floor(this.next() * 4_294_967_296)
        .toString(16)
        .padStart(8, '0'),
    ).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  /** A day from `from` up to but without `until`. */
  day(from: string, until: string): string {
    const first = Date.parse(from)
    const days = Math.max(1, Math.round((Date.parse(until) - first) / 86_400_000))
    return new Date(first + this.int(0, days - 1) * 86_400_000).toISOString().slice(0, 10)
  }
}

/** Splits `total` into parts in proportion to the weights, every part at least `least`; the parts add up exactly. */
export function share(total: number, weights: readonly number[], least: number): number[] {
  const free = total - least * weights.length
  const sum = weights.reduce((a, b) => a + b, 0)
  const parts = weights.map(w => least + Math.floor((free * w) / sum))
  let rest = total - parts.reduce((a, b) => a + b, 0)
  for (let i = 0; rest > 0; i = (i + 1) % parts.length, rest--) parts[i] = parts[i]! + 1
  return parts
}
