import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { type PledgeLightInput, pledgeLight } from './light.ts'

const year: PledgeLightInput = {
  progress: 0,
  target: null,
  unit: '',
  startOn: '2026-01-01',
  dueOn: '2026-12-31',
  today: '2026-07-08',
  done: false,
  rectification: 'none',
}
const light = (change: Partial<PledgeLightInput>) => {
  const input = { ...year, ...change }
  const outcome = pledgeLight.at(input.today).compute(input)
  if (outcome.kind === 'missing') throw new Error(outcome.needs.join())
  return outcome.value
}

describe(pledgeLight.id, () => {
  // counted items: 188 of 365 days gone, so 12 of 24, 1 of 2 and none of 1 are due
  test.each`
    target  | done  | expected    | step
    ${'24'} | ${12} | ${'green'}  | ${null}
    ${'24'} | ${11} | ${'yellow'} | ${1}
    ${'24'} | ${6}  | ${'yellow'} | ${6}
    ${'24'} | ${5}  | ${'red'}    | ${7}
    ${'2'}  | ${1}  | ${'green'}  | ${null}
    ${'2'}  | ${0}  | ${'yellow'} | ${1}
    ${'1'}  | ${0}  | ${'green'}  | ${null}
    ${'32'} | ${19} | ${'green'}  | ${null}
    ${'4'}  | ${0}  | ${'red'}    | ${2}
    ${'4'}  | ${4}  | ${'green'}  | ${null}
  `('$done of $target at mid-year is $expected', ({ target, done, expected, step }) => {
    const result = light({ target, unit: '座', progress: done / Number(target) })
    expect([result.light, result.step?.amount ?? null]).toEqual([expected, step])
  })

  test('the member home sentence', () => {
    expect(light({ target: '24', unit: '座', progress: 11 / 24 }).reason.zh).toBe('时间过半，进度46%，补上1座即转绿')
  })

  // percentages: 51.5% gone, 46.5% due after the tolerance, red when another 25 behind
  test.each`
    progress | expected
    ${0.47}  | ${'green'}
    ${0.46}  | ${'yellow'}
    ${0.22}  | ${'yellow'}
    ${0.21}  | ${'red'}
    ${1}     | ${'green'}
    ${1.2}   | ${'green'}
  `('a percentage of $progress at mid-year is $expected', ({ progress, expected }) => {
    expect(light({ progress }).light).toBe(expected)
  })

  test.each`
    today           | progress | expected    | says
    ${'2025-12-31'} | ${null}  | ${'grey'}   | ${'未到期，2026年1月1日开始'}
    ${'2026-01-01'} | ${0}     | ${'green'}  | ${'时间0%，进度0%'}
    ${'2026-12-17'} | ${0.96}  | ${'green'}  | ${'时间95%，进度96%'}
    ${'2026-12-18'} | ${0.96}  | ${'yellow'} | ${'还剩13天，进度96%，补上4%即转绿'}
    ${'2026-12-31'} | ${0.999} | ${'yellow'} | ${'今天到期，进度99%，补上1%即转绿'}
    ${'2027-01-01'} | ${0.999} | ${'red'}    | ${'已过期1天，还能补办；补上1%即转绿，迟办记录保留'}
    ${'2027-01-01'} | ${1}     | ${'green'}  | ${'进度100%'}
  `('on $today with $progress: $expected', ({ today, progress, expected, says }) => {
    const result = light({ today, progress })
    expect([result.light, result.reason.zh]).toEqual([expected, says])
  })

  test.each`
    rectification | done     | today           | expected
    ${'none'}     | ${false} | ${'2027-02-01'} | ${'red'}
    ${'underway'} | ${false} | ${'2027-02-01'} | ${'yellow'}
    ${'done'}     | ${false} | ${'2027-02-01'} | ${'green'}
    ${'excused'}  | ${false} | ${'2027-02-01'} | ${'grey'}
    ${'none'}     | ${true}  | ${'2027-02-01'} | ${'green'}
  `('rectification $rectification, done $done is $expected', ({ rectification, done, today, expected }) => {
    expect(light({ rectification, done, today, progress: 0.2 }).light).toBe(expected)
  })

  test('missing facts are named', () => {
    const compute = pledgeLight.at('2026-07-08').compute
    expect(compute({ ...year, dueOn: null })).toEqual({ kind: 'missing', needs: ['due-on'] })
    expect(compute({ ...year, progress: null })).toEqual({ kind: 'missing', needs: ['progress'] })
  })

  test('taking the step named does turn it green', () => {
    for (let target = 1; target <= 60; target++) {
      for (let done = 0; done < target; done++) {
        for (const today of ['2026-03-31', '2026-07-08', '2026-11-30', '2026-12-25', '2027-01-05']) {
          const before = light({ today, target: `${target}`, unit: '件', progress: done / target })
          if (before.step === null) continue
          const after = light({
            today,
            target: `${target}`,
            unit: '件',
            progress: (done + before.step.amount) / target,
          })
          const less = light({
            today,
            target: `${target}`,
            unit: '件',
            progress: (done + before.step.amount - 1) / target,
          })
          expect([target, done, today, after.light, less.light === 'green']).toEqual([
            target,
            done,
            today,
            'green',
            false,
          ])
        }
      }
    }
  })

  test('no day before the first version', () => {
    expect(() => pledgeLight.at('2019-12-31')).toThrow(NotInForce)
  })
})
