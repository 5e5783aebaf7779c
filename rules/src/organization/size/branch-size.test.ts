import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { branchSize } from './branch-size.ts'

describe(branchSize.id, () => {
  test.each`
    has              | members | units                 | verdicts        | why
    ${null}          | ${2}    | ${[2]}                | ${['obstacle']} | ${'two regular members join a joint branch'}
    ${null}          | ${3}    | ${[3]}                | ${['obstacle']} | ${'three must found a branch'}
    ${null}          | ${0}    | ${[0]}                | ${[]}           | ${'no member, nothing to found'}
    ${'branch'}      | ${9}    | ${[2]}                | ${['obstacle']} | ${'probationary members do not count'}
    ${'branch'}      | ${3}    | ${[3]}                | ${[]}           | ${'exactly three'}
    ${'branch'}      | ${50}   | ${[48]}               | ${[]}           | ${'exactly fifty'}
    ${'branch'}      | ${51}   | ${[48]}               | ${['advice']}   | ${'fifty-one'}
    ${'jointBranch'} | ${10}   | ${[2, 2, 2, 2, 2]}    | ${[]}           | ${'five units'}
    ${'jointBranch'} | ${12}   | ${[2, 2, 2, 2, 2, 2]} | ${['advice']}   | ${'six units'}
    ${'jointBranch'} | ${5}    | ${[2, 3]}             | ${['obstacle']} | ${'one unit could have its own'}
    ${'jointBranch'} | ${2}    | ${[1, 1]}             | ${['obstacle']} | ${'together still fewer than three'}
  `('$why: $verdicts', ({ has, members, units, verdicts }) => {
    const outcome = branchSize.at('2026-01-01').compute({ has, members, regularMembersByUnit: units })
    expect(outcome.kind === 'value' && outcome.value.map(v => v.severity)).toEqual(verdicts)
  })
  test('the words say which way to go', () => {
    const say = (n: number) => {
      const outcome = branchSize.at('2026-01-01').compute({ has: null, members: n, regularMembersByUnit: [n] })
      return outcome.kind === 'value' ? outcome.value[0]?.zh : null
    }
    expect(say(2)).toMatch('联合党支部')
    expect(say(3)).toMatch('应当成立党支部')
  })
  test('in force from the day of issue, citing chapter two', () => {
    expect(() => branchSize.at('2018-10-27')).toThrow(NotInForce)
    expect(branchSize.at('2018-10-28').cite).toMatchObject({ article: '第二章', confidence: 'V' })
  })
})
