import type { Unit } from './sql.ts'

/** Units whose class nobody set, or whose organ is in no zone, are compared among themselves: a scope of the engine is never empty. */
const UNCLASSIFIED = '未分类'
const UNZONED = '未分区'
/** The part of the units that a unit is compared within, by the name of the scope. */
export function scopeOf(unit: Pick<Unit, 'name' | 'organ' | 'organClass' | 'zone'>, scope: string): string {
  if (scope === 'organ') return unit.organ
  if (scope === 'branch') return unit.name
  if (scope === 'zone') return unit.zone ?? UNZONED
  return (scope === 'class' && unit.organClass) || UNCLASSIFIED
}
