import { describe, expect, test } from 'vitest'
import { numbersFromNumbers } from '../columns/numbers.ts'
import { fromNumber, toDecimal } from '../rational.ts'
import { bonus } from './bonus.ts'
import { choice } from './choice.ts'
import { deduct } from './deduct.ts'
import { given } from './given.ts'
import { linear } from './linear.ts'
import { place, placesOf } from './place.ts'
import { ratio } from './ratio.ts'
import { steps } from './steps.ts'

const points = (value: ReturnType<typeof fromNumber> | null) => (value === null ? null : toDecimal(value))

describe('linear', () => {
  test.each`
    from   | to   | value    | expected | why
    ${0}   | ${1} | ${0.95}  | ${'19'}  | ${'inside'}
    ${0}   | ${1} | ${-0.1}  | ${'0'}   | ${'below from'}
    ${0}   | ${1} | ${1}     | ${'20'}  | ${'at to'}
    ${0}   | ${1} | ${1.01}  | ${'20'}  | ${'above to'}
    ${0.6} | ${1} | ${0.6}   | ${'0'}   | ${'at from'}
    ${30}  | ${5} | ${10}    | ${'16'}  | ${'from above to: lower is better'}
    ${30}  | ${5} | ${31}    | ${'0'}   | ${'worse than from'}
    ${30}  | ${5} | ${4}     | ${'20'}  | ${'better than to'}
    ${0}   | ${1} | ${0.005} | ${'0.1'} | ${'exact decimals'}
  `('$value of $from…$to gives $expected: $why', ({ from, to, value, expected }) => {
    expect(points(linear({ kind: 'linear', from, to, points: 20 }, fromNumber(value)))).toBe(expected)
  })
})

describe('steps', () => {
  const bounds = [
    { atLeast: 56, points: 10 },
    { atLeast: 32, points: 6 },
  ]
  test.each`
    value    | expected
    ${31.99} | ${'0'}
    ${32}    | ${'6'}
    ${55.99} | ${'6'}
    ${56}    | ${'10'}
    ${500}   | ${'10'}
  `('$value gives $expected', ({ value, expected }) => {
    expect(points(steps({ kind: 'steps', steps: bounds }, fromNumber(value)))).toBe(expected)
  })
})

describe('deduct', () => {
  test.each`
    value | floor        | expected | why
    ${0}  | ${undefined} | ${'10'}  | ${'nothing counted'}
    ${3}  | ${undefined} | ${'1'}   | ${'three of 3 points'}
    ${4}  | ${undefined} | ${'0'}   | ${'floor 0 unless given'}
    ${4}  | ${-5}        | ${'-2'}  | ${'floor given below 0'}
    ${9}  | ${-5}        | ${'-5'}  | ${'at the floor'}
    ${2}  | ${5}         | ${'5'}   | ${'floor given above 0'}
  `('$value with floor $floor gives $expected: $why', ({ value, floor, expected }) => {
    expect(points(deduct({ kind: 'deduct', base: 10, each: 3, floor }, fromNumber(value)))).toBe(expected)
  })
})

describe('bonus', () => {
  test.each`
    value  | cap          | expected
    ${0}   | ${5}         | ${'0'}
    ${4}   | ${5}         | ${'4'}
    ${5.1} | ${5}         | ${'5'}
    ${50}  | ${undefined} | ${'50'}
  `('$value with cap $cap gives $expected', ({ value, cap, expected }) => {
    expect(points(bonus({ kind: 'bonus', each: 1, cap }, fromNumber(value)))).toBe(expected)
  })
})

describe('ratio', () => {
  test.each`
    of    | per   | expected | why
    ${11} | ${12} | ${'11'}  | ${'a share'}
    ${13} | ${12} | ${'12'}  | ${'never above the points'}
    ${0}  | ${12} | ${'0'}   | ${'nothing done'}
    ${-1} | ${12} | ${'0'}   | ${'never below 0'}
    ${0}  | ${0}  | ${null}  | ${'nothing to do is missing'}
  `('$of of $per gives $expected: $why', ({ of, per, expected }) => {
    expect(points(ratio({ kind: 'ratio', of: 'done', per: 'due', points: 12 }, fromNumber(of), fromNumber(per)))).toBe(
      expected,
    )
  })
})

describe('place', () => {
  const all = [9, 7, null, 7, 5]
  const everyone = { codes: new Int32Array(all.length), names: ['all'] }
  test.each`
    value | order     | rank | expected
    ${9}  | ${'high'} | ${1} | ${'10'}
    ${7}  | ${'high'} | ${2} | ${'7'}
    ${5}  | ${'high'} | ${4} | ${'2'}
    ${5}  | ${'low'}  | ${1} | ${'10'}
    ${7}  | ${'low'}  | ${2} | ${'7'}
    ${9}  | ${'low'}  | ${4} | ${'2'}
  `('$value, $order first, is place $rank and gives $expected', ({ value, order, rank, expected }) => {
    const places = placesOf(numbersFromNumbers(all), everyone, order)
    expect([places.ranks[all.indexOf(value)], places.ranks[2], places.sizes[0]]).toEqual([rank, 0, 4])
    expect(points(place({ kind: 'place', points: 10, each: 3, floor: 2 }, rank))).toBe(expected)
  })
})

describe('choice', () => {
  test.each`
    label         | expected
    ${'good'}     | ${'15'}
    ${'poor'}     | ${'0'}
    ${'toString'} | ${null}
  `('$label gives $expected', ({ label, expected }) => {
    expect(points(choice({ kind: 'choice', points: { good: 15, poor: 0 } }, label))).toBe(expected)
  })
})

describe('given', () => {
  test.each`
    value    | expected
    ${-0.01} | ${'0'}
    ${88.5}  | ${'88.5'}
    ${100.1} | ${'100'}
  `('$value gives $expected', ({ value, expected }) => {
    expect(points(given({ kind: 'given', points: 100 }, fromNumber(value)))).toBe(expected)
  })
})
