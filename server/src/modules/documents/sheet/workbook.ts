import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Day } from '@jiannuo/contract/values.ts'
import { type SheetToWrite, writeWorkbook } from './write-table.ts'

/** A whole workbook in memory: a city's roster is a few megabytes. */
export async function workbook(sheets: readonly SheetToWrite[], on: Day): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeWorkbook(out, sheets, on)])
  return bytes
}
