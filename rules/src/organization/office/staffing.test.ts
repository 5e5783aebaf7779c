import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { staffing } from './staffing.ts'

describe(staffing.id, () => {
  test.each`
    staff  | fullTime | designated | verdicts        | why
    ${99}  | ${0}     | ${true}    | ${[]}           | ${'small: a designated person is enough'}
    ${99}  | ${0}     | ${false}   | ${['obstacle']} | ${'small, and nobody named'}
    ${30}  | ${1}     | ${true}    | ${[]}           | ${'one person is never too many'}
    ${100} | ${0}     | ${true}    | ${['advice']}   | ${'from one hundred one full-time person is due'}
    ${100} | ${1}     | ${true}    | ${[]}           | ${'exactly 1%'}
    ${100} | ${2}     | ${true}    | ${[]}           | ${'exactly 2%'}
    ${100} | ${3}     | ${true}    | ${['advice']}   | ${'more than 2%'}
    ${201} | ${2}     | ${true}    | ${['advice']}   | ${'2 of 201 is below 1%'}
    ${200} | ${2}     | ${true}    | ${[]}           | ${'2 of 200 is 1%'}
    ${0}   | ${0}     | ${false}   | ${[]}           | ${'nobody there'}
  `('$fullTime of $staff: $verdicts, $why', ({ staff, fullTime, designated, verdicts }) => {
    const outcome = staffing
      .at('2026-01-01')
      .compute({ organStaff: staff, fullTimePartyStaff: fullTime, designatedPerson: designated })
    // 2 of 201 is 0.995%, so the row above is below the bound although it rounds to 1%
    expect(outcome.kind === 'value' && outcome.value.map(v => v.severity)).toEqual(verdicts)
  })
  test('in force from the revision, citing article 30', () => {
    expect(() => staffing.at('2019-11-28')).toThrow(NotInForce)
    expect(staffing.at('2019-11-29').cite).toMatchObject({ article: '第三十条', confidence: 'V' })
  })
})
