import { describe, expect, it } from 'vitest'
import { factById } from '../facts/catalogue.ts'
import { periodOf } from '../facts/period.ts'
import { factsToFollow, sayFollowed } from './follow.ts'

describe('R0.6 facts a pledge item may follow', () => {
  it.each(['member', 'branchSecretary', 'organCommitteeSecretary', 'leadingPartyGroupSecretary'] as const)(
    'of %s: amounts recorded by others, of which more is better, over periods that exist',
    level => {
      const facts = factsToFollow(level, 2026)
      expect(new Set(facts.map(each => `${each.id} ${each.of}`)).size).toBe(facts.length)
      expect(facts.some(each => each.of === 'unit')).toBe(level !== 'member')
      for (const { id, periods } of facts) {
        expect(factById(id)).toMatchObject({ direction: 'up', kind: 'work' })
        expect(factById(id)?.source).not.toBe('pledge')
        expect(factById(id)?.visibility).not.toBe('leadership')
        expect(periods.length).toBeGreaterThan(0)
        for (const period of periods) expect(periodOf(period)?.from.slice(0, 4)).toBe('2026')
      }
    },
  )
  it('names unit, reading and source of each', () => {
    const found = (id: string) => factsToFollow('branchSecretary', 2026).find(each => each.id === id)
    expect(found('trainingHours')).toMatchObject({ of: 'person', unit: '学时' })
    expect(found('trainingHours')?.says.zh).toBe('时段内各条记录相加，由主管单位导入')
    expect(found('honours')?.unit).toBeNull()
    expect(found('fiveTypeScore')?.periods).toEqual(['2026'])
    expect(
      ['criticisms', 'pledgeCompletion', 'pledge.itemDone', 'weakOrganization', 'businessRank'].map(found),
    ).toEqual(Array(5).fill(undefined))
  })
  it.each([
    [{ id: 'trainingHours', of: 'person', period: '2026' }, '2026年集中学习培训学时（本人）'],
    [{ id: 'themeDays', of: 'unit', period: '2026-H1' }, '2026年上半年主题党日次数（本单位）'],
    [{ id: 'gone', of: 'unit', period: '2026-Q4' }, '2026年四季度gone'],
  ] as const)('says %o as %s', (followed, zh) => expect(sayFollowed(followed).zh).toBe(zh))
})
