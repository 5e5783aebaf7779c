import { describe, expect, test } from 'vitest'
import { type DueMember, votingBase } from './voting-base.ts'

const member = (memberId: string, change: Partial<DueMember> = {}): DueMember => ({
  ...{ memberId, regular: true, suspended: false, excused: false },
  ...change,
})

describe(votingBase.id, () => {
  test.each<[string, DueMember[], string[], string[], string[]]>([
    ['regular members', [member('a'), member('b')], ['a', 'b'], ['a', 'b'], []],
    ['a probationary member', [member('a'), member('b', { regular: false })], ['a', 'b'], ['a'], ['b: probationary']],
    ['suspended rights', [member('a', { suspended: true }), member('b')], ['a', 'b'], ['b'], ['a: suspended']],
    ['excused for health', [member('a', { excused: true }), member('b')], ['b'], ['b'], ['a: excused']],
    ['nobody', [], [], [], []],
  ])('%s', (_, members, due, voting, leftOut) => {
    const outcome = votingBase.at('2026-11-28').compute(members)
    if (outcome.kind === 'missing') throw new Error(outcome.needs.join())
    expect(outcome.value.due).toEqual(due)
    expect(outcome.value.voting).toEqual(voting)
    expect(outcome.value.leftOut.map(one => `${one.memberId}: ${one.because}`)).toEqual(leftOut)
  })
})
