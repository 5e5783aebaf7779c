import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { SheetSpec } from '../column-spec.ts'
import type { ReadOptions, ReadResult, WorkbookRead } from '../read-result.ts'
import { readWorkbook } from '../read-table.ts'

/** A folder for the files of one test file, with the reader at hand. */
export function scratch() {
  let folder = ''
  let count = 0
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-sheet-'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  const path = () => {
    count += 1
    return join(folder, `${count}.xlsx`)
  }
  const read = async (bytes: Buffer | string, want: SheetSpec[], options?: ReadOptions): Promise<ReadResult> => {
    const file = path()
    await writeFile(file, bytes)
    return readWorkbook(file, want, options)
  }
  return { path, read }
}

export function mustRead(result: ReadResult): WorkbookRead {
  if (result.kind === 'refused') expect.fail(result.zh)
  return result
}
