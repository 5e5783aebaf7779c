import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import type { Said } from '../sheet/column-spec.ts'

const SAVE_AS = {
  zh: '请另存为 UTF-8:Excel 选“CSV UTF-8(逗号分隔)”,WPS 或记事本在“另存为”中把编码选为 UTF-8',
  en: 'save it as UTF-8: in Excel choose "CSV UTF-8", in WPS or Notepad choose the encoding UTF-8 under "Save as"',
}
const MEGABYTE = 1_000_000

/** The bytes of a file of at most `most` bytes, or why they cannot be had. Never reads more than that. */
export async function readBytes(path: string, most: number): Promise<Buffer | Said> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    if ((await file.stat()).isDirectory()) return { zh: '这是文件夹,请给出文件', en: 'this is a folder; name a file' }
    if (size > most)
      return {
        zh: `文件有 ${Math.ceil(size / MEGABYTE)} MB,最大 ${most / MEGABYTE} MB,没有读取;请拆分,评议可用 count 列合并相同的票`,
        en: `the file has ${Math.ceil(size / MEGABYTE)} MB and was not read; at most ${most / MEGABYTE} MB are accepted: split it, equal ratings can share a row by count`,
      }
    return await file.readFile()
  } catch (error) {
    return whyNot(error)
  }
}

function whyNot(error: unknown): Said {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return { zh: '没有这个文件', en: 'there is no such file' }
  if (code === 'EISDIR') return { zh: '这是文件夹,请给出文件', en: 'this is a folder; name a file' }
  if (code === 'EACCES' || code === 'EPERM') return { zh: '没有读取权限', en: 'reading it is not permitted' }
  return { zh: `读不出来(${String(code)})`, en: `it cannot be read (${String(code)})` }
}

/** Null for UTF-8 text; otherwise what the bytes are and how to save them as UTF-8. */
export function faultOfText(bytes: Buffer): Said | null {
  const other = encodingOf(bytes)
  if (other) return { zh: `文件不是 UTF-8,${other.zh};${SAVE_AS.zh}`, en: `not UTF-8, ${other.en}; ${SAVE_AS.en}` }
  const at = bytes.indexOf(0)
  if (at < 0) return null
  const line = lineAt(bytes, at)
  return {
    zh: `第 ${line} 行有空字符(NUL),不是文本文件;可用 UTF-8 文本`,
    en: `line ${line} holds a NUL byte, so this is no text file; UTF-8 text is accepted`,
  }
}

function encodingOf(bytes: Buffer): Said | null {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || hasNulInEveryPair(bytes))
    return { zh: '而是 UTF-16', en: 'but UTF-16' }
  if (isUtf8(bytes)) return null
  if (isGb18030(bytes)) return { zh: '看来是 GB18030(GBK、GB2312)', en: 'it looks like GB18030 (GBK, GB2312)' }
  return { zh: '编码无法辨认', en: 'in an encoding that is not recognised' }
}

/** Without a mark, UTF-16 of anything with ASCII in it has a NUL in half of its bytes. */
function hasNulInEveryPair(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 64)
  if (head.length < 4) return false
  for (const first of [0, 1]) {
    let all = true
    for (let i = first; i < head.length; i += 2) if (head[i] !== 0) all = false
    if (all) return true
  }
  return false
}

function isGb18030(bytes: Buffer): boolean {
  try {
    // `stream`: the head may end within a character.
    new TextDecoder('gb18030', { fatal: true }).decode(bytes.subarray(0, MEGABYTE), { stream: true })
    return true
  } catch {
    return false
  }
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1
  for (let i = bytes.indexOf(10); i >= 0 && i < offset; i = bytes.indexOf(10, i + 1)) line += 1
  return line
}
