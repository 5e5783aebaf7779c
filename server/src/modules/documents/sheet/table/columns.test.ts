import { describe, expect, test } from 'vitest'
import { cell, craftZip, workbookParts } from '../testing/craft-workbook.ts'
import { PEOPLE } from '../testing/people-sheet.ts'
import { mustRead, scratch } from '../testing/scratch.ts'

const { read } = scratch()

describe('columns', () => {
  const sheetOf = (...rows: string[][]) => {
    const xml = rows.map(
      (row, y) => `<row r="${y + 1}">${row.map((text, x) => cell(`${'ABCDEFG'[x]}${y + 1}`, text)).join('')}</row>`,
    )
    return craftZip(workbookParts({ rows: xml.join(''), after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>' }))
  }

  test('headers are found in traditional characters, with spaces, stars and brackets', async () => {
    const result = mustRead(
      await read(sheetOf(['黨員姓名*', '入 黨 日 期（年-月-日）', '職務'], ['張海', '2020-07-01', '書記']), [PEOPLE]),
    )
    expect(result.sheets[0]?.rows[0]?.values).toMatchObject({ name: '張海', joinedOn: '2020-07-01', duty: 'secretary' })
  })

  test('unknown columns are remarks with a guess, the mapping of the person goes first', async () => {
    const file = sheetOf(['姓名', '本人入党日期情况', '别的'], ['张海', '2020-07-01', '甲'])
    const first = mustRead(await read(file, [PEOPLE]))
    expect(first.sheets[0]?.headers[1]).toMatchObject({ letter: 'B', key: null, suggested: 'joinedOn' })
    expect(first.remarks.map(r => r.column.header)).toEqual(['本人入党日期情况', '别的', '姓名'])
    const mapping = { people: { 本人入党日期情况: 'joinedOn', 别的: null } }
    const second = mustRead(await read(file, [PEOPLE], { mapping }))
    expect(second.sheets[0]?.rows[0]?.values.joinedOn).toBe('2020-07-01')
    expect(second.sheets[0]?.mapping).toEqual({ 姓名: 'name', ...mapping.people })
    expect(second.remarks.map(r => r.zh)).toEqual(['有合并单元格：只有左上角一格有值，其余按空白处理'])
  })

  test('a missing column, a double column and a wrong cell are reported at once', async () => {
    const result = mustRead(
      await read(sheetOf(['入党日期', '入党时间', '手机号'], ['2020-07-01', '', '123'], ['2020-07-01', '', '']), [
        PEOPLE,
      ]),
    )
    expect(result.errors.map(({ row, column, zh }) => [row, column.letter, zh])).toEqual([
      [1, '', '缺少“姓名”列'],
      [1, 'B', '“入党日期”列重复，第 A 列已是'],
      [2, 'C', '应为 11 位，现为 3 位'],
    ])
    expect(result.sheets[0]).toMatchObject({ rowCount: 2, rows: [] })
  })

  test('three errors of one row are all reported, sound rows kept, errors counted past the limit', async () => {
    const bad = ['', '2020-13-01', '主任']
    const file = sheetOf(['姓名', '入党日期', '职务'], bad, ['张海', '2020-07-01', '书记'], ['', '', ''], bad)
    const result = mustRead(await read(file, [PEOPLE], { maxErrors: 4 }))
    expect(result.errors.slice(0, 3).map(e => [e.row, e.column.letter, e.value, e.zh])).toEqual([
      [2, 'B', '2020-13-01', '没有这一天'],
      [2, 'C', '主任', '不在可选范围内'],
      [2, 'A', '', '不能为空'],
    ])
    expect([result.errors.length, result.errorCount]).toEqual([4, 6])
    expect(result.sheets[0]).toMatchObject({ rowCount: 3, rows: [{ row: 3 }] })
  })

  test('an empty sheet, a sheet without rows, a sheet that is not there', async () => {
    const empty = mustRead(await read(craftZip(workbookParts({ rows: '' })), [PEOPLE]))
    expect(empty.errors[0]?.zh).toBe('前 10 行中没有找到表头')
    const noRows = mustRead(await read(sheetOf(['姓名']), [PEOPLE]))
    expect([noRows.errors, noRows.remarks[0]?.zh]).toEqual([[], '表头下面没有数据'])
    const other = { ...PEOPLE, key: 'other', zh: '组织', required: false }
    const missing = mustRead(await read(sheetOf(['姓名']), [PEOPLE, other]))
    expect(missing.errors).toMatchObject([{ sheet: '党员', zh: '缺少工作表“党员”' }])
    expect(missing.remarks).toMatchObject([{ sheet: '表', zh: '不需要的工作表，没有读取' }])
  })

  test('a header below row 10 is not looked for, and reading stops at the row limit', async () => {
    const deep = Array.from({ length: 10 }, () => ['说明'])
    expect(mustRead(await read(sheetOf(...deep, ['姓名'], ['张海']), [PEOPLE])).errors[0]?.zh).toContain('没有找到表头')
    const many = mustRead(
      await read(sheetOf(['姓名'], ...Array.from({ length: 12 }, () => ['甲'])), [PEOPLE], { maxRows: 10 }),
    )
    expect(many.errors[0]?.zh).toBe('超过 10 行，其余未读')
  })
})
