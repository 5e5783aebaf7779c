import { afterEach, beforeEach, expect, it } from 'vitest'
import { city, confirm, exported, open, preview, type Row, said } from '../testing/roster-city.ts'

beforeEach(open)
afterEach(() => city.close())

const branch = (parentCode: string): Row => ({
  ...{ unitCode: 'X9', unitName: '区直支部', unitKind: 'branch', foundedOn: '2015-01-01', parentCode },
})

it('R3.1 a roster of the city changes nothing of a guided district, and says at each row who does', async () => {
  const { units, posts } = await exported()
  const district = units.find(u => u.unitCode === 'd1')!
  const p = await preview({
    units: [{ ...district, staffCount: '9' }, branch('d1')],
    members: [],
    posts: posts.map(post => (post.unitCode === 'd1' ? { ...post, untilOn: '2026-03-01' } : post)),
  })
  expect(said(p)).toEqual([
    '组织 2 组织编码：东湖区委机关工委只由本级指导，东湖区委机关工委不能在这里改动',
    '组织 3 组织编码：东湖区委机关工委只由本级指导，区直支部不能在这里改动',
    expect.stringMatching(/^任职 \d+ 任职组织编码：东湖区委机关工委只由本级指导，庄临川不能在这里改动$/),
  ])
  expect((await confirm(p)).problem.code).toBe('ROSTER_HAS_ERRORS')
})

it('R3.1 a district that is new is entered with all it has', async () => {
  const p = await preview({
    units: [
      {
        ...{ unitCode: 'D9', unitName: '西湖区委机关工委', unitKind: 'districtWorkCommittee' },
        ...{ guidingUnitCode: 'wc', foundedOn: '2015-01-01' },
      },
      branch('D9'),
    ],
    members: [],
  })
  expect([p.errors, p.counts.units.new]).toEqual([[], 2])
  expect((await confirm(p)).body.state).toBe('confirmed')
})
