import { describe, expect, test } from 'vitest'
import { surplus } from './surplus.ts'

describe(surplus.id, () => {
  test.each([
    [1, 2],
    [3, 4],
    [5, 6],
    [6, 8],
    [7, 9],
    [10, 12],
  ])('%i seats want %i candidates', (seats, candidates) => {
    expect(surplus.at('2026-11-28').compute({ seats })).toEqual({ kind: 'value', value: candidates })
  })
})
