import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../read-table.ts'
import { ROSTER_SHEETS } from '../roster-columns.ts'
import { type CraftedPart, cell, craftZip, workbookParts } from '../testing/craft-workbook.ts'
import { scratch } from '../testing/scratch.ts'
import { writeWorkbook } from '../write-table.ts'

const { path, read } = scratch()
/** One wanted sheet is found whatever its name, so that every part of the crafted files is read. */
const WANT = ROSTER_SHEETS.slice(1, 2)

const SOUND = workbookParts({ rows: `<row r="1">${cell('A1', '姓名')}</row>` })
const sheetPart = (more: Partial<CraftedPart>): CraftedPart[] =>
  SOUND.map((part, i) => (i === 0 ? { ...part, ...more } : part))
const many = (count: number, size: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `p${i}`, data: Buffer.alloc(size) }))
const compound = (text: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(text, 'utf16le')])

describe('files refused as a whole', () => {
  test.each([
    ['nothing', '', 'empty', '0 字节'],
    ['a PNG named .xlsx', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'notXlsx', 'PNG 图片'],
    ['a CSV named .xlsx', '姓名,手机号\n张海,13800000000\n', 'notXlsx', '文本或 CSV'],
    ['a web page named .xlsx', '\ufeff<html><table></table>', 'notXlsx', '网页'],
    ['a Word document', craftZip([{ name: 'word/document.xml', data: '<x/>' }]), 'notXlsx', 'Word 文档'],
    ['a plain archive', craftZip([{ name: 'a.txt', data: 'a' }]), 'notXlsx', '普通压缩包'],
    ['an old .xls', compound('Workbook'), 'legacyXls', '旧版 .xls'],
    ['an encrypted workbook', compound('EncryptedPackage'), 'encrypted', '打开密码'],
    ['macros', craftZip([...SOUND, { name: 'xl/vbaProject.bin', data: 'x' }]), 'macros', '宏'],
    ['half a file', craftZip(SOUND).subarray(0, 300), 'truncated', '不完整'],
    ['a size claimed too small', craftZip(sheetPart({ claims: 10 })), 'lyingSize', '登记的大小'],
    ['a size claimed too large', craftZip(sheetPart({ claims: 900_000 })), 'lyingSize', '登记的大小'],
    ['changed bytes', craftZip(sheetPart({ sum: 1 })), 'damaged', '损坏'],
    ['XML that breaks off', craftZip(sheetPart({ data: '<worksheet><sheetData><row r="1">' })), 'damaged', '损坏'],
    [
      'bytes that are not UTF-8',
      craftZip(sheetPart({ data: Buffer.from('<worksheet><sheetData>\xff</sheetData></worksheet>', 'latin1') })),
      'damaged',
      '损坏',
    ],
    ['entity expansion', craftZip(sheetPart({ data: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })), 'damaged', '损坏'],
    ['a row beyond Excel', craftZip(workbookParts({ rows: '<row r="99999999999"/>' })), 'damaged', '损坏'],
    [
      'a column beyond Excel',
      craftZip(workbookParts({ rows: `<row r="1">${cell('ZZZZZ1', 'a')}</row>` })),
      'damaged',
      '损坏',
    ],
    [
      'a string that is not there',
      craftZip(workbookParts({ rows: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' })),
      'damaged',
      '损坏',
    ],
    ['one part twice', craftZip([...SOUND, ...SOUND]), 'damaged', '损坏'],
    ['201 parts', craftZip(many(201, 0)), 'bomb', '解压后过大'],
    ['a high ratio', craftZip([...SOUND, { name: 'z', data: Buffer.alloc(2_000_000) }]), 'bomb', '压缩比异常'],
    ['90 MB in small parts', craftZip([...SOUND, ...many(100, 900_000)]), 'bomb', '解压后过大'],
  ])('%s', async (_, bytes, code, zh) => {
    expect(await read(bytes, WANT)).toMatchObject({ kind: 'refused', code, zh: expect.stringContaining(zh) })
  })

  test('a bomb is refused before anything is inflated', async () => {
    const bomb = craftZip(sheetPart({ data: '<row><c><v>1</v></c></row>'.repeat(3_500_000) }))
    const start = performance.now()
    expect(await read(bomb, WANT)).toMatchObject({ code: 'bomb' })
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('a file cut off at any point never passes for whole', async () => {
    const file = path()
    await writeWorkbook(
      createWriteStream(file),
      ROSTER_SHEETS.map(spec => ({ spec, rows: [] })),
      '2026-07-01',
    )
    const whole = await readFile(file)
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const result = await read(whole.subarray(0, Math.floor(whole.length * part)), ROSTER_SHEETS)
      expect(result).toMatchObject({ kind: 'refused', code: 'truncated' })
    }
    expect(await readWorkbook(file, ROSTER_SHEETS)).toMatchObject({ kind: 'read', errors: [] })
  })
})

describe('bounds of the reading thread', () => {
  const repeated = (count: number, text: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i)).join('')

  test('time', async () => {
    const rows = repeated(100_000, i => `<row r="${i + 1}">${cell(`A${i + 1}`, `${i * 7919}`)}</row>`)
    const result = await read(craftZip(workbookParts({ rows })), WANT, { timeLimitMs: 20 })
    expect(result).toMatchObject({ kind: 'refused', code: 'tooSlow' })
  })

  test('memory: the thread that fills its heap is given up and this process lives on', async () => {
    const strings = repeated(300_000, i => `<si><t>${i.toString(36)}${i % 97}</t></si>`)
    const file = craftZip(workbookParts({ rows: `<row r="1">${cell('A1', '姓名')}</row>`, strings }))
    expect(await read(file, WANT, { heapMb: 12 })).toMatchObject({ kind: 'refused', code: 'tooHeavy' })
    expect(await read(file, WANT)).toMatchObject({ kind: 'read' })
  })
})
