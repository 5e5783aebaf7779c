import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../../template/golden.ts'
import { enterpriseParty, railwayStars } from './enterprises.ts'

const GOLDEN: Golden[] = [
  {
    template: enterpriseParty,
    rows: [
      {
        why: '36 + 27 + (80 + 90)/2/100 × 20 + 9 + 5 − 4 = 36 + 27 + 17 + 9 + 1',
        facts: {
          operationsScore: 36,
          partyBasicsScore: 27,
          superiorVitalityScore: 9,
          enterpriseBonus: 5,
          enterpriseDeduction: 4,
        },
        ratings: { vote: { 80: 10, 90: 10 } },
        want: { total: 90, grade: 'counted' },
      },
      {
        why: '40 + 30 + 20 + 10, a safety target missed',
        facts: { operationsScore: 40, partyBasicsScore: 30, superiorVitalityScore: 10, safetyTargetsMissed: 1 },
        ratings: { vote: { 100: 3 } },
        want: { total: 100, grade: 'vetoed' },
      },
    ],
  },
  {
    template: railwayStars,
    rows: [
      {
        why: '80, 85 and 92 pass all three: five',
        facts: { threeStarItems: 80, fourStarItems: 85, fiveStarItems: 92 },
        want: { total: 3, stars: 5 },
      },
      {
        why: '79 of the third level does not pass: four',
        facts: { threeStarItems: 95, fourStarItems: 80, fiveStarItems: 79 },
        want: { total: 2, stars: 4 },
      },
      { why: 'only the first applied for: three', facts: { threeStarItems: 88 }, want: { total: 1, stars: 3 } },
      { why: '79.9: no star', facts: { threeStarItems: 79.9 }, want: { total: 0, stars: null } },
      {
        why: 'an accident: none',
        facts: { threeStarItems: 95, fourStarItems: 90, fiveStarItems: 90, safetyAccidents: 1 },
        want: { total: 3, stars: null },
      },
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
