import type * as api from '@jiannuo/contract/roster.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Change, Download } from '../../platform/http/serve.ts'
import type { JobChange } from '../../platform/jobs/run-job.ts'
import { noteSheet, ROSTER_SHEETS, type SheetToWrite, workbook } from '../documents/index.ts'
import { specOf } from './check/draft.ts'
import { loadRecords } from './records/load-records.ts'
import { PERSONAL } from './steps/packed.ts'

/** The sheets of the roster as of a day: every unit and post there is or was, and the members of that day. */
export async function rosterSheets(tx: Tx, on: Day, personal: Buffer): Promise<SheetToWrite[]> {
  const { units, members, posts } = await loadRecords(tx, on, personal)
  const rows = (found: Iterable<{ values: Record<string, string> }>) => [...found].map(f => f.values)
  return [
    { spec: specOf('units'), rows: rows(units.values()) },
    { spec: specOf('members'), rows: rows([...members.values()].filter(m => m.live)) },
    { spec: specOf('posts'), rows: rows(posts.values()) },
  ]
}

/** The roster in the form the import takes; reading it in again changes nothing. Holds unmasked numbers, so every export is audited. */
export async function exportRoster(change: Change, { query }: Input<typeof api.exportRoster>): Promise<Download> {
  const on = query.on ?? change.today
  const sheets = await rosterSheets(change.tx, on, change.key(PERSONAL))
  await change.audit('roster.export', change.actor.authorityId, { values: { on } })
  return { body: await workbook([...sheets, noteSheet(ROSTER_SHEETS)], on), fileName: `花名册-${on}.xlsx` }
}

export async function downloadTemplate({ today }: Change): Promise<Download> {
  return {
    body: await workbook([...ROSTER_SHEETS.map(spec => ({ spec, rows: [] })), noteSheet(ROSTER_SHEETS)], today),
    fileName: '花名册模板.xlsx',
  }
}

/** The same file for the command line. */
export async function exportFile({ tx, key, authorityId, audit }: JobChange, on: Day): Promise<Buffer> {
  const sheets = await rosterSheets(tx, on, key(PERSONAL))
  await audit('roster.export-file', authorityId, { values: { on } })
  return workbook([...sheets, noteSheet(ROSTER_SHEETS)], on)
}
