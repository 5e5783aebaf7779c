import { describe, expect, test } from 'vitest'
import { BUSINESS_DUTY_HEADINGS, DUTY_LEVELS, dutiesOf, dutyById } from './catalogue.ts'
import { LEADING_CADRE_STANDARDS } from './leading-cadre.ts'

describe('duty catalogue', () => {
  test('R0.1 four levels with their orientations in the order of the source', () => {
    expect(DUTY_LEVELS.map(({ level, orientations }) => [level, orientations.map(o => o.title.zh).join('、')])).toEqual(
      [
        ['leadingPartyGroupSecretary', '领导、保障、管理、监督、示范'],
        ['organCommitteeSecretary', '协助、推进、教育、监督、指导'],
        ['branchSecretary', '落实、协调、教育、监督、管理'],
        ['member', '政治合格、执行纪律合格、品德合格、发挥作用合格'],
      ],
    )
    expect(LEADING_CADRE_STANDARDS.map(o => o.duties.length)).toEqual([3, 3, 5])
  })
  test('every orientation breaks down into two or more concrete duties in both languages', () => {
    const orientations = [...DUTY_LEVELS.flatMap(l => l.orientations), ...LEADING_CADRE_STANDARDS]
    for (const { duties } of orientations) {
      expect(duties.length).toBeGreaterThanOrEqual(2)
      for (const { zh, en } of duties) {
        expect(zh).toMatch(/^[^ A-Za-z]+$/)
        expect(en).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })
  test('ids are unique and found again; no two levels carry the same text', () => {
    const all = DUTY_LEVELS.flatMap(({ level }) => dutiesOf(level))
    expect(new Set(all.map(d => d.id)).size).toBe(all.length)
    expect(new Set(all.map(d => d.title.zh)).size).toBe(all.length)
    for (const duty of all) expect(dutyById(duty.id)).toBe(duty)
    expect(dutyById('member.effective.post')?.title.zh).toBe('在岗位上办成年初承诺的事')
    expect(dutyById('member.nothing')).toBeUndefined()
  })
  test('R0.2 a business duty description has scope, authority, standard and accountability', () => {
    expect(BUSINESS_DUTY_HEADINGS.map(h => h.id)).toEqual(['scope', 'authority', 'standard', 'accountability'])
  })
})
