import { describe, expect, it, test } from 'vitest'
import { completionOfItems, goalOf, isComplete, lightOf, progressOf } from './progress-of.ts'

const item = (title: string, target: string | null, unit: string, achieved: string | null, state = 'underWay') => ({
  title,
  target,
  unit,
  achieved,
  state,
  due_on: '2026-11-30',
  weight: 50,
})

test.each`
  title                                | target   | unit      | goal
  ${'水库安全鉴定资料归档24座'}        | ${'24'}  | ${'座'}   | ${'count'}
  ${'涉水审批平均压到5天'}             | ${'5'}   | ${'天'}   | ${'bound'}
  ${'涉水审批平均办理时间压到5天以内'} | ${'5'}   | ${'天'}   | ${'bound'}
  ${'平均办理时限≤5天'}                | ${'5.0'} | ${'天'}   | ${'bound'}
  ${'全年会议不超过40场'}              | ${'40'}  | ${'场'}   | ${'bound'}
  ${'集中学习不少于32学时'}            | ${'32'}  | ${'学时'} | ${'count'}
  ${'接访投诉少于3件'}                 | ${'3'}   | ${'件'}   | ${'bound'}
  ${'两个月内走访12户'}                | ${'12'}  | ${'户'}   | ${'count'}
  ${'全年零事故'}                      | ${'0'}   | ${'起'}   | ${'bound'}
  ${'修订预案并印发'}                  | ${null}  | ${''}     | ${'percent'}
  ${'压减15项材料，完成12次走访'}      | ${'12'}  | ${'次'}   | ${'count'}
`('R0.6 “$title” with $target is a $goal', ({ title, target, unit, goal }) =>
  expect(goalOf({ title, target, unit })).toBe(goal),
)

describe('progress and completion', () => {
  it('R0.6 measures a bound by how far it is exceeded, and never completes it by itself', () => {
    const bound = item('审批压到5天', '5', '天', '6.25')
    expect(progressOf(bound)).toBe(0.8)
    expect([
      isComplete({ ...bound, achieved: '4' }),
      isComplete(item('归档24座', '24', '座', '24')),
      isComplete(item('印发', null, '', '100')),
    ]).toEqual([false, true, true])
  })

  it('R0.8 completion is exact: done counts 1, bounds by done alone, excused items leave, silence is 0', () => {
    const items = [
      { ...item('归档24座', '24', '座', '11'), weight: 30 },
      { ...item('审批压到5天', '5', '天', '4'), weight: 20 },
      { ...item('微党课1次', '1', '次', '1', 'done'), weight: 10 },
      { ...item('走访12户', '12', '户', null), weight: 20 },
      { ...item('演练2次', '2', '次', null, 'excused'), weight: 20 },
    ]
    // (30 × 11/24 + 10) ÷ 80
    expect(completionOfItems(items)).toBe('0.296875')
    expect(completionOfItems([{ ...item('走访3户', '3', '户', '1'), weight: 100 }])).toBe('0.333333')
    expect(completionOfItems([{ ...item('走访3户', '3', '户', '9'), weight: 100 }])).toBe('1')
    expect(completionOfItems(items.slice(4))).toBeNull()
  })

  it('R0.6 says nothing of an item nobody reported on, until the mid-year check is over or it is overdue', () => {
    const silent = item('归档24座', '24', '座', null, 'notStarted')
    const at = (today: string, silenceCounts: boolean) =>
      lightOf(silent, { startOn: '2026-03-20', today, silenceCounts }).light
    expect([at('2026-07-08', false), at('2026-07-20', true), at('2026-12-05', false)]).toEqual(['none', 'red', 'red'])
  })

  it('R0.6 shows the light and the smallest step of the picture: 11 of 24 halfway', () => {
    const lag = lightOf(item('归档24座', '24', '座', '11'), {
      startOn: '2026-03-01',
      today: '2026-07-20',
      silenceCounts: true,
    })
    expect(lag).toMatchObject({ light: 'yellow', step: { amount: 1, unit: '座' } })
  })
})
