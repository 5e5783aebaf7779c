import type { Said } from '../column-spec.ts'

const SIGNATURES: { bytes: string; said: Said }[] = [
  { bytes: '\x89PNG', said: { zh: 'PNG 图片', en: 'a PNG picture' } },
  { bytes: '\xff\xd8\xff', said: { zh: 'JPEG 图片', en: 'a JPEG picture' } },
  { bytes: 'GIF8', said: { zh: 'GIF 图片', en: 'a GIF picture' } },
  { bytes: '%PDF', said: { zh: 'PDF 文件', en: 'a PDF file' } },
  { bytes: 'Rar!', said: { zh: 'RAR 压缩包', en: 'a RAR archive' } },
  { bytes: '7z\xbc\xaf', said: { zh: '7z 压缩包', en: 'a 7z archive' } },
  { bytes: 'MZ', said: { zh: '可执行程序', en: 'a program' } },
]

/**
 * What a file is by its first bytes when it is not a zip archive; null for a zip.
 * 'compound' is the container of an old .xls and of an encrypted .xlsx alike.
 */
export function kindOfForeignFile(head: Buffer): Said | 'compound' | null {
  const text = head.toString('latin1')
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return null
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'compound'
  const known = SIGNATURES.find(({ bytes }) => text.startsWith(bytes))
  if (known) return known.said
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table)/i.test(text)) {
    return { zh: '改了扩展名的网页或 XML 表格', en: 'a web page or XML table under another name' }
  }
  if (!head.includes(0)) return { zh: '文本或 CSV 文件', en: 'a text or CSV file' }
  return { zh: '无法识别的文件', en: 'an unknown kind of file' }
}
