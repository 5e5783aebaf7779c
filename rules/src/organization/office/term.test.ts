import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import type { OrganizationKind } from '../verdict.ts'
import { type TermInput, term } from './term.ts'

const compute = (change: Partial<TermInput> & { today: string }) =>
  term
    .at(change.today)
    .compute({ kind: 'branch', electedOn: '2023-07-01', recordedEnd: null, extension: null, ...change })

describe(term.id, () => {
  test.each<[OrganizationKind, string, string]>([
    ['organCommittee', '2028-07-01', '2028-01-01'],
    ['generalBranch', '2026-07-01', '2026-01-01'],
    ['branch', '2026-07-01', '2026-01-01'],
    ['jointBranch', '2026-07-01', '2026-01-01'],
  ])('%s elected on 2023-07-01 ends on %s, reminded from %s', (kind, endsOn, remindOn) => {
    expect(compute({ kind, today: '2025-01-01' })).toMatchObject({
      value: { endsOn, remindOn, state: 'running', verdicts: [] },
    })
  })
  test.each`
    today           | until           | approved | state         | verdicts
    ${'2025-12-31'} | ${null}         | ${false} | ${'running'}  | ${[]}
    ${'2026-01-01'} | ${null}         | ${false} | ${'due'}      | ${['advice']}
    ${'2026-06-30'} | ${null}         | ${false} | ${'due'}      | ${['advice']}
    ${'2026-07-01'} | ${null}         | ${false} | ${'overdue'}  | ${['obstacle']}
    ${'2026-07-01'} | ${'2027-07-01'} | ${true}  | ${'extended'} | ${[]}
    ${'2026-07-01'} | ${'2027-07-02'} | ${true}  | ${'extended'} | ${['advice']}
    ${'2026-07-01'} | ${'2027-07-01'} | ${false} | ${'overdue'}  | ${['obstacle', 'obstacle']}
    ${'2027-06-30'} | ${'2027-07-01'} | ${true}  | ${'extended'} | ${[]}
    ${'2027-07-01'} | ${'2027-07-01'} | ${true}  | ${'overdue'}  | ${['obstacle']}
  `(
    '$today, extension to $until (approved $approved): $state $verdicts',
    ({ today, until, approved, state, verdicts }) => {
      const outcome = compute({ today, extension: until && { until, approved } })
      if (outcome.kind === 'missing') throw new Error(outcome.needs.join())
      expect([outcome.value.state, outcome.value.verdicts.map(v => v.severity)]).toEqual([state, verdicts])
    },
  )
  test('bodies elected before the opinion keep the term recorded for them', () => {
    expect(compute({ electedOn: '2018-07-11', today: '2021-01-01' })).toEqual({
      kind: 'missing',
      needs: ['recorded-end'],
    })
    expect(compute({ electedOn: '2018-07-11', recordedEnd: '2020-07-11', today: '2020-07-10' })).toMatchObject({
      value: { endsOn: '2020-07-11', state: 'due' },
    })
    expect(compute({ electedOn: '2018-07-12', today: '2021-01-01' })).toMatchObject({ value: { endsOn: '2021-07-12' } })
  })
  test('every verdict cites its own clause', () => {
    const outcome = compute({ today: '2026-07-01', extension: { until: '2028-01-01', approved: false } })
    expect(outcome.kind === 'value' && outcome.value.verdicts.map(v => v.cite.article)).toEqual([
      '第二条',
      '第二条',
      '第一条',
    ])
    expect(() => term.at('2018-07-11')).toThrow(NotInForce)
  })
})
