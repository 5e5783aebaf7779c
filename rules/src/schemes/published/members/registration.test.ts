import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../../template/golden.ts'
import { registeredGrade, unitRegistration, volunteerHours } from './registration.ts'

const GOLDEN: Golden[] = [
  {
    template: volunteerHours,
    rows: [
      { why: '50 × 60/50', facts: { volunteerHours: 50 }, want: { total: 60, grade: 'passed' } },
      { why: '49.9 × 1.2 = 59.88', facts: { volunteerHours: 49.9 }, want: { total: 59.88, grade: 'notPassed' } },
      { why: '400 × 1.2, no cap', facts: { volunteerHours: 400 }, want: { total: 480, grade: 'passed' } },
      { why: 'not recorded is not zero', facts: {}, want: { total: null, grade: null } },
    ],
  },
  {
    template: unitRegistration,
    rows: [
      {
        why: '0.95 and 0.97 keep eligibility',
        facts: { registrationShare: 0.95, registrationCompletion: 0.97 },
        want: { total: 95, barred: [] },
      },
      {
        why: '0.949 registered',
        facts: { registrationShare: 0.949, registrationCompletion: 1 },
        want: { total: 94.9, barred: ['advancedUnit'] },
      },
      {
        why: '0.94 completed',
        facts: { registrationShare: 1, registrationCompletion: 0.94 },
        want: { total: 100, barred: ['advancedUnit'] },
      },
    ],
  },
  {
    template: registeredGrade,
    rows: [
      { why: 'registered', facts: { proposedMemberGrade: 4, communityRegistered: 1 }, want: { grade: 'excellent' } },
      {
        why: 'not registered: below qualified',
        facts: { proposedMemberGrade: 4, communityRegistered: 0 },
        want: { grade: 'basic' },
      },
      {
        why: 'not registered and proposed unqualified',
        facts: { proposedMemberGrade: 1, communityRegistered: 0 },
        want: { grade: 'unqualified' },
      },
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
