import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../../template/golden.ts'
import { advancedUnits, provincialOrgans, targetDeductions } from './organ-points.ts'

const sound = {
  lateRenewal: 0,
  partyStaffMissing: 0,
  duesIrregular: 0,
  faultyAdmission: 0,
  regularMeetingsMissing: 0,
  heartTalksMissing: 0,
  dualLifeMissing: 0,
  memberAppraisalMissing: 0,
}
const everyday = { everydayItem1: 10, everydayItem2: 9, everydayItem3: 8, everydayItem4: 10, everydayItem5: 9 }

const GOLDEN: Golden[] = [
  {
    template: advancedUnits,
    rows: [
      {
        why: '(10 − 2) + 15 + 18',
        facts: { ...sound, studyItemsMissing: 2, otherLifeScore: 3, otherBasicsScore: 18 },
        want: { total: 41 },
      },
      {
        why: '(10 − 12, not below 0) + (15 − 3 − 2 − 1 − 1) + 20',
        facts: {
          ...sound,
          lateRenewal: 1,
          duesIrregular: 1,
          heartTalksMissing: 1,
          studyItemsMissing: 12,
          otherLifeScore: 2,
          otherBasicsScore: 20,
        },
        want: { total: 28 },
      },
    ],
  },
  {
    template: provincialOrgans,
    rows: [
      {
        why: '46 + 6 + 2×4 + 1 = 61',
        facts: { ...everyday, provincialPraise: 1, cityPraise: 2, otherMedia: 1 },
        want: { total: 61 },
      },
      {
        why: '46 + (8 + 6 + 4 + 2 + 5 = 25, at most 20)',
        facts: { ...everyday, centralPraise: 1, centralMedia: 1, provincialMedia: 1, cityMedia: 1, siteMeetings: 1 },
        want: { total: 66 },
      },
    ],
  },
  {
    template: targetDeductions,
    rows: [
      {
        why: '96 − 2×0.1 − 0.5 − 3×0.1 − 5×0.1 − 0.5 − 1 − 3 = 96 − 6',
        facts: {
          targetScore: 96,
          committeeFindings: 2,
          superiorFindings: 1,
          meetingsMissed: 3,
          unpaidDuesMembers: 5,
          bulletinCriticisms: 1,
          admonitions: 1,
          lightPenalties: 1,
        },
        want: { total: 90 },
      },
      { why: '98 − 5 − 8', facts: { targetScore: 98, heavyPenalties: 1, criminalCases: 1 }, want: { total: 85 } },
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
