import type { TreeUnit, UnitKind } from '@jiannuo/contract/organization/unit.ts'

/** So many siblings are read at a glance; beyond that, those of one kind fold into a line of their own. */
const GLANCE = 20

export type Folded = { unit: TreeUnit } | { kind: UnitKind; units: TreeUnit[] }

/** A level of the tree as it is shown: a kind that fills it stands folded where its first unit stood; a unit on the way stays out. */
export function foldKinds(units: readonly TreeUnit[], way: ReadonlySet<string>): Folded[] {
  if (units.length <= GLANCE) return units.map(unit => ({ unit }))
  const shown: Folded[] = []
  for (const unit of units) {
    const kin = units.filter(other => other.kind === unit.kind && !way.has(other.id))
    // Where only one kind stands, folding it would hide everything behind one line.
    if (way.has(unit.id) || kin.length <= GLANCE || kin.length === units.length) shown.push({ unit })
    else if (kin[0] === unit) shown.push({ kind: unit.kind, units: kin })
  }
  return shown
}
