import { describe, expect, test } from 'vitest'
import { sayUnitLight, unitLight } from './unit-light.ts'

const strict = { lagRed: 5, lagYellow: 3, attentionYellow: 50 }

describe(unitLight.id, () => {
  test.each`
    on              | red   | yellow | green | bounds    | expected
    ${'2020-01-01'} | ${0}  | ${0}   | ${0}  | ${null}   | ${'grey'}
    ${'2026-07-08'} | ${0}  | ${0}   | ${9}  | ${null}   | ${'green'}
    ${'2026-07-08'} | ${10} | ${0}   | ${90} | ${null}   | ${'red'}
    ${'2026-07-08'} | ${9}  | ${0}   | ${91} | ${null}   | ${'yellow'}
    ${'2026-07-08'} | ${7}  | ${12}  | ${81} | ${null}   | ${'green'}
    ${'2026-07-08'} | ${4}  | ${16}  | ${80} | ${null}   | ${'yellow'}
    ${'2026-07-08'} | ${8}  | ${0}   | ${92} | ${null}   | ${'yellow'}
    ${'2026-07-08'} | ${5}  | ${0}   | ${95} | ${strict} | ${'red'}
    ${'2026-07-08'} | ${2}  | ${47}  | ${51} | ${strict} | ${'green'}
  `('$red red and $yellow yellow with $green green on $on are $expected', ({ on, expected, ...input }) => {
    const inForce = unitLight.at(on)
    expect(inForce.compute(input)).toEqual({ kind: 'value', value: expected })
    expect(inForce.cite.confidence).toBe('local')
  })

  test('the bounds are told as they stand', () => {
    expect(sayUnitLight(strict).zh).toContain('占5%以上为红')
  })
})
