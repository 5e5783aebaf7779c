import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../template/golden.ts'
import { fiveTypeOrgan, fourTypeOrgan } from './organ-types.ts'
import { starBranches } from './star-branches.ts'
import { suggestedBranch, suggestedMember } from './suggested.ts'
import { unitPoints } from './unit-points.ts'

const whole = (type: string) => ({
  [`${type}Goal`]: 1,
  [`${type}Focuses`]: 2,
  [`${type}Measures`]: 3,
  [`${type}Carriers`]: 2,
})
const four = { ...whole('learning'), ...whole('innovative'), ...whole('harmonious'), ...whole('clean') }
const three = { ...whole('learning'), ...whole('innovative'), ...whole('harmonious') }

const organ = (
  points: number,
  businessScore: number,
  contest: Record<string, number>,
  observation: Record<string, number>,
) => ({
  facts: { typeOneScore: points, typeTwoScore: points, typeThreeScore: points, typeFourScore: points, businessScore },
  scopes: { class: '综合部门' },
  ratings: { contest, observation },
})

const branch = { pledgeCompletion: 0.95, meetingCompliance: 1, themeDays: 12 }
const praised = { democratic: { good: 10 }, organisation: { fairlyGood: 1 } }

const person = (section: string, facts: Record<string, number>) => ({ facts, scopes: { section, department: '某局' } })

const member = (votes: Record<string, number>, facts: Record<string, number>) => ({
  facts: { meetingCompliance: 0.9, inspectionScore: 85, ...facts },
  scopes: { branch: '第一支部' },
  ratings: { democratic: votes },
})

const GOLDEN: Golden[] = [
  {
    template: fiveTypeOrgan,
    rows: [
      {
        why: '4×16 + (0.9×4 + 2×4 + 2×4 + 1×4 = 23.6) + brand 2',
        facts: {
          ...four,
          servingGoal: 0.9,
          servingFocuses: 2,
          servingMeasures: 2,
          servingCarriers: 1,
          serviceBrandAward: 1,
        },
        want: { total: 89.6, grade: 'fairlyGood' },
      },
      {
        why: '4×16 + 32 + 2 + 2',
        facts: { ...four, ...whole('serving'), serviceBrandAward: 1, serviceResultAward: 1 },
        want: { total: 100, grade: 'good' },
      },
      {
        why: 'clean organ not recorded yet: (3×16 + 32 + 0) × 100/84',
        facts: { ...three, ...whole('serving') },
        want: { total: 95.24 },
      },
    ],
  },
  {
    template: fourTypeOrgan,
    rows: [
      {
        why: '4×19 + (95+95+95)/3/10 + 9 = 94.5, but last in business: four stars',
        ...organ(19, 60, { 90: 1, 95: 3, 100: 1 }, { 90: 10 }),
        want: { total: 94.5, stars: 4, barred: ['advancedOrganization'] },
      },
      { why: '4×18 + 9 + 9: five', ...organ(18, 80, { 90: 5 }, { 90: 5 }), want: { total: 90, stars: 5, barred: [] } },
      {
        why: '4×14 + 8 + 8: three, last in Party work',
        ...organ(14, 90, { 80: 5 }, { 80: 5 }),
        want: { total: 72, stars: 3, barred: ['advancedOrganization'] },
      },
    ],
  },
  {
    template: starBranches,
    rows: [
      {
        why: '28.5 + 30 + 10 + (2×1 + 0.85)/3×30 = 28.5',
        facts: branch,
        ratings: praised,
        want: { total: 97, grade: 'advanced', light: 'green', stars: 5 },
      },
      {
        why: '27 + 27 + 11/12×10 + (2×0.85 + 1)/3×30 = 90.166…, no place for a second five of four',
        facts: { pledgeCompletion: 0.9, meetingCompliance: 0.9, themeDays: 11 },
        ratings: { democratic: { fairlyGood: 6 }, organisation: { good: 1 } },
        want: { total: 90.17, grade: 'advanced', stars: 4 },
      },
      {
        why: 'as the first, but weak',
        facts: { ...branch, weakOrganization: 1 },
        ratings: praised,
        want: { total: 97, grade: 'lagging', stars: 2, vetoes: ['weakOrganization'] },
      },
      {
        why: '15 + 24 + 10 + 0.6×30 = 67, below half satisfied',
        facts: { pledgeCompletion: 0.5, meetingCompliance: 0.8, themeDays: 12, satisfaction: 0.49 },
        ratings: { democratic: { average: 5 }, organisation: { average: 1 } },
        want: { total: 67, grade: 'middle', light: 'yellow', stars: null },
      },
    ],
  },
  {
    template: unitPoints,
    rows: [
      {
        why: '18/20×70 + 0.9×30',
        ...person('甲科', { workListDue: 20, workListOnTime: 18, pledgeCompletion: 0.9 }),
        want: { total: 90, light: 'green', ranks: {} },
      },
      {
        why: '70 + 24 − 2',
        ...person('甲科', { workListDue: 10, workListOnTime: 10, pledgeCompletion: 0.8, criticisms: 1 }),
        want: { total: 92, light: 'green' },
      },
      {
        why: '35 + 15',
        ...person('乙科', { workListDue: 10, workListOnTime: 5, pledgeCompletion: 0.5 }),
        want: { total: 50, light: 'red' },
      },
    ],
    // (90 + 92)/2 = 91; (91×2 + 50×1)/3 = 77.333…
    rollUp: {
      section: [
        { unit: '甲科', total: 91 },
        { unit: '乙科', total: 50 },
      ],
      department: [{ unit: '某局', total: 77.33 }],
    },
  },
  {
    template: suggestedMember,
    rows: [
      {
        why: '45 + (10 + 8×0.85 + 2×0.6)/20×30 = 27, + 17, + 10 of 12: the one best of three',
        ...member({ excellent: 10, qualified: 8, basic: 2 }, { honours: 6 }),
        want: { total: 99, grade: 'excellent' },
      },
      {
        why: '45 + 30 + 17 + (2 − 1 rectified) × −2 = 90, no place left',
        ...member({ excellent: 5 }, { criticisms: 2, criticismsRectified: 1 }),
        want: { total: 90, grade: 'qualified' },
      },
      {
        why: '45 + 25.5 + 17, probationary',
        ...member({ qualified: 5 }, { probationary: 1 }),
        want: { total: 87.5, grade: null },
      },
    ],
  },
  {
    template: suggestedBranch,
    rows: [
      {
        why: '50 + 0.85×30 + 18 = 93.5: the one place that 30 % of four gives',
        facts: { meetingCompliance: 1, inspectionScore: 90 },
        ratings: { democratic: { fairlyGood: 5 } },
        want: { total: 93.5, stars: 5 },
      },
      {
        why: '50 + 30 + 8 + 4×2 − 3×2 = 90, no place left',
        facts: { meetingCompliance: 1, inspectionScore: 40, honours: 4, criticisms: 3 },
        ratings: { democratic: { good: 5 } },
        want: { total: 90, stars: 4 },
      },
      {
        why: '45 + (3 + 2×0)/5×30 = 18, + 16 = 79',
        facts: { meetingCompliance: 0.9, inspectionScore: 80 },
        ratings: { democratic: { good: 3, poor: 2 } },
        want: { total: 79, stars: 3 },
      },
      {
        why: '40 + 0.6×30 + 10 = 68, weak',
        facts: { meetingCompliance: 0.8, inspectionScore: 50, weakOrganization: 1 },
        ratings: { democratic: { average: 5 } },
        want: { total: 68, stars: 2 },
      },
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
