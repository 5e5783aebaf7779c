import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../platform/database/connect.ts'
import * as sql from './sql.ts'

export { currentCycle, openCycles } from './current-cycle.ts'
export { type Inform, informMany } from './inform-many.ts'
export { PHASE_TITLES, proposePhases } from './phases.ts'
export { remindPhases } from './remind-phases.ts'

/** One year with its phases; null when the authority has no such year. */
export const cycleById = (tx: Tx, authorityId: string, cycleId: string, today: Day): Promise<Cycle | null> =>
  sql.cycleById(tx, authorityId, cycleId, today)

/** The year of that number, open or closed; null when it was never set up. */
export const cycleOfYear = async (tx: Tx, authorityId: string, year: number, today: Day): Promise<Cycle | null> =>
  (await sql.allCycles(tx, authorityId, today)).find(c => c.year === year) ?? null
