import { describe, expect, test } from 'vitest'
import { InvalidInput } from '../input.ts'
import { compile } from '../plan/compile.ts'
import { LIGHTS, run } from '../plan/run.ts'
import { oneScore } from '../samples/one-score.ts'
import { buildColumns, type ColumnInput } from './columns.ts'

const scheme = oneScore({
  rank: [{ scope: 'unit' }],
  grades: [
    { grade: 'A', atLeast: 90 },
    { grade: 'B', atLeast: 0 },
  ],
  lights: { green: 85, yellow: 70 },
  rollUp: [{ scope: 'unit', by: 'mean' }],
})
const input: ColumnInput = {
  subjects: ['a', 'b', 'c'],
  scopes: { unit: ['u', 'u', 'v'] },
  facts: { score: Float64Array.of(90, 80, Number.NaN) },
}

describe('columns', () => {
  test('one set of columns serves every changed scheme', () => {
    const columns = buildColumns(input)
    const found = run(compile(scheme), columns)
    expect([...found.units]).toEqual([9000, 8000, Number.NaN])
    expect([...found.blocked]).toEqual([0, 0, 1])
    expect([...found.ranks.get('unit')!.ranks]).toEqual([1, 2, 0])
    expect([...found.grades.rung]).toEqual([0, 1, -1])
    expect(Array.from(found.light, code => LIGHTS[code])).toEqual(['green', 'yellow', 'none'])
    expect(found.rollUp.get('unit')).toEqual({ units: ['u'], totals: Float64Array.of(8500) })
    const stricter = { ...scheme, grades: [{ grade: 'A', atLeast: 95 }] }
    expect([...run(compile(stricter), columns).grades.rung]).toEqual([-1, -1, -1])
  })
  test.each([
    ['texts', ['90', '80', null]],
    ['numbers', [90, 80, null]],
  ])('%s and typed arrays alike', (_kind, score) => {
    expect([...run(compile(scheme), buildColumns({ ...input, facts: { score } })).units]).toEqual([
      9000,
      8000,
      Number.NaN,
    ])
  })
  test('survive being sent to a worker', () => {
    const columns = structuredClone(buildColumns({ ...input, facts: { score: ['90', '80', '70'] } }))
    expect([...run(compile(scheme), columns).units]).toEqual([9000, 8000, 7000])
  })
  test('a column of another length is a mistake of the caller', () => {
    expect(() => buildColumns({ ...input, facts: { score: [1] } })).toThrow(RangeError)
  })
  test('no subject, no result', () => {
    const found = run(compile(scheme), buildColumns({ subjects: [], scopes: { unit: [] }, facts: { score: [] } }))
    expect([found.units.length, found.rollUp.get('unit')?.units]).toEqual([0, []])
  })
  test.each<[string, Partial<ColumnInput>, string[]]>([
    ['NaN among numbers', { facts: { score: [Number.NaN, 1, 2] } }, ['facts.0.score']],
    ['1e309', { facts: { score: ['1e309', 'Infinity', '1'] } }, ['facts.0.score', 'facts.1.score']],
    ['duplicate and empty subject', { subjects: ['a', 'a', ''] }, ['facts.1.subject', 'facts.2.subject']],
    ['a scope that is not there', { scopes: {} }, ['facts.0.unit', 'facts.1.unit', 'facts.2.unit']],
    [
      'ratings nobody asked for',
      { ratings: { subject: ['z'], source: ['peer'], value: ['1'] } },
      ['ratings.0.subject', 'ratings.0.source'],
    ],
    [
      'a total beyond what is exact',
      { facts: { score: [1, 2, 3], more: ['9'.repeat(30), '0', '0'] } },
      ['facts.0.subject'],
    ],
  ])('%s', (_name, change, expected) => {
    const wide = oneScore({ rollUp: scheme.rollUp, adjustments: [{ id: 'more', fact: 'more', each: 1 }] })
    try {
      run(compile(wide), buildColumns({ ...input, ...change }))
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      expect(error.errors.map(each => `${each.table}.${each.row}.${each.column}`)).toEqual(expected)
    }
  })
})
