import { describe, expect, test } from 'vitest'
import { type Golden, reckon } from '../../template/golden.ts'
import { countyDepartments, dutyCard, topicMeetings } from './score-cards.ts'

const department = (
  why: string,
  keyWorkScore: number,
  ratings: [number, number, number, number, number],
  total: number,
) => {
  const [
    responsibleServingRating = 0,
    learningRating = 0,
    efficientCleanRating = 0,
    leadersRating = 0,
    townshipHeadsRating = 0,
  ] = ratings
  return {
    why,
    facts: {
      keyWorkScore,
      responsibleServingRating,
      learningRating,
      efficientCleanRating,
      leadersRating,
      townshipHeadsRating,
      peersScore: 45,
      inspectionOfficeScore: 90,
      publicPollScore: 88.5,
    },
    want: { total },
  }
}

const GOLDEN: Golden[] = [
  {
    template: countyDepartments,
    rows: [
      department('first everywhere: 460 + 30 + 20 + 50 + 100 + 50 + 45 + 90 + 88.5', 460, [95, 95, 95, 95, 95], 933.5),
      department(
        'second, but tied first as learning organ: 470 + 29 + 20 + 49 + 99 + 49 + 223.5',
        470,
        [90, 95, 90, 90, 90],
        939.5,
      ),
      department('third after the tie as well: 400 + 28 + 18 + 48 + 98 + 48 + 223.5', 400, [80, 80, 80, 80, 80], 863.5),
    ],
  },
  {
    template: dutyCard,
    rows: [
      {
        why: '(2 − 0.5) + 2 + 1 + 25',
        facts: { partyTopicMeetings: 3, contactPointVisits: 6, noLeadingGroup: 0, otherDutyScore: 25 },
        want: { total: 29.5 },
      },
      {
        why: '0 + (2 − 3×0.5) + 0 + 20',
        facts: { partyTopicMeetings: 0, contactPointVisits: 1, noLeadingGroup: 1, otherDutyScore: 20 },
        want: { total: 20.5 },
      },
    ],
  },
  {
    template: topicMeetings,
    rows: [
      { why: '10 − 3', facts: { partyTopicMeetings: 7 }, want: { total: 7 } },
      { why: 'more than ten earn no more', facts: { partyTopicMeetings: 12 }, want: { total: 10 } },
    ],
  },
]

describe.each(GOLDEN)('$template.id', golden => {
  test.each(reckon(golden))('$why', ({ got, want }) => expect(got).toMatchObject(want))
})
