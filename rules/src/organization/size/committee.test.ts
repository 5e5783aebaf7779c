import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { branchCommittee } from './committee.ts'

describe(branchCommittee.id, () => {
  test.each`
    regular | seats | secretaries | deputies | verdicts        | why
    ${6}    | ${0}  | ${1}        | ${0}     | ${[]}           | ${'six: a secretary'}
    ${6}    | ${0}  | ${1}        | ${1}     | ${[]}           | ${'six: a deputy if needed'}
    ${6}    | ${3}  | ${1}        | ${0}     | ${['obstacle']} | ${'six: no committee'}
    ${7}    | ${0}  | ${1}        | ${0}     | ${['obstacle']} | ${'seven: a committee is due'}
    ${7}    | ${2}  | ${1}        | ${0}     | ${['obstacle']} | ${'two are no committee'}
    ${7}    | ${3}  | ${1}        | ${0}     | ${[]}           | ${'three'}
    ${30}   | ${5}  | ${1}        | ${1}     | ${[]}           | ${'five'}
    ${30}   | ${6}  | ${1}        | ${1}     | ${['advice']}   | ${'six seats want a reason'}
    ${49}   | ${8}  | ${1}        | ${1}     | ${['advice']}   | ${'eight: 一般, so a reason is still enough'}
    ${30}   | ${5}  | ${0}        | ${0}     | ${['obstacle']} | ${'no secretary'}
    ${30}   | ${5}  | ${2}        | ${0}     | ${['obstacle']} | ${'two secretaries'}
    ${30}   | ${5}  | ${1}        | ${2}     | ${['obstacle']} | ${'two deputies'}
  `('$why: $verdicts', ({ regular, seats, secretaries, deputies, verdicts }) => {
    const outcome = branchCommittee.at('2026-01-01').compute({
      regularMembers: regular,
      committeeMembers: seats,
      secretaries,
      deputySecretaries: deputies,
    })
    expect(outcome.kind === 'value' && outcome.value.map(v => v.severity)).toEqual(verdicts)
  })
  test('in force from the day of issue, citing chapter six', () => {
    expect(() => branchCommittee.at('2018-10-27')).toThrow(NotInForce)
    expect(branchCommittee.at('2018-10-28').cite).toMatchObject({ article: '第六章', confidence: 'V' })
  })
})
