import type { CellError } from '../../documents/index.ts'
import type { Records } from '../records/load-records.ts'
import { checkMembers } from './check-members.ts'
import { checkPosts } from './check-posts.ts'
import { checkUnits } from './check-units.ts'
import { type Draft, Faults } from './draft.ts'
import { type Choices, type KnownUnit, knownUnits } from './known-units.ts'

export interface Checked {
  errors: CellError[]
  errorCount: number
  units: Map<string, KnownUnit>
}

/** Everything wrong with the file as a whole: rows against each other, sheets against each other, the file against the records. Pure. */
export function checkDraft(draft: Draft, records: Records, choices: Choices): Checked {
  const faults = new Faults(draft)
  const units = knownUnits(draft, records, choices)
  checkUnits(draft, records, units, choices, faults)
  checkMembers(draft, records, units, choices, faults)
  checkPosts(draft, records, units, choices, faults)
  return { errors: faults.sorted(draft), errorCount: faults.count, units }
}
