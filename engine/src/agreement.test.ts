import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothWays } from './samples/near-ties.ts'

/** Subjects of random schemes, their numbers on and beside bounds and rounding ties. */
const CASES = 10_000

test('columns find what fractions find, on random cases near ties', () => {
  let cases = 0
  let decidedExactly = 0
  const schemes = fc.sample(fc.integer(), { numRuns: CASES, seed: 20_261_128 })
  for (const seed of schemes) {
    if (cases >= CASES) break
    const both = bothWays(seed)
    expect(both.byColumns, `seed ${seed}`).toBe(both.inFractions)
    cases += both.cases
    decidedExactly += both.decidedExactly
  }
  expect(cases).toBeGreaterThanOrEqual(CASES)
  // both ways are taken: ties are met, and yet floating point decides most
  expect(decidedExactly).toBeGreaterThan(CASES / 100)
  expect(decidedExactly).toBeLessThan(CASES / 2)
}, 60_000)
