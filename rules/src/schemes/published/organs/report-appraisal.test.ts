import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../../template/golden.ts'
import { jiayu, longhui, taoyuan } from './report-appraisal.ts'

const proposed = (why: string, proposedGrade: number, grade: string, toBeDecided = false) => ({
  why,
  facts: { proposedGrade },
  want: { grade, toBeDecided },
})
const tenth = Array.from({ length: 8 }, (_, i) => proposed(`second, number ${i + 1}`, 3, 'second'))

const GOLDEN: Golden[] = [
  {
    template: longhui,
    rows: [
      {
        why: '27 + 28.5 + (90 + 80 + 85)/3/100 × 40 = 55.5 + 34',
        facts: { everydayReportScore: 27, verificationScore: 28.5 },
        ratings: { reportVote: { 90: 1, 80: 1, 85: 1 } },
        want: { total: 89.5 },
      },
    ],
  },
  {
    template: taoyuan,
    rows: [
      {
        why: '52 + (90×24 + 75×16)/40/100 × 40 = 52 + 21.6 + 12',
        facts: { checksScore: 52 },
        ratings: { countyPlenum: { 90: 30 }, ownUnit: { 70: 10, 80: 10 } },
        want: { total: 85.6 },
      },
    ],
  },
  {
    template: jiayu,
    rows: [proposed('the one best of ten', 4, 'excellent'), proposed('fourth', 1, 'fourth'), ...tenth],
  },
  {
    template: jiayu,
    rows: [
      proposed('two best for one place of ten: the meeting decides', 4, 'second', true),
      proposed('two best for one place of ten: the meeting decides', 4, 'second', true),
      ...tenth,
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
