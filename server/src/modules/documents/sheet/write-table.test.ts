import { createWriteStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readWorkbook } from './read-table.ts'
import { errorSheet } from './report/error-sheet.ts'
import { NOTE_SHEET, noteSheet } from './report/note-sheet.ts'
import { UNIT_KINDS } from './roster/unit-columns.ts'
import { ROSTER_SHEETS } from './roster-columns.ts'
import { mustRead, scratch } from './testing/scratch.ts'
import { type SheetToWrite, writeWorkbook } from './write-table.ts'

const { path } = scratch()
const TEMPLATE: SheetToWrite[] = [noteSheet(ROSTER_SHEETS), ...ROSTER_SHEETS.map(spec => ({ spec, rows: [] }))]

async function opened(sheets: SheetToWrite[]) {
  const file = path()
  await writeWorkbook(createWriteStream(file), sheets, '2026-07-01')
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  return { book, file }
}

test('the template has frozen headers, drop-downs, text cells and a note for every column', async () => {
  const { book, file } = await opened(TEMPLATE)
  expect(book.worksheets.map(sheet => sheet.name)).toEqual([NOTE_SHEET, '组织', '党员', '任职'])
  const units = book.getWorksheet('组织')
  expect(units?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(units?.getCell('C2').dataValidation).toMatchObject({
    type: 'list',
    formulae: [`"${UNIT_KINDS.map(kind => kind.zh).join(',')}"`],
  })
  expect(units?.getCell('A1')).toMatchObject({ value: '组织编码*', font: { bold: true } })
  expect([units?.getColumn(1).numFmt, units?.getColumn(11).numFmt]).toEqual(['@', '0'])
  const columns = ROSTER_SHEETS.flatMap(sheet => sheet.columns)
  expect(book.getWorksheet(NOTE_SHEET)?.rowCount).toBe(columns.length + 1)
  expect(columns.every(column => column.hint)).toBe(true)
  const read = mustRead(await readWorkbook(file, ROSTER_SHEETS))
  expect(read.errors).toEqual([])
  expect(new Set(read.remarks.map(r => r.zh))).toEqual(new Set(['表头下面没有数据']))
  for (const sheet of read.sheets) expect(sheet.headers.every(header => header.key)).toBe(true)
})

test('text that looks like a formula or an escape stays text, and what XML cannot hold goes', async () => {
  const values = ['=1+1', '+86', '-1', '@SUM(A1)', '_x0041_', '甲<乙>&"丙', '\u0000甲\ud800']
  const text = { key: 't', zh: '文', en: 't', kind: 'text' as const, required: false, aliases: [] }
  const spec = { key: 's', zh: '表', en: 's', required: true, aliases: [], columns: [text] }
  const { book, file } = await opened([{ spec, rows: values.map(t => ({ t })) }])
  expect(book.getWorksheet('表')?.getCell('A2').type).toBe(ExcelJS.ValueType.String)
  const read = mustRead(await readWorkbook(file, [spec]))
  expect(read.sheets[0]?.rows.map(row => row.values.t)).toEqual([...values.slice(0, -1), '甲\ufffd'])
})

test('the error report lists where, what and what is accepted', async () => {
  const accepted = { zh: '11 位手机号', en: 'an 11-digit mobile number' }
  const error = {
    sheet: '党员',
    row: 7,
    column: { letter: 'M', header: '手机号' },
    value: '=1',
    zh: '不是手机号',
    en: 'not a number',
    accepted,
  }
  const { book } = await opened([errorSheet([error])])
  const row = book.getWorksheet('错误清单')?.getRow(2).values
  expect(row).toEqual([
    undefined,
    '党员',
    7,
    'M',
    '手机号',
    '=1',
    '不是手机号',
    '11 位手机号',
    'not a number',
    accepted.en,
  ])
})

test('a receiver that goes away ends the writing with an error', async () => {
  const out = new PassThrough()
  const spec = ROSTER_SHEETS[1] ?? expect.fail()
  async function* rows() {
    for (let i = 0; i < 5000; i += 1) {
      if (i === 500) out.destroy()
      yield { memberCode: `${i}` }
    }
  }
  await expect(writeWorkbook(out, [{ spec, rows: rows() }], '2026-07-01')).rejects.toThrow()
})
