import { expect, it } from 'vitest'
import { againAt, mailAt, minutesOf, type Wish } from './when.ts'

const wish = (mode: Wish['mode'], from: string | null = null, until: string | null = null): Wish => ({
  ...{ mode, quietFrom: minutesOf(from), quietUntil: minutesOf(until) },
})
const at = (now: string, of: Wish) =>
  new Date(mailAt(new Date(`${now}:00+08:00`), of).getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

it.each([
  ['2026-03-02T10:15', wish('atOnce'), '2026-03-02T10:15'],
  ['2026-03-02T08:29', wish('daily'), '2026-03-02T08:30'],
  ['2026-03-02T08:31', wish('daily'), '2026-03-03T08:30'],
  ['2026-03-02T21:59', wish('atOnce', '22:00', '07:00'), '2026-03-02T21:59'],
  ['2026-03-02T22:00', wish('atOnce', '22:00', '07:00'), '2026-03-03T07:00'],
  ['2026-03-03T06:59', wish('atOnce', '22:00', '07:00'), '2026-03-03T07:00'],
  ['2026-03-03T07:00', wish('atOnce', '22:00', '07:00'), '2026-03-03T07:00'],
  ['2026-03-02T12:30', wish('atOnce', '12:00', '14:00'), '2026-03-02T14:00'],
  // The daily mail waits for the end of the quiet hours as well.
  ['2026-03-02T09:00', wish('daily', '22:00', '09:00'), '2026-03-03T09:00'],
  // Quiet from a time to the same time is never quiet.
  ['2026-03-02T12:30', wish('atOnce', '12:00', '12:00'), '2026-03-02T12:30'],
])('a message at %s, %j, is mailed at %s', (now, of, mailed) => {
  expect(at(now, of)).toBe(mailed)
})

it('gives up after five tries', () => {
  const now = new Date('2026-03-02T00:00:00Z')
  const waits = [1, 2, 3, 4, 5, 6].map(attempts => againAt(now, attempts)?.toISOString().slice(11, 16) ?? null)
  expect(waits).toEqual(['00:01', '00:05', '00:30', '02:00', '12:00', null])
})
