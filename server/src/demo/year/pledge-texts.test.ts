import { checkPledge } from '@jiannuo/rules/pledge/check.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { layOutOrganization, type Unit } from '../organization.ts'
import { peopleOrganization } from '../people.ts'
import { Random } from '../random.ts'
import { SIZES } from '../sizes.ts'
import { type Pledge, pledgeYear } from './pledges.ts'

/** What must be mended before a pledge can be submitted, against the pledges of the same reviewer and those of the superior. */
const mustMend = (pledge: Pledge, colleagues: readonly Pledge[], superior: readonly Pledge[]) => {
  const texts = (others: readonly Pledge[]) =>
    others
      .filter(each => each !== pledge && each.state !== 'draft' && each.state !== 'returned')
      .map(each => ({ label: each.member.name, text: each.items.map(item => item.title).join('\n') }))
  const items = pledge.items.map(item => ({
    ...item,
    target: item.target === null ? null : String(item.target),
    dutyId: null,
  }))
  const others = { superior: texts(superior), colleagues: texts(colleagues), lastYear: [] }
  return checkPledge({ items, year: pledge.year, others }).filter(each => each.severity === 'must')
}

describe.each(['small', 'full'] as const)('R0.3 pledges of the %s demo', size => {
  let pledges: Pledge[]
  let organs: Unit[]
  beforeAll(() => {
    const random = new Random(20_260_708)
    const o = layOutOrganization(random, SIZES[size])
    const people = peopleOrganization(random, o, SIZES[size])
    pledges = pledgeYear(random, o, people, '2026-07-08').filter(each => each.year === 2026)
    organs = o.organs.map(each => each.committee)
  })

  it('what was submitted passes the product’s own check; drafts show what it finds', () => {
    const sample = size === 'small' ? organs : organs.filter((_, i) => i % 25 === 0)
    const inSample = new Set(sample.map(each => each.organ))
    const byReviewer = Map.groupBy(pledges, each => `${each.level} ${each.reviewer.id}`)
    const superiorOf = Map.groupBy(pledges, each => `${each.level} ${each.unit.id}`)
    const found = pledges
      .filter(each => inSample.has(each.unit.organ))
      .map(pledge => {
        const superior = pledge.level === 'member' ? (superiorOf.get(`branchSecretary ${pledge.unit.id}`) ?? []) : []
        return {
          state: pledge.state,
          must: mustMend(pledge, byReviewer.get(`${pledge.level} ${pledge.reviewer.id}`)!, superior),
        }
      })
    expect(found.length).toBeGreaterThan(250)
    expect(found.filter(each => each.state !== 'draft' && each.must.length > 0)).toEqual([])
    expect(found.filter(each => each.state === 'draft').every(each => each.must.length > 0)).toBe(true)
    expect(found.some(each => each.state === 'draft')).toBe(true)
  })
})
