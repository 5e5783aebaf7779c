import { expect, it } from 'vitest'
import { joinInputs, ofOnePeriod } from './whole-year.ts'

const round = (subject: string, name: string, facts: Record<string, string | null>, branch: string) => ({
  input: {
    facts: [{ subject, scopes: { branch }, facts }],
    ratings: [{ subject, source: 'peer', value: 'good', count: 12 }],
    rulings: subject === 'b' ? [{ subject, veto: 'weak', decision: '会议纪要' }] : [],
  },
  subjects: [{ id: subject, name, home: `第${branch}支部` }],
})

it('R0.8 joins filed rounds into columns of equal length; a fact that one round does not have is missing there', () => {
  const joined = joinInputs([
    round('a', '甲', { pledgeCompletion: '0.9' }, '1'),
    round('b', '乙', { pledgeCompletion: '0.8', honours: '1' }, '2'),
    round('c', '丙', { honours: null }, '2'),
  ])
  expect(joined.subjects).toEqual([
    { id: 'a', name: '甲', home: 0 },
    { id: 'b', name: '乙', home: 1 },
    { id: 'c', name: '丙', home: 1 },
  ])
  expect(joined.homes).toEqual(['第1支部', '第2支部'])
  expect(joined.facts).toEqual({ pledgeCompletion: ['0.9', '0.8', null], honours: [null, '1', null] })
  expect(joined.scopes).toEqual({ branch: { names: ['1', '2'], codes: [0, 1, 1] } })
  expect(joined.ratings).toEqual({
    subject: [0, 1, 2],
    source: { names: ['peer'], codes: [0, 0, 0] },
    value: { names: ['good'], codes: [0, 0, 0] },
    count: [12, 12, 12],
  })
  expect(joined.rulings).toEqual([{ subject: 1, veto: 'weak', decision: '会议纪要' }])
})

it('tries units on the latest period, and on the line of schemes that is asked for or that most of them were scored by', () => {
  const assessed = (period: string, scheme: string, ...names: string[]) => ({
    ...{ period, scheme: { scheme }, schemeSha256: scheme, input: { facts: [], ratings: [], rulings: [] } },
    subjects: names.map(name => ({ id: name, name, home: '-' })),
  })
  const [old, few, half, other] = [
    assessed('2025', 'stars', 'a', 'b', 'c', 'd'),
    assessed('2026-H1', 'points', 'a', 'b'),
    assessed('2026-H1', 'stars', 'a', 'b'),
    assessed('2026-H1', 'stars', 'c'),
  ]
  const lines = [
    { id: 'stars', title: 'stars', units: 3 },
    { id: 'points', title: 'points', units: 2 },
  ]
  expect(ofOnePeriod([old, few, half, other])).toEqual({ period: '2026-H1', lines, filed: [half, other] })
  expect(ofOnePeriod([old, few, half, other], 'points')).toEqual({ period: '2026-H1', lines, filed: [few] })
})
