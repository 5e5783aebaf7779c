import type { Kysely } from 'kysely'
import type { ShiftedClock } from '../clock/clock.ts'
import type { Database } from '../database/tables.ts'
import type { Files } from '../files/files.ts'
import type { Settings } from '../settings.ts'

/** What the whole process shares; tests build their own. */
export interface Platform {
  db: Kysely<Database>
  clock: ShiftedClock
  files: Files
  settings: Settings
  key: (purpose: string) => Buffer
}
