import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../../template/golden.ts'
import { classification, universityClassification } from './classification.ts'

const GOLDEN: Golden[] = [
  {
    template: classification,
    rows: [
      {
        why: '90, nine in ten satisfied: the best',
        facts: { sevenHeadsScore: 90, satisfaction: 0.9 },
        want: { total: 90, grade: 'good' },
      },
      {
        why: '95, but 0.899 satisfied: average',
        facts: { sevenHeadsScore: 95, satisfaction: 0.899 },
        want: { total: 95, grade: 'average' },
      },
      { why: '80: fairly good', facts: { sevenHeadsScore: 80 }, want: { grade: 'fairlyGood' } },
      {
        why: '59.99: poor, satisfaction or not',
        facts: { sevenHeadsScore: 59.99, satisfaction: 0.5 },
        want: { grade: 'poor' },
      },
    ],
  },
  {
    template: universityClassification,
    rows: [
      {
        why: '0.4 × 95 + 0.6 × 88 = 38 + 52.8',
        ratings: { self: { 95: 1 }, superior: { 88: 1 } },
        want: { total: 90.8, grade: 'good' },
      },
      {
        why: '0.4 × 90 + 0.6 × (70 + 60) / 2 = 36 + 39 = 75',
        ratings: { self: { 90: 1 }, superior: { 70: 1, 60: 1 } },
        want: { total: 75, grade: 'fairlyGood' },
      },
      {
        why: 'no rating by the superior yet: the self-rating alone',
        ratings: { self: { 70: 1 } },
        want: { total: 70, grade: 'average' },
      },
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
