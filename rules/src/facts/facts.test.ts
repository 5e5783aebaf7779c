import { describe, expect, it } from 'vitest'
import { SCHEME_TEMPLATES } from '../schemes/templates.ts'
import { FACT_CATALOGUE, factById, isBarred, rangeFault } from './catalogue.ts'
import { periodOf } from './period.ts'

describe('catalogue of facts', () => {
  it('R4.7 holds every fact a template reads, each id once', () => {
    const ids = FACT_CATALOGUE.map(each => each.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const each of SCHEME_TEMPLATES.flatMap(template => template.facts)) {
      expect(ids).toContain(each.id)
      expect(factById(each.id)?.unit).toBe(each.unit)
      expect(factById(each.id)?.direction).toBe(each.direction)
    }
    expect(factById('businessScore')).toMatchObject({ unit: 'points', max: 120, source: 'import' })
  })
  it('says everything about each: two languages, a period, a subject', () => {
    for (const each of FACT_CATALOGUE) {
      expect(each.title.zh).toMatch(/\p{Script=Han}/u)
      expect(each.title.en).toMatch(/^[A-Z]/)
      expect(each.periods.length).toBeGreaterThan(0)
      expect(each.about.length).toBeGreaterThan(0)
    }
  })
  it('ships nothing that counts activity in an app, and bars what does', () => {
    expect(FACT_CATALOGUE.filter(isBarred)).toEqual([])
    expect(isBarred({ id: 'x', title: { zh: '在线时长', en: 'Presence' } })).toBe(true)
    expect(isBarred({ id: 'loginCount', title: { zh: '次数', en: 'Times' } })).toBe(true)
    expect(isBarred({ id: 'x', title: { zh: '次数', en: 'Times' }, kind: 'activity' })).toBe(true)
    expect(isBarred({ id: 'trainingHours', title: { zh: '培训学时', en: 'Hours of training' } })).toBe(false)
  })
  it('names the range a value misses', () => {
    expect(rangeFault({ unit: 'share' }, 1)).toBeNull()
    expect(rangeFault({ unit: 'share' }, 1.01)?.en).toBe('a number from 0 to 1')
    expect(rangeFault({ unit: 'count' }, 1.5)?.en).toBe('a whole number from 0 to 10000')
    expect(rangeFault({ unit: 'rank' }, 0)?.zh).toBe('1至10000之间的整数')
    expect(rangeFault({ unit: 'points', max: 120 }, 120)).toBeNull()
    expect(rangeFault({ unit: 'label', labels: [{ zh: '好', en: 'Good' }] }, 2)).not.toBeNull()
    expect(rangeFault({ unit: 'points' }, Number.NaN)).not.toBeNull()
  })
})

describe('R4.5 periods', () => {
  it.each([
    ['2026', 'year', '2026-01-01', '2027-01-01'],
    ['2026-H2', 'halfYear', '2026-07-01', '2027-01-01'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-04-01'],
    ['2026-12', 'month', '2026-12-01', '2027-01-01'],
  ])('%s is a %s', (id, kind, from, until) => {
    expect(periodOf(id)).toEqual({ id, kind, from, until })
  })
  it.each(['2026-13', '2026-Q5', '2026-H3', '26', '2026-1', ' 2026', '2026-Q1 '])('%s is none', id => {
    expect(periodOf(id)).toBeNull()
  })
})
