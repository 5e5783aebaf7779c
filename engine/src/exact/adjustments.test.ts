import { describe, expect, test } from 'vitest'
import type { ScoreInput } from '../input.ts'
import { oneScore, rows } from '../samples/one-score.ts'
import { score } from '../score.ts'

const totals = (scheme: Parameters<typeof score>[0], input: ScoreInput) =>
  score(scheme, input).results.map(each => each.total)

describe('adjustments', () => {
  const scheme = oneScore({
    adjustments: [
      { id: 'honours', fact: 'honours', each: 2, cap: 8 },
      { id: 'lectures', fact: 'lectures', each: 1 },
      { id: 'criticism', fact: 'criticisms', each: -5, recoverable: 'rectified' },
      { id: 'late', fact: 'late', each: -3, cap: 6 },
    ],
    bonusCap: 10,
    deductionCap: 20,
    limits: { min: 0, max: 110 },
  })
  test.each`
    facts                                      | total  | why
    ${{}}                                      | ${90}  | ${'missing earns 0'}
    ${{ honours: 4 }}                          | ${98}  | ${'at its cap'}
    ${{ honours: 5 }}                          | ${98}  | ${'above its cap'}
    ${{ honours: 5, lectures: 3 }}             | ${100} | ${'bonus cap'}
    ${{ criticisms: 2 }}                       | ${80}  | ${'deduction'}
    ${{ criticisms: 2, rectified: 1 }}         | ${85}  | ${'one rectified'}
    ${{ criticisms: 2, rectified: 3 }}         | ${90}  | ${'never turned into a bonus'}
    ${{ rectified: -1 }}                       | ${90}  | ${'missing earns 0, whatever was rectified'}
    ${{ late: 3 }}                             | ${84}  | ${'deduction cap of one'}
    ${{ criticisms: 4, late: 3 }}              | ${70}  | ${'cap on all deductions'}
    ${{ criticisms: 4, late: 3, honours: 4 }}  | ${78}  | ${'the sums are capped apart'}
    ${{ score: 0, criticisms: 4 }}             | ${0}   | ${'lower limit'}
    ${{ score: 100, honours: 9, lectures: 9 }} | ${110} | ${'upper limit'}
  `('$facts gives $total: $why', ({ facts, total }) => {
    expect(totals(scheme, rows({ score: 90, ...facts }))).toEqual([total])
  })
})
