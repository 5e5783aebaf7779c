import { describe, expect, it } from 'vitest'
import { fourTypeOrgan } from '../schemes/mechanisms/organ-types.ts'
import { starBranches } from '../schemes/mechanisms/star-branches.ts'
import { isShown, sitsAtUnit, unitPanels } from './unit-panels.ts'

describe('panels of schemes on units', () => {
  it('slips at every branch, and the rating of the office that assesses', () => {
    const panels = unitPanels(starBranches.forYear(2026), 'branch', '2026-12-31')
    expect(panels.map(each => [each.source, each.modes[0], each.minimum, each.quorum, sitsAtUnit(each)])).toEqual([
      ['democratic', 'paper', 5, '1/2', true],
      ['organisation', 'app', 1, null, false],
    ])
  })
  it('a jury shows its scores and rates all organs together', () => {
    const panels = unitPanels(fourTypeOrgan.forYear(2026), 'organ', '2026-12-31')
    expect(panels.map(each => [each.source, isShown(each), sitsAtUnit(each)])).toEqual([
      ['contest', true, false],
      ['observation', true, false],
    ])
  })
  it('slips are never fewer than five, whatever the scheme says, and a source of the city’s own is given on slips', () => {
    const scheme = starBranches.forYear(2026)
    const method = { kind: 'panel' as const, points: 30, sources: [{ source: 'neighbours', weight: 1, minimum: 2 }] }
    const groups = [{ ...scheme.groups[0]!, indicators: [{ id: 'ratings', method }] }]
    expect(unitPanels({ ...scheme, groups }, 'branch', '2026-12-31')).toMatchObject([
      { source: 'neighbours', modes: ['paper'], minimum: 5, title: { zh: 'neighbours' } },
    ])
  })
})
