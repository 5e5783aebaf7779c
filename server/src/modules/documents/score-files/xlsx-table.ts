import { Worker } from 'node:worker_threads'
import { cellsOf } from '@jiannuo/engine/columns/cells.ts'
import { Refused } from '../sheet/parse/refused.ts'
import { faultsOfHeader, type TableBounds, type TableRead, tooMany, wholeFile } from './table.ts'
import type { XlsxAnswer, XlsxOrder } from './xlsx-worker.ts'

const HEAP_MB = 1000
const TIME_LIMIT_MS = 120_000

/**
 * Reads the first sheet of an .xlsx file nobody vouches for, in a thread of its own with bounded memory and time. Formulas count with the
 * results saved in the file; dates, truth values and Excel errors are faults.
 */
export async function readXlsx(path: string, bounds: TableBounds): Promise<TableRead> {
  const answer = await inThread({ path, bounds })
  if (answer.kind === 'tooMany') return tooMany(bounds)
  if (answer.kind === 'refused') return wholeFile(answer.said)
  const { header, headerRow, rows, numbers, faults, remarks } = answer
  if (headerRow === 0)
    return wholeFile({
      zh: '工作表是空的,第一行应为列名',
      en: 'the sheet is empty; the first row must name the columns',
    })
  const columns = header.map((_, at) => cellsOf(rows.map(row => row[at] ?? '')))
  const table = { header, headerRow, columns, length: rows.length, rowOf: (i: number) => numbers[i] ?? headerRow }
  return { table, faults: [...faults, ...faultsOfHeader(table)], remarks }
}

function inThread(order: XlsxOrder): Promise<XlsxAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<XlsxAnswer>()
  const refuse = (code: 'tooSlow' | 'tooHeavy') => resolve({ kind: 'refused', said: new Refused(code).refusal })
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: order,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const timer = setTimeout(() => {
    refuse('tooSlow')
    void worker.terminate()
  }, TIME_LIMIT_MS)
  worker.once('message', resolve)
  worker.once('error', error => {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('tooHeavy')
    else reject(error)
  })
  worker.once('exit', code => reject(new Error(`the reading thread stopped with code ${code} and no answer`)))
  return promise.finally(() => clearTimeout(timer))
}
