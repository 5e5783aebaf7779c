import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../../template/golden.ts'
import { cityStars, collegeStars, organStars, threeLevelStars } from './stars.ts'

const sound = {
  renewalOverdue: 0,
  committeeIncomplete: 0,
  idleHalfYear: 0,
  noPartTimeWorker: 0,
  noPledgeOrVolunteering: 0,
  memberSystemLacking: 0,
  admissionQuality: 2,
  noVenue: 0,
  noVenueEquipment: 0,
  systemsScore: 9,
}
const plain = { ...sound, innovationProject: 0, otherHeadsScore: 40 }

const branch = (why: string, proposedStars: number, starInspection: number, stars: number | null) => ({
  why,
  facts: { proposedStars, starInspection },
  want: { stars },
})

const GOLDEN: Golden[] = [
  {
    template: cityStars,
    rows: [
      {
        why: '0.7 × (95 − 2) + 0.3 × 90 = 65.1 + 27 = 92.1: the best',
        facts: { starBaseScore: 95, starDeductions: 2, starAppraisalScore: 90 },
        want: { total: 92.1, stars: 5 },
      },
      {
        why: '0.7 × 90 + 0.3 × 92 = 63 + 27.6 = 90.6, but 30 % of 4 is one place: falls to four',
        facts: { starBaseScore: 90, starAppraisalScore: 92 },
        want: { total: 90.6, stars: 4 },
      },
      {
        why: '0.7 × (80 − 10) + 0.3 × 70 = 49 + 21 = 70: three, the bound included',
        facts: { starBaseScore: 80, starDeductions: 10, starAppraisalScore: 70 },
        want: { total: 70, stars: 3 },
      },
      {
        why: '0.7 × (60 − 0.1) + 0.3 × 60 = 41.93 + 18 = 59.93: one',
        facts: { starBaseScore: 60, starDeductions: 0.1, starAppraisalScore: 60 },
        want: { total: 59.93, stars: 1 },
      },
    ],
  },
  {
    template: collegeStars,
    rows: [
      {
        why: 'five proposed, 175 before 170: the one place that 30 % of 5 gives',
        facts: { proposedStars: 5, collegeIndexSum: 175, disciplineClearance: 1 },
        want: { total: 5, stars: 5 },
      },
      {
        why: 'five proposed, second by the indices: four',
        facts: { proposedStars: 5, collegeIndexSum: 170, disciplineClearance: 1 },
        want: { stars: 4 },
      },
      {
        why: 'five proposed without clearance: four at most',
        facts: { proposedStars: 5, collegeIndexSum: 190, disciplineClearance: 0 },
        want: { stars: 4 },
      },
      {
        why: 'records lacking: two at most',
        facts: { proposedStars: 4, recordsSeriouslyMissing: 1 },
        want: { stars: 2, vetoes: ['recordsSeriouslyMissing'] },
      },
      {
        why: 'weak and a veto matter: two at most',
        facts: { proposedStars: 3, weakOrganization: 1, branchVetoMatters: 2 },
        want: { stars: 2, vetoes: ['branchVetoMatters', 'weakOrganization'] },
      },
    ],
  },
  {
    template: organStars,
    rows: [
      {
        why: '15 + 10 + 10 + 9 + 50 = 94 with a project: five, the one place of ten',
        facts: { ...sound, otherHeadsScore: 50, innovationProject: 1 },
        want: { total: 94, stars: 5 },
      },
      {
        why: '15 + 10 + 10 + 9 + 56 = 100 without a project: four',
        facts: { ...sound, otherHeadsScore: 56, innovationProject: 0 },
        want: { total: 100, stars: 4 },
      },
      {
        why: '(15 − 5 − 5) + (10 − 3 − 2 − 1) + (10 − 10) + 9 + 50 = 68: two',
        facts: {
          ...sound,
          renewalOverdue: 1,
          idleHalfYear: 1,
          noPartTimeWorker: 1,
          memberSystemLacking: 1,
          admissionQuality: 1,
          noVenue: 1,
          noVenueEquipment: 1,
          otherHeadsScore: 50,
        },
        want: { total: 68, stars: 2 },
      },
      ...Array.from({ length: 7 }, () => ({
        why: '15 + 10 + 10 + 9 + 40 = 84',
        facts: plain,
        want: { total: 84, stars: 4 },
      })),
    ],
  },
  {
    template: threeLevelStars,
    rows: [
      branch('five: a tenth of ten is one place, 95 before 94', 5, 95, 5),
      branch('falls to the four places of four stars', 5, 94, 4),
      branch('four', 4, 93, 4),
      branch('four', 4, 92, 4),
      branch('four, the last place', 4, 91, 4),
      branch('the fifth for four stars falls to three', 4, 90, 3),
      branch('three', 3, 89, 3),
      branch('three, the last place', 3, 88, 3),
      branch('the fourth for three stars stays ungraded', 3, 87, null),
      branch('nobody proposed a graded star', 2, 99, null),
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
