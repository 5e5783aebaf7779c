import { createWriteStream } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from './read-table.ts'
import { cell, craftZip, workbookParts } from './testing/craft-workbook.ts'
import { PEOPLE } from './testing/people-sheet.ts'
import { mustRead, scratch } from './testing/scratch.ts'
import { writeWorkbook } from './write-table.ts'

const { path, read } = scratch()

/** Reads one data row under the given headers, crafted as XML. */
async function readRow(
  headers: string[],
  row: string,
  more: { strings?: string; styles?: string; date1904?: boolean } = {},
) {
  const head = headers.map((header, i) => cell(`${String.fromCharCode(65 + i)}1`, header)).join('')
  const rows = `<row r="1">${head}</row><row r="2">${cell('A2', '张海')}${row}</row>`
  return mustRead(await read(craftZip(workbookParts({ rows, ...more })), [PEOPLE]))
}

const readValues = async (...args: Parameters<typeof readRow>) => (await readRow(...args)).sheets[0]?.rows[0]?.values

test('what the writer writes, the reader gives back', async () => {
  const file = path()
  const rows = Array.from({ length: 1500 }, (_, i) => ({
    name: `欧阳明${i}`,
    joinedOn: '2019-07-01',
    duty: i % 2 ? 'secretary' : 'disciplineMember',
    count: String(i),
    phone: '13800000000',
    note: '=HYPERLINK("http://x","y")',
  }))
  await writeWorkbook(createWriteStream(file), [{ spec: PEOPLE, rows }], '2026-07-01')
  const result = mustRead(await readWorkbook(file, [PEOPLE], { maxErrors: 5 }))
  expect(result.errors.map(e => e.zh)).toEqual(Array(5).fill('超过 20 个字'))
  const wide = { ...PEOPLE, columns: PEOPLE.columns.map(c => (c.key === 'note' ? { ...c, max: 200 } : c)) }
  const again = mustRead(await readWorkbook(file, [wide]))
  expect(again.errors).toEqual([])
  expect(again.sheets[0]?.rows.map(row => row.values)).toEqual(rows)
})

test('cells of every kind that exceljs can write come back as plain text', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('党员')
  sheet.addRow(['2026 年度党员名册'])
  sheet.addRow(['党员姓名', '入党时间', '职务', '人数', '手机号', '备注'])
  sheet.addRow([
    { richText: [{ text: '欧阳' }, { font: { bold: true }, text: '慧' }] },
    new Date('2026-07-01T00:00:00Z'),
    { formula: 'A9', result: '书记' },
    { formula: '1+2', result: 3 },
    13800000000,
    { text: '点此', hyperlink: 'https://example.cn' },
  ])
  sheet.addRow(['张　三\u200b ', '2026年7月1日', '支部書記', '１，２３４', '+86 138-0000-0000', true])
  const file = path()
  await book.xlsx.writeFile(file)
  const result = mustRead(await readWorkbook(file, [PEOPLE]))
  expect(result.errors).toEqual([])
  expect(result.sheets[0]?.headerRow).toBe(2)
  expect(result.sheets[0]?.rows).toEqual([
    {
      row: 3,
      values: {
        name: '欧阳慧',
        joinedOn: '2026-07-01',
        duty: 'secretary',
        count: '3',
        phone: '13800000000',
        note: '点此',
      },
    },
    {
      row: 4,
      values: {
        name: '张三',
        joinedOn: '2026-07-01',
        duty: 'secretary',
        count: '1234',
        phone: '13800000000',
        note: 'TRUE',
      },
    },
  ])
  expect(result.remarks).toMatchObject([
    { column: { letter: 'C' }, row: 3, count: 1, zh: '含公式，取文件中保存的计算结果' },
    { column: { letter: 'D' }, row: 3, count: 1 },
  ])
})

