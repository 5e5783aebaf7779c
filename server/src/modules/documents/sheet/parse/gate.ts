import { open, readFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { kindOfForeignFile } from './file-kind.ts'
import { Refused } from './refused.ts'

/** `ratio` is inflated to packed size and only judged on entries that inflate past `ratioFrom` bytes. */
const LIMITS = { fileBytes: 30_000_000, inflatedBytes: 80_000_000, entries: 200, ratio: 100, ratioFrom: 1_000_000 }

/** The parts of a workbook that passed the gate. */
export interface Parts {
  has(name: string): boolean
  /** The part as text. Fails with Refused when the bytes are not what the archive's directory promised. */
  text(name: string): AsyncGenerator<string, void>
  close(): void
}

/** Opens an .xlsx after judging its content and its zip directory, before anything is inflated. Fails with Refused. */
export async function openGate(path: string): Promise<Parts> {
  await judgeContent(path)
  let zip: ZipFile
  try {
    zip = await openPromise(path, { autoClose: false })
  } catch {
    throw new Refused('truncated')
  }
  try {
    const entries = await judgeDirectory(zip)
    return {
      has: name => entries.has(name.toLowerCase()),
      text: name => inflate(zip, entries.get(name.toLowerCase())),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error instanceof Refused ? error : new Refused('damaged')
  }
}

async function judgeContent(path: string) {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw new Refused('empty')
    if (size > LIMITS.fileBytes) throw new Refused('tooLarge', { limit: `${LIMITS.fileBytes / 1_000_000} MB` })
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    const foreign = kindOfForeignFile(buffer.subarray(0, bytesRead))
    if (foreign === 'compound') {
      // A password turns an .xlsx into a compound file with this stream in it; an old .xls is one without.
      const encrypted = (await readFile(path)).includes(Buffer.from('EncryptedPackage', 'utf16le'))
      throw new Refused(encrypted ? 'encrypted' : 'legacyXls')
    }
    if (foreign) throw new Refused('notXlsx', { found: foreign })
  } finally {
    await file.close()
  }
}

async function judgeDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > LIMITS.entries) throw new Refused('bomb')
  const entries = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase()
    inflated += entry.uncompressedSize
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (inflated > LIMITS.inflatedBytes) throw new Refused('bomb')
    if (entry.uncompressedSize > LIMITS.ratioFrom && ratio > LIMITS.ratio) throw new Refused('bomb')
    if (entry.isEncrypted()) throw new Refused('encrypted')
    if (entries.has(name)) throw new Refused('damaged')
    entries.set(name, entry)
  }
  if (entries.has('xl/vbaproject.bin')) throw new Refused('macros')
  if (!entries.has('xl/workbook.xml')) throw new Refused('notXlsx', { found: kindOfPackage(entries) })
  return entries
}

function kindOfPackage(entries: ReadonlyMap<string, Entry>) {
  if (entries.has('xl/workbook.bin')) return { zh: '二进制工作簿（.xlsb）', en: 'a binary workbook (.xlsb)' }
  if (entries.has('word/document.xml')) return { zh: 'Word 文档', en: 'a Word document' }
  if (entries.has('ppt/presentation.xml')) return { zh: 'PowerPoint 演示文稿', en: 'a PowerPoint presentation' }
  if (entries.has('content.xml')) return { zh: 'OpenDocument 文件（.ods）', en: 'an OpenDocument file (.ods)' }
  return { zh: '普通压缩包', en: 'a plain archive' }
}

async function* inflate(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string, void> {
  if (!entry) throw new Refused('damaged')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sum = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk, sum)
      yield decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
  } catch (error) {
    const lies = error instanceof Error && /(too many|not enough) bytes/.test(error.message)
    throw new Refused(lies ? 'lyingSize' : 'damaged')
  }
  if (sum !== entry.crc32) throw new Refused('damaged')
}
