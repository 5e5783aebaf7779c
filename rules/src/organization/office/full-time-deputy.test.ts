import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { fullTimeDeputy } from './full-time-deputy.ts'

describe(fullTimeDeputy.id, () => {
  test.each`
    members | units | has      | verdicts
    ${199}  | ${5}  | ${false} | ${[]}
    ${200}  | ${4}  | ${false} | ${[]}
    ${200}  | ${5}  | ${false} | ${['advice']}
    ${200}  | ${5}  | ${true}  | ${[]}
  `('$members members, $units units, deputy $has: $verdicts', ({ members, units, has, verdicts }) => {
    const outcome = fullTimeDeputy
      .at('2019-11-29')
      .compute({ members, subordinateUnits: units, hasFullTimeDeputy: has })
    expect(outcome.kind === 'value' && outcome.value.map(v => v.severity)).toEqual(verdicts)
  })
  test('in force from the revision, citing article 8', () => {
    expect(() => fullTimeDeputy.at('2019-11-28')).toThrow(NotInForce)
    expect(fullTimeDeputy.at('2019-11-29').cite.article).toBe('第八条')
  })
})
