import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Tx } from '../../../platform/database/connect.ts'
import { Files } from '../../../platform/files/files.ts'
import { fail } from '../../../platform/http/fail.ts'
import { type Mapping, ROSTER_SHEETS, readWorkbook } from '../../documents/index.ts'
import { type Draft, draftOf, MOST_ERRORS } from '../check/draft.ts'
import { rememberedColumns } from './sql.ts'

/** Stores the upload for the moment of reading it and removes it: its personal numbers stay on no disk. */
export async function readUpload(
  tx: Tx,
  authorityId: string,
  files: Files,
  upload: { stream: Readable; bytes: number | null },
  maxBytes: number,
): Promise<{ draft: Draft; sha256: string }> {
  const folder = join(files.folder, 'incoming', `roster-${randomUUID()}`)
  try {
    const place = new Files(folder)
    const { sha256 } = await place.store(upload.stream, upload.bytes, maxBytes, ['xlsx'])
    return { draft: await readRoster(tx, authorityId, place.pathOf(sha256)), sha256 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Reads and checks the cells of a roster file with the columns this authority has taught. Fails ROSTER_FILE_REFUSED. */
export async function readRoster(tx: Tx, authorityId: string, path: string): Promise<Draft> {
  const mapping: Mapping = {}
  for (const { sheet, header, key } of await rememberedColumns(tx, authorityId))
    mapping[sheet] = { ...mapping[sheet], [header]: key }
  const read = await readWorkbook(path, ROSTER_SHEETS, { mapping, maxErrors: MOST_ERRORS })
  if (read.kind === 'refused') fail('ROSTER_FILE_REFUSED', { zh: read.zh, en: read.en })
  return draftOf(read)
}
