import { Worker } from 'node:worker_threads'
import type { SheetSpec } from './column-spec.ts'
import { Refused } from './parse/refused.ts'
import type { ReadOptions, ReadResult } from './read-result.ts'
import { NOTE_SHEET } from './report/note-sheet.ts'
import type { ReadOrder } from './table/read-worker.ts'

const HEAP_MB = 300
const TIME_LIMIT_MS = 60_000

/**
 * Reads the wanted sheets of an .xlsx file nobody vouches for, in a thread of its own with bounded memory and time.
 * A file that cannot be trusted or understood is a refusal; wrong cells are errors; only sound rows are returned.
 */
export function readWorkbook(path: string, want: SheetSpec[], options: ReadOptions = {}): Promise<ReadResult> {
  const { mapping = {}, maxErrors = 1000, maxRows = 100_000, timeLimitMs = TIME_LIMIT_MS, heapMb = HEAP_MB } = options
  const order: ReadOrder = { path, want, mapping, maxErrors, maxRows, silent: [NOTE_SHEET] }
  const { promise, resolve, reject } = Promise.withResolvers<ReadResult>()
  const worker = new Worker(new URL('./table/read-worker.ts', import.meta.url), {
    workerData: order,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  })
  const timer = setTimeout(() => {
    resolve(new Refused('tooSlow').refusal)
    void worker.terminate()
  }, timeLimitMs)
  worker.once('message', resolve)
  worker.once('error', error => {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(new Refused('tooHeavy').refusal)
    else reject(error)
  })
  worker.once('exit', code => reject(new Error(`the reading thread stopped with code ${code} and no answer`)))
  return promise.finally(() => clearTimeout(timer))
}