describe('cells as other programs write them', () => {
  test.each([
    [
      'runs of an inline string',
      '备注',
      '<c r="B2" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>',
      '甲乙',
    ],
    ['a formula that gives text', '备注', '<c r="B2" t="str"><f>A1</f><v>甲</v></c>', '甲'],
    ['a formula that gives true', '备注', '<c r="B2" t="b"><f>1=1</f><v>1</v></c>', 'TRUE'],
    ['binary noise', '备注', '<c r="B2"><v>0.30000000000000004</v></c>', '0.3'],
    ['an exponent', '手机号', '<c r="B2"><v>1.3800000001E10</v></c>', '13800000001'],
    ['a cell without an address', '备注', '<c t="str"><v>甲</v></c>', '甲'],
    ['an escaped line break', '备注', cell('B2', '甲_x000D_&#10;乙'), '甲 乙'],
    ['full-width letters, Chinese brackets kept', '备注', cell('B2', 'ＡＢ１２（本级）'), 'AB12（本级）'],
    ['a lost date style', '入党日期', '<c r="B2"><v>46204</v></c>', '2026-07-01'],
    ['digits typed as a number', '入党日期', '<c r="B2"><v>20260701</v></c>', '2026-07-01'],
    ['an ISO date cell', '入党日期', '<c r="B2" t="d"><v>2026-07-01T00:00:00</v></c>', '2026-07-01'],
    ['prefixed elements', '备注', '<x:c r="B2" t="str"><x:v>甲</x:v></x:c>', '甲'],
  ])('%s', async (_, header, xml, expected) => {
    const key = PEOPLE.columns.find(c => c.zh === header)?.key ?? ''
    expect((await readValues(['姓名', header], xml))?.[key]).toBe(expected)
  })

  test('shared strings join their runs and drop the phonetic guide', async () => {
    const strings = '<si><r><t>欧</t></r><r><t>阳</t></r><rPh sb="0" eb="1"><t>おう</t></rPh></si>'
    expect((await readValues(['姓名', '备注'], '<c r="B2" t="s"><v>0</v></c>', { strings }))?.note).toBe('欧阳')
  })

  test('date styles, built in for Chinese editions or made by the user, and the 1904 calendar', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs>'
    const at = (style: number, serial: string) => `<c r="B2" s="${style}"><v>${serial}</v></c>`
    expect((await readValues(['姓名', '入党日期'], at(1, '46204.5'), { styles }))?.joinedOn).toBe('2026-07-01')
    expect((await readValues(['姓名', '入党日期'], at(2, '46204'), { styles }))?.joinedOn).toBe('2026-07-01')
    expect((await readValues(['姓名', '入党日期'], at(2, '44742'), { styles, date1904: true }))?.joinedOn).toBe(
      '2026-07-01',
    )
    expect((await readValues(['姓名', '备注'], at(3, '7'), { styles }))?.note).toBe('7')
    const turned = await readRow(['姓名', '备注'], at(1, '46204'), { styles })
    expect(turned.sheets[0]?.rows[0]?.values.note).toBe('2026-07-01')
    expect(turned.remarks[0]?.zh).toContain('请核对')
  })

  test.each([
    ['备注', '<c r="B2"><f>A1</f></c>', '公式没有保存计算结果'],
    ['备注', '<c r="B2" t="e"><v>#REF!</v></c>', '单元格是 Excel 错误 #REF!'],
    ['备注', '<c r="B2"><v>370200199001011234</v></c>', '以数字保存，超过 15 位的部分已被 Excel 改成 0，无法恢复'],
    ['入党日期', '<c r="B2"><v>202607</v></c>', '只写到月，没有写日'],
    ['职务', cell('B2', '主任'), '不在可选范围内'],
    ['人数', '<c r="B2"><v>-1</v></c>', '不能是负数'],
    ['人数', '<c r="B2"><v>1.5</v></c>', '不是整数'],
  ])('%s from %s is an error: %s', async (header, xml, zh) => {
    const result = await readRow(['姓名', header], xml)
    expect(result.errors).toMatchObject([{ sheet: '表', row: 2, column: { letter: 'B', header }, zh }])
    expect(result.errors[0]?.accepted.zh).not.toBe('')
    expect(result.sheets[0]).toMatchObject({ rowCount: 1, rows: [] })
  })
})
