import { describe, expect, test } from 'vitest'
import { presenceOf, resultOf } from './result.ts'

describe('the result of an election', () => {
  test.each`
    seats | base | votes                         | elected       | tied     | why
    ${2}  | ${9} | ${{ a: 5, b: 5, c: 4 }}       | ${['a', 'b']} | ${false} | ${'more than half of nine is five'}
    ${2}  | ${8} | ${{ a: 5, b: 4, c: 3 }}       | ${['a']}      | ${false} | ${'half itself is not enough'}
    ${2}  | ${9} | ${{ a: 9, b: 6, c: 6 }}       | ${['a']}      | ${true}  | ${'two share the last seat'}
    ${2}  | ${9} | ${{ a: 7, b: 7, c: 6 }}       | ${['a', 'b']} | ${false} | ${'equal, but both have a seat'}
    ${3}  | ${9} | ${{ a: 6, b: 6, c: 6, d: 6 }} | ${[]}         | ${true}  | ${'four share three seats'}
    ${3}  | ${9} | ${{ a: 9, b: 4 }}             | ${['a']}      | ${false} | ${'a seat stays open'}
  `('$seats seats, $base present, $votes: $why', ({ seats, base, votes, elected, tied }) => {
    const voted = Object.entries(votes as Record<string, number>).map(([personId, n]) => ({ personId, votes: n }))
    const result = resultOf(seats, base, '2026-07-01', voted)
    expect([[...result.elected], result.tied]).toEqual([elected, tied])
  })
  test.each`
    on              | voting | present | kept
    ${'2026-07-01'} | ${10}  | ${8}    | ${true}
    ${'2026-07-01'} | ${9}   | ${7}    | ${false}
    ${'2020-07-12'} | ${10}  | ${8}    | ${false}
  `('$present of $voting on $on: $kept', ({ on, voting, present, kept }) => {
    expect(presenceOf(on, voting, present).kept).toBe(kept)
  })
})
