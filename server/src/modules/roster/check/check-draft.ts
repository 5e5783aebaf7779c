import type { CellError } from '../../documents/index.ts'
import type { Records } from '../records/load-records.ts'
import { checkMembers } from './check-members.ts'
import { checkPosts } from './check-posts.ts'
import { checkUnits } from './check-units.ts'
import { columnsOf, type Draft, Faults, sheetOf } from './draft.ts'
import { type Choices, type KnownUnit, knownUnits } from './known-units.ts'

export interface Checked {
  errors: CellError[]
  errorCount: number
  units: Map<string, KnownUnit>
}

const tellsCodes = (draft: Draft, key: 'units' | 'members', column: string) =>
  sheetOf(draft, key).headerRow === 0 || columnsOf(sheetOf(draft, key)).has(column)

/** Everything wrong with the file as a whole: rows against each other, sheets against each other, the file against the records. Pure. */
export function checkDraft(draft: Draft, records: Records, choices: Choices): Checked {
  const faults = new Faults(draft)
  const units = knownUnits(draft, records, choices)
  // Without its column of codes a sheet is found wanting once, not by everyone who refers to it.
  const unitsTold = tellsCodes(draft, 'units', 'unitCode')
  if (unitsTold) checkUnits(draft, records, units, choices, faults)
  if (unitsTold) checkMembers(draft, records, units, choices, faults)
  if (unitsTold && tellsCodes(draft, 'members', 'memberCode')) checkPosts(draft, records, units, choices, faults)
  return { errors: faults.sorted(draft), errorCount: faults.count, units }
}
