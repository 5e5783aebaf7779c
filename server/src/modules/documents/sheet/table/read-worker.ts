import { parentPort, workerData } from 'node:worker_threads'
import type { SheetSpec } from '../column-spec.ts'
import { type Book, readBook } from '../parse/book.ts'
import { openGate, type Parts } from '../parse/gate.ts'
import { Refused } from '../parse/refused.ts'
import type { Mapping, ReadResult, WorkbookRead } from '../read-result.ts'
import { fold } from '../value/clean-text.ts'
import { Findings } from './findings.ts'
import { missingSheet, readSheet } from './read-sheet.ts'

/** What the reading thread is started with. */
export interface ReadOrder {
  path: string
  want: SheetSpec[]
  mapping: Mapping
  maxErrors: number
  maxRows: number
  /** Sheets that are neither wanted nor worth a remark, such as the notes of our own template. */
  silent: string[]
}

async function read(order: ReadOrder): Promise<ReadResult> {
  let parts: Parts | undefined
  try {
    parts = await openGate(order.path)
    return await readSheets(order, parts, await readBook(parts))
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  } finally {
    parts?.close()
  }
}

async function readSheets(order: ReadOrder, parts: Parts, book: Book): Promise<WorkbookRead> {
  const findings = new Findings(order.maxErrors)
  const rest = new Set(book.sheets)
  const sheets: WorkbookRead['sheets'] = []
  for (const spec of order.want) {
    const found = findSheet(book, spec, order.want.length === 1)
    if (found) {
      rest.delete(found)
      const { maxRows, mapping } = order
      const source = { name: found.name, xml: parts.text(found.part), book, mapping: mapping[spec.key] ?? {}, maxRows }
      sheets.push(await readSheet(spec, source, findings))
    } else if (spec.required) {
      findings.error({ sheet: spec.zh, row: 1, letter: '', header: '' }, '', missingSheet(spec))
    }
  }
  for (const { name } of rest) {
    if (!order.silent.includes(name)) findings.remark({ sheet: name, row: 1, letter: '', header: '' }, UNKNOWN_SHEET)
  }
  const { errors, errorCount, remarks } = findings
  return { kind: 'read', sheets, errors, errorCount, remarks }
}

/** By name or alias; when one sheet is wanted and there is only one, that one whatever its name. */
function findSheet(book: Book, spec: SheetSpec, wantsOne: boolean): Book['sheets'][number] | undefined {
  const names = new Set([spec.zh, spec.en, ...spec.aliases].map(fold))
  return (
    book.sheets.find(sheet => names.has(fold(sheet.name))) ??
    (wantsOne && book.sheets.length === 1 ? book.sheets[0] : undefined)
  )
}

const UNKNOWN_SHEET = { zh: '不需要的工作表，没有读取', en: 'a sheet that is not wanted, not read' }

if (parentPort) {
  const order: ReadOrder = workerData
  parentPort.postMessage(await read(order))
}
