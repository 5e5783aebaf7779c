import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { organCommitteeThreshold as rule } from './organ-committee-threshold.ts'

describe(rule.id, () => {
  test.each`
    members | regular | has                 | approval | expected            | verdicts
    ${100}  | ${90}   | ${'organCommittee'} | ${null}  | ${'organCommittee'} | ${[]}
    ${100}  | ${90}   | ${'generalBranch'}  | ${null}  | ${'organCommittee'} | ${['obstacle']}
    ${99}   | ${99}   | ${'generalBranch'}  | ${null}  | ${'generalBranch'}  | ${[]}
    ${99}   | ${99}   | ${'organCommittee'} | ${true}  | ${'generalBranch'}  | ${[]}
    ${99}   | ${99}   | ${'organCommittee'} | ${false} | ${'generalBranch'}  | ${['obstacle']}
    ${50}   | ${40}   | ${'generalBranch'}  | ${null}  | ${'generalBranch'}  | ${[]}
    ${50}   | ${40}   | ${'branch'}         | ${null}  | ${'generalBranch'}  | ${['obstacle']}
    ${49}   | ${40}   | ${'branch'}         | ${null}  | ${'branch'}         | ${[]}
    ${3}    | ${3}    | ${'branch'}         | ${null}  | ${'branch'}         | ${[]}
    ${5}    | ${2}    | ${'jointBranch'}    | ${null}  | ${'jointBranch'}    | ${[]}
    ${5}    | ${3}    | ${'jointBranch'}    | ${null}  | ${'branch'}         | ${['obstacle']}
    ${5}    | ${3}    | ${null}             | ${null}  | ${'branch'}         | ${['obstacle']}
  `('$members members ($regular regular) with $has: $expected $verdicts', row => {
    for (const day of ['2010-06-04', '2019-11-28', '2019-11-29']) {
      const outcome = rule.at(day).compute({
        members: row.members,
        regularMembers: row.regular,
        has: row.has,
        superiorApproval: row.approval,
      })
      if (outcome.kind === 'missing') throw new Error(outcome.needs.join())
      expect([outcome.value.expected, outcome.value.verdicts.map(v => v.severity)]).toEqual([
        row.expected,
        row.verdicts,
      ])
    }
  })
  test('a higher form without a word on approval asks for it', () => {
    const input = { members: 80, regularMembers: 80, has: 'organCommittee', superiorApproval: null } as const
    expect(rule.at('2026-01-01').compute(input)).toEqual({ kind: 'missing', needs: ['superior-approval'] })
  })
  test.each`
    day             | article
    ${'2010-06-04'} | ${'第六条'}
    ${'2019-11-28'} | ${'第六条'}
    ${'2019-11-29'} | ${'第五条至第七条'}
  `('on $day it cites $article', ({ day, article }) => {
    expect(rule.at(day).cite.article).toBe(article)
  })
  test('nothing before 2010', () => {
    expect(() => rule.at('2010-06-03')).toThrow(NotInForce)
  })
})
