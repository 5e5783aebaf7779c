import type { Difference } from '../compare/compare.ts'
import type { Records } from '../records/load-records.ts'
import { type Draft, Faults, sheetOf } from './draft.ts'

const COLUMN = { units: 'unitCode', members: 'branchCode', posts: 'unitCode' } as const

/** A guiding body changes nothing of what it only guides (R3.1): each such row is refused. */
export function checkGuided(
  draft: Draft,
  differences: readonly Difference[],
  records: Records,
  found: { errors: Draft['errors']; errorCount: number },
) {
  const faults = new Faults({ ...draft, ...found })
  for (const d of differences) {
    const [at, before] = placesOf(d, records)
    const guided = [at, before].find(code => code !== undefined && records.guided.has(code))
    if (guided === undefined || d.row === null) continue
    const sheet = sheetOf(draft, d.sheet)
    const name = records.units.get(guided)?.values.unitName ?? guided
    faults.on(sheet)(
      { row: d.row, values: d.values },
      COLUMN[d.sheet],
      {
        zh: `${name}只由本级指导，${d.name}不能在这里改动`,
        en: `${name} is only guided from here; ${d.name} is not changed here`,
      },
      {
        zh: '和系统里现在一样；改动由区县机关工委自己办理',
        en: 'what is on record now; the district work committee changes its own',
      },
    )
  }
  return { errors: faults.sorted(draft), errorCount: faults.count }
}

/** Codes of the unit a difference is about, in the file and on record; for a new unit the one above it. */
function placesOf({ sheet, change, key, values }: Difference, records: Records): (string | undefined)[] {
  if (sheet === 'posts') return [values.unitCode]
  if (sheet === 'members') return [values.branchCode, records.members.get(key)?.values.branchCode]
  return change === 'new' ? [values.parentCode] : [values.unitCode, values.parentCode]
}
