import { describe, expect, test } from 'vitest'
import { DUTY_LEVELS, dutyById } from '../../duty/catalogue.ts'
import { checkPledge } from '../check.ts'
import { PLEDGE_TEMPLATES, startPledge } from '../templates.ts'

const pledges = PLEDGE_TEMPLATES.flatMap(template =>
  DUTY_LEVELS.flatMap(({ level }) => {
    const items = startPledge(template, level, 2026)
    return items.length === 0 ? [] : [{ template, level, items }]
  }),
)
const lines = (items: readonly { title: string }[]) => items.map(i => i.title).join('\n')

describe('R0.10 templates', () => {
  test('a finance committee, a health committee and a state-assets branch, each with the levels it has', () => {
    expect(pledges.map(({ template, level }) => `${template.id} ${level}`)).toEqual([
      'finance leadingPartyGroupSecretary',
      'finance organCommitteeSecretary',
      'finance branchSecretary',
      'finance member',
      'health leadingPartyGroupSecretary',
      'health organCommitteeSecretary',
      'health branchSecretary',
      'health member',
      'state-assets branchSecretary',
      'state-assets member',
    ])
  })
  test.each(pledges)(
    '$template.id $level draws no remark, not even against the other levels and templates',
    ({ items }) => {
      const others = pledges.filter(p => p.items[0]?.title !== items[0]?.title)
      const compared = others.map(p => ({ label: p.template.title.zh, text: lines(p.items) }))
      expect(
        checkPledge({ items, year: 2026, others: { superior: compared, colleagues: compared, lastYear: [] } }),
      ).toEqual([])
    },
  )
  test.each(pledges)('$template.id $level names duties of its own level', ({ level, items }) => {
    const linked = items.flatMap(i => (i.dutyId === null ? [] : [dutyById(i.dutyId)?.level]))
    expect(linked.length).toBeGreaterThan(0)
    expect(new Set(linked)).toEqual(new Set([level]))
  })
  test('no title types a space between Han and digits', () => {
    for (const { items } of pledges) expect(lines(items)).not.toMatch(/\p{Script=Han} \d|\d \p{Script=Han}/u)
  })
})
