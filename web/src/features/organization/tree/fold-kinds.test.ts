import type { TreeUnit, UnitKind } from '@jiannuo/contract/organization/unit.ts'
import { describe, expect, it } from 'vitest'
import { foldKinds } from './fold-kinds.ts'

const some = (n: number, kind: UnitKind) =>
  Array.from({ length: n }, (_, i) => ({ id: `${kind}${i}`, kind }) as TreeUnit)
const shown = (units: TreeUnit[], ...way: string[]) =>
  foldKinds(units, new Set(way)).map(item => ('unit' in item ? item.unit.id : `${item.kind} ×${item.units.length}`))

describe('R4.1 a level of the tree stays readable', () => {
  it('folds the kinds that fill it, each where its first stood, and shows the rest', () => {
    const level = [...some(2, 'districtWorkCommittee'), ...some(99, 'organCommittee'), ...some(1, 'branch')]
    expect(shown(level)).toEqual(['districtWorkCommittee0', 'districtWorkCommittee1', 'organCommittee ×99', 'branch0'])
  })

  it('keeps the unit on the visitor’s way out of the fold', () => {
    const level = [...some(99, 'organCommittee'), ...some(1, 'branch')]
    expect(shown(level, 'organCommittee7')).toEqual(['organCommittee ×98', 'organCommittee7', 'branch0'])
  })

  it.each`
    level                                              | why
    ${[...some(18, 'branch'), ...some(2, 'section')]}  | ${'few are read at a glance'}
    ${some(30, 'branch')}                              | ${'one kind alone would all hide behind one line'}
    ${[...some(20, 'branch'), ...some(20, 'section')]} | ${'no kind fills it alone'}
  `('folds nothing where $why', ({ level }) => {
    expect(shown(level)).toEqual(level.map((unit: TreeUnit) => unit.id))
  })
})
