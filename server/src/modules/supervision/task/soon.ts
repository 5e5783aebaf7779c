import type { Day } from '@jiannuo/contract/values.ts'
import { taskLight } from '@jiannuo/rules/supervision/task-light.ts'
import { localDays } from '../../../platform/calendar/local-days.ts'
import { addWorkingDays } from '../../../platform/calendar/working-days.ts'
import type { Tx } from '../../../platform/database/connect.ts'

/** Today, and the last day that counts as soon: together they decide every light. */
export interface Window {
  today: Day
  soonBy: Day
}

export async function windowOf(tx: Tx, authorityId: string, today: Day): Promise<Window> {
  const { warnWorkingDays } = taskLight.at(today).params
  return { today, soonBy: addWorkingDays(today, warnWorkingDays, await localDays(tx, authorityId)).day }
}
