import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../../template/golden.ts'
import { bureauMembers, countyBureauMembers, officeMembers, organMembers } from './member-points.ts'

const daily = { studyScore: 14, resultsScore: 13, serviceScore: 12, lawScore: 20, conductScore: 15 }

const GOLDEN: Golden[] = [
  {
    template: officeMembers,
    rows: [
      {
        why: '60 + 20×1 + 1×1 + 1×2 + 1×3 + 2×3 + 1×3 + 1×3 + 0×3 + 1×5 − 4 = 60 + 43 − 4, no upper limit below',
        facts: {
          takesPart: 1,
          organizationLifeTimes: 20,
          superiorTrainings: 1,
          shortSecondments: 1,
          longSecondments: 1,
          articles: 2,
          cityArticles: 1,
          microLectures: 1,
          cityMicroLectures: 0,
          invitedLectures: 1,
          memberDeductions: 4,
        },
        want: { total: 99 },
      },
      {
        why: '60 + 50 + 30×3 = 200: no upper limit',
        facts: { takesPart: 1, organizationLifeTimes: 50, articles: 30 },
        want: { total: 200 },
      },
      {
        why: '60 + 10 − 75, not below 0',
        facts: { takesPart: 1, organizationLifeTimes: 10, memberDeductions: 75 },
        want: { total: 0 },
      },
      {
        why: 'retired: not scored',
        facts: { organizationLifeTimes: 10 },
        want: { total: null, blocked: 'everything' },
      },
    ],
  },
  {
    template: bureauMembers,
    rows: [
      {
        why: '14+13+12+20+15 = 74; (15×1 + 4×0.8 + 1×0.6)/20 × 20 = 18.8; + 2×2 + 1×1',
        facts: { ...daily, cityPublications: 2, districtPublications: 1 },
        ratings: { yearEndVote: { good: 15, average: 4, poor: 1 } },
        want: { total: 97.8, grade: 'counted' },
      },
      {
        why: '74 + (2 + 0.8)/3 × 20 = 74 + 18.666…, key work failed',
        facts: { ...daily, keyWorkFailed: 1 },
        ratings: { yearEndVote: { good: 2, average: 1 } },
        want: { total: 92.67, grade: 'vetoed', vetoes: ['keyWorkFailed'] },
      },
    ],
  },
  {
    template: countyBureauMembers,
    rows: [
      {
        why: '20 + 66 + 10 of 12 − 3',
        facts: { memberBase: 20, taskScore: 66, rewardScore: 12, baseDeductions: 3 },
        want: { total: 93 },
      },
      {
        why: 'next year: 93/5 = 18.6; 18.6 + 70 + 0 + 6 of the county',
        facts: { memberBase: 18.6, taskScore: 70, countyHonourPoints: 6 },
        want: { total: 94.6 },
      },
      { why: '20 + 30 − 20 of 25', facts: { memberBase: 20, taskScore: 30, baseDeductions: 25 }, want: { total: 30 } },
    ],
  },
  {
    template: organMembers,
    rows: [
      { why: '38 + 32', facts: { activityScore: 38, otherHeadingsScore: 32 }, want: { total: 70, grade: 'reached' } },
      {
        why: '40 of 45 + 29.99',
        facts: { activityScore: 45, otherHeadingsScore: 29.99 },
        want: { total: 69.99, grade: 'notReached' },
      },
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
