import type { Unit } from './sql.ts'

/** Units whose class nobody set are compared among themselves: a scope of the engine is never empty. */
const UNCLASSIFIED = '未分类'
/** The part of the units that a unit is compared within, by the name of the scope. */
export function scopeOf(unit: Pick<Unit, 'name' | 'organ' | 'organClass'>, scope: string): string {
  if (scope === 'organ') return unit.organ
  if (scope === 'branch') return unit.name
  return (scope === 'class' && unit.organClass) || UNCLASSIFIED
}
