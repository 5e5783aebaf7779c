import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../../template/golden.ts'
import { hanshanBranch, hanshanMember, pioneerBranch, pioneerMember, qinghaiBranch, qinghaiMember } from './indices.ts'

const pioneer = (why: string, facts: Record<string, number>, total: number, grade: string) => ({
  why,
  facts: { pioneerBasic: 80, themeDaysAttended: 12, ...facts },
  want: { total, grade },
})

const GOLDEN: Golden[] = [
  {
    template: qinghaiBranch,
    rows: [
      {
        why: '55 + 36',
        facts: { commonStandards: 55, domainStandards: 36, reverseSituations: 0 },
        want: { total: 91, grade: 'notLagging' },
      },
      {
        why: '58 + 39, one situation of six: lagging',
        facts: { commonStandards: 58, domainStandards: 39, reverseSituations: 1 },
        want: { total: 97, grade: 'lagging' },
      },
    ],
  },
  {
    template: qinghaiMember,
    rows: [
      {
        why: '56 + 20 of 25 − 6',
        facts: { basicStandards: 56, positivePoints: 25, reversePoints: 6 },
        want: { total: 70 },
      },
      {
        why: '50 + 3 − 20 of 30',
        facts: { basicStandards: 50, positivePoints: 3, reversePoints: 30 },
        want: { total: 33 },
      },
      {
        why: 'cleared to zero',
        facts: { basicStandards: 60, positivePoints: 10, graveViolations: 1 },
        want: { total: 0, vetoes: ['graveViolations'] },
      },
    ],
  },
  {
    template: hanshanBranch,
    rows: [
      {
        why: '88 + 6 − 4',
        facts: { basicIndicators: 88, bonusIndicators: 6, reverseIndicators: 4 },
        want: { total: 90, grade: 'counted' },
      },
      {
        why: '95 + 10, vetoed',
        facts: { basicIndicators: 95, bonusIndicators: 10, branchVetoMatters: 1 },
        want: { total: 105, grade: 'vetoed' },
      },
    ],
  },
  {
    template: hanshanMember,
    rows: [
      { why: '92', facts: { memberStandards: 92, graveViolations: 0 }, want: { total: 92 } },
      { why: 'cleared to zero', facts: { memberStandards: 92, graveViolations: 1 }, want: { total: 0 } },
    ],
  },
  {
    template: pioneerMember,
    rows: [
      pioneer('80 + 25, at most 100: the one place of ten', { pioneerBonus: 25 }, 100, 'pioneer'),
      pioneer('80 + 18 − 3 = 95, no place left', { pioneerBonus: 18, pioneerDeduction: 3 }, 95, 'qualified'),
      pioneer('80 + 10 = 90, no place left', { pioneerBonus: 10 }, 90, 'qualified'),
      pioneer('80 + 19 = 99, but five theme days', { pioneerBonus: 19, themeDaysAttended: 5 }, 99, 'unqualified'),
      pioneer('six theme days are enough', { themeDaysAttended: 6 }, 80, 'qualified'),
      pioneer('80 − 20.01 = 59.99', { pioneerDeduction: 20.01 }, 59.99, 'unqualified'),
      pioneer('80 − 90, not below 0', { pioneerDeduction: 90 }, 0, 'unqualified'),
      ...[1, 2, 3].map(n => pioneer(`80 − ${n}`, { pioneerDeduction: n }, 80 - n, 'qualified')),
    ],
  },
  {
    template: pioneerBranch,
    rows: [
      { why: '15 − (7 + 5)', facts: { massResponseDeduction: 12 }, want: { total: 3 } },
      { why: '15 − (10 + 10), not below 0', facts: { massResponseDeduction: 20 }, want: { total: 0 } },
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
