import { describe, expect, test } from 'vitest'
import { weekday } from '../day.ts'
import { cite } from '../rule.ts'
import { defineCadence } from './cadence.ts'
import { LIFE_RULES } from './cadences.ts'
import { LIFE_KINDS } from './kinds.ts'
import { type ProposalInput, proposeYear } from './propose.ts'

const isWorkingDay = (day: string) => weekday(day) >= 1 && weekday(day) <= 5
const BRANCH = LIFE_RULES.filter(each => each.asks.includes('branch')).map(each => each.rule)
const propose = (change: Partial<ProposalInput> = {}) =>
  proposeYear({
    ...{ rules: BRANCH, year: 2027, earliest: '2027-01-01', exists: { from: '2020-01-01', until: null } },
    ...{ standing: [], isWorkingDay, ...change },
  })
const days = (kind: string, change?: Partial<ProposalInput>) =>
  propose(change)
    .filter(each => each.kind === kind)
    .map(each => each.day)

describe('the year as the rules propose it', () => {
  test('every period of every rule has its day, a working one, no two on one day', () => {
    const all = propose()
    expect(all).toHaveLength(12 + 4 + 4 + 1 + 1 + 1)
    expect(new Set(all.map(each => each.day)).size).toBe(all.length)
    expect(all.filter(each => !isWorkingDay(each.day))).toEqual([])
    expect(all.map(each => each.day)).toEqual(all.map(each => each.day).toSorted())
    expect(days('organizationLifeMeeting')).toEqual(['2027-12-08'])
    expect(days('branchAssembly')).toEqual(['2027-02-10', '2027-05-10', '2027-08-10', '2027-11-10'])
  })
  test('what stands counts and keeps its day free; what is past is not proposed', () => {
    const standing = [
      { kind: 'branchAssembly', on: '2027-02-26' },
      { kind: 'exhibition', on: '2027-05-10' },
    ]
    expect(days('branchAssembly', { standing })).toEqual(['2027-05-11', '2027-08-10', '2027-11-10'])
    expect(days('themeDay', { earliest: '2027-11-20' })).toEqual(['2027-11-24', '2027-12-15'])
    expect(days('themeDay', { earliest: '2027-12-31' })).toEqual(['2027-12-31'])
    expect(days('themeDay', { earliest: '2028-01-01' })).toEqual([])
  })
  test('where no working day is left after the wanted one, the last before it', () => {
    const holidays = (day: string) => isWorkingDay(day) && !(day >= '2027-02-10' && day < '2027-03-01')
    expect(days('themeDay', { isWorkingDay: holidays })[1]).toBe('2027-02-09')
    expect(days('themeDay', { isWorkingDay: day => !day.startsWith('2027-02') && isWorkingDay(day) })).toHaveLength(11)
  })
  test('a unit that does not exist all of a period owes nothing in it', () => {
    expect(days('branchAssembly', { exists: { from: '2027-04-02', until: '2027-12-31' } })).toEqual(['2027-08-10'])
  })
  test.each`
    every      | times | expected
    ${'month'} | ${2}  | ${['2027-01-15', '2027-01-29']}
    ${'year'}  | ${2}  | ${['2027-02-15', '2027-08-16']}
  `('$times a $every lie apart', ({ every, times, expected }) => {
    const rule = defineCadence({
      ...{ id: 'sample', title: LIFE_KINDS.exhibition, kind: every === 'month' ? 'themeDay' : 'exhibition' },
      versions: [
        {
          ...{ from: '2026-01-01', until: null, checkedOn: '2026-01-01', cite: cite('示例办法', '第一条', 'local') },
          params: { every, times, force: 'must' },
        },
      ],
    })
    expect(
      propose({ rules: [rule] })
        .map(each => each.day)
        .slice(0, 2),
    ).toEqual(expected)
  })
})
