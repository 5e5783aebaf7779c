import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fail } from '../http/fail.ts'

export const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
} as const
export type FileKind = keyof typeof MEDIA_TYPES

export interface StoredFile {
  sha256: string
  kind: FileKind
  bytes: number
}

/**
 * Content-addressed files below the data folder. A file exists whole or not at all: it is streamed beside its place, hashed, synced, then renamed.
 * Fails FILE_TOO_LARGE, FILE_TRUNCATED (fewer bytes than declared, or a cut connection), FILE_TYPE (found by content, never by name).
 */
export class Files {
  readonly folder: string
  constructor(folder: string) {
    this.folder = folder
  }

  async store(
    stream: Readable,
    declaredBytes: number | null,
    maxBytes: number,
    accepted: readonly FileKind[],
  ): Promise<StoredFile> {
    const incoming = join(this.folder, 'incoming')
    await mkdir(incoming, { recursive: true })
    const part = join(incoming, randomUUID())
    try {
      const { sha256, bytes } = await receive(stream, part, maxBytes)
      if (declaredBytes !== null && bytes !== declaredBytes) fail('FILE_TRUNCATED')
      const kind = await kindOf(part)
      if (!kind || !accepted.includes(kind)) fail('FILE_TYPE', { found: kind ?? null, accepted: accepted.join(', ') })
      const place = this.pathOf(sha256)
      await mkdir(join(place, '..'), { recursive: true })
      await rename(part, place)
      return { sha256, kind, bytes }
    } finally {
      await rm(part, { force: true })
    }
  }

  pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256)
  }

  async open(sha256: string): Promise<{ stream: Readable; bytes: number }> {
    const { size } = await stat(this.pathOf(sha256))
    return { stream: createReadStream(this.pathOf(sha256)), bytes: size }
  }
}

async function receive(stream: Readable, part: string, maxBytes: number) {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > maxBytes) return done(new Error('TOO_LARGE'))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(stream, meter, createWriteStream(part, { mode: 0o600, flush: true }))
  } catch (error) {
    if (error instanceof Error && error.message === 'TOO_LARGE')
      fail('FILE_TOO_LARGE', { maxMebibytes: Math.floor(maxBytes / 1_048_576) })
    fail('FILE_TRUNCATED')
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** The kind by its first bytes; the two Office kinds by the first part names of the archive. Null when it is none we know. */
async function kindOf(path: string): Promise<FileKind | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    const head = buffer.subarray(0, bytesRead)
    if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
    if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
    if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
    if (head.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return null
    return await officeKind(file, head)
  } finally {
    await file.close()
  }
}

async function officeKind(file: Awaited<ReturnType<typeof open>>, head: Buffer): Promise<FileKind | null> {
  const { size } = await file.stat()
  const length = Math.min(size, 65_536)
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
  const names = head.toString('latin1') + buffer.toString('latin1')
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  if (names.includes('word/document.xml')) return 'docx'
  return null
}
