import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { trainingHours } from './training-hours.ts'

describe(trainingHours.id, () => {
  test.each`
    as             | tenths | excused  | over     | state        | article
    ${'member'}    | ${320} | ${false} | ${true}  | ${'kept'}    | ${'第二十条'}
    ${'member'}    | ${319} | ${false} | ${true}  | ${'missed'}  | ${'第二十条'}
    ${'member'}    | ${319} | ${false} | ${false} | ${'running'} | ${'第二十条'}
    ${'secretary'} | ${559} | ${false} | ${true}  | ${'missed'}  | ${'培训学时'}
    ${'secretary'} | ${560} | ${false} | ${false} | ${'kept'}    | ${'培训学时'}
    ${'member'}    | ${0}   | ${true}  | ${true}  | ${'excused'} | ${'第二十三条'}
  `('$as with $tenths tenths, excused $excused: $state', ({ state, article, ...input }) => {
    const outcome = trainingHours.at('2026-12-31').compute(input)
    if (outcome.kind === 'missing') throw new Error(outcome.needs.join())
    expect([outcome.value.state, outcome.value.cite.article]).toEqual([state, article])
  })
  test('half hours are said as such', () => {
    const outcome = trainingHours.at('2026-12-31').compute({ tenths: 315, as: 'member', excused: false, over: true })
    expect(outcome).toMatchObject({ value: { reason: { zh: '已有31.5学时，应有32学时' } } })
  })
  test('no day before the regulations', () => {
    expect(() => trainingHours.at('2019-05-05')).toThrow(NotInForce)
  })
})
