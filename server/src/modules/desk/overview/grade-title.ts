import type { Both, Level } from '@jiannuo/contract/values.ts'
import { SHIPPED_SCHEMES } from '@jiannuo/rules/schemes/defaults.ts'

/** Best first; unknown grades last. */
export function gradeRank(level: Level, year: number, grade: string): number {
  const at = SHIPPED_SCHEMES[level].forYear(year).grades?.findIndex(g => g.grade === grade) ?? -1
  return at < 0 ? 99 : at
}

/** A grade as people read it; a grade of a local scheme that the shipped one does not know stands under its own id. */
export function gradeTitle(level: Level, year: number, grade: string): Both {
  const known = SHIPPED_SCHEMES[level].forYear(year).grades?.find(g => g.grade === grade)?.title
  return { zh: known?.zh ?? grade, en: known?.en ?? grade }
}
