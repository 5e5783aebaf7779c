import { describe, expect, it } from 'vitest'
import { pileFaults, turnOf } from './two-tellers.ts'

describe('two tellers of one pile', () => {
  it.each`
    teller      | entry          | turn
    ${'first'}  | ${null}        | ${'mine'}
    ${'second'} | ${null}        | ${'waiting'}
    ${'first'}  | ${'entered'}   | ${'theirs'}
    ${'second'} | ${'entered'}   | ${'mine'}
    ${'first'}  | ${'confirmed'} | ${'done'}
    ${'second'} | ${'confirmed'} | ${'done'}
  `('$teller with $entry: $turn', ({ teller, entry, turn }) => {
    expect(turnOf(teller, entry)).toBe(turn)
  })

  it('names every pile that is larger than the one it comes from', () => {
    expect(pileFaults({ handedOut: 9, returned: 9, invalid: 9 }, 9)).toEqual([])
    expect(pileFaults({ handedOut: 10, returned: 11, invalid: 12 }, 9).map(each => each.pointer)).toEqual([
      '/handedOut',
      '/returned',
      '/invalid',
    ])
  })
})
