import { randomUUID } from 'node:crypto'
import {
  confirmFactImport,
  discardFactImport,
  downloadFactErrors,
  downloadFactTemplate,
  type FactImport,
  previewFactImport,
  readFactImport,
  rememberFactColumns,
  withdrawFactImport,
} from '@jiannuo/contract/fact-import.ts'
import { readFactRecords } from '@jiannuo/contract/facts.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-07-08')
})
afterAll(() => city.close())

const CHOICE = { about: 'organ', period: '2026-H1', facts: 'businessScore' } as const
type Cell = string | number | { formula: string; result?: number }

/** The template as a person of that office gets it, filled in by `fill` (code → value). */
async function filled(who: 'staff' | 'ocsA', fill: Record<string, Cell>, more: readonly Cell[][] = []) {
  const { raw } = await city.as(who)(downloadFactTemplate, { query: CHOICE })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as unknown as ArrayBuffer)
  const sheet = book.getWorksheet('数据')!
  sheet.eachRow(row => {
    const value = fill[String(row.getCell(1).value)]
    if (value !== undefined) row.getCell(3).value = value as ExcelJS.CellValue
  })
  for (const row of more) sheet.addRow(row as ExcelJS.CellValue[])
  return Buffer.from(await book.xlsx.writeBuffer())
}
const upload = (who: 'staff' | 'ocsA', payload: Buffer) =>
  city.as(who)(
    previewFactImport,
    { query: { ...CHOICE, document: '青绩考〔2026〕9号', office: '市绩效考评办公室' } },
    { payload, headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'scores.xlsx' } },
  )
const confirm = (who: 'staff' | 'ocsA', { id, digest }: FactImport) =>
  city.as(who)(confirmFactImport, { params: { id }, body: { digest } })
const scoreOf = async (unit: string) =>
  (
    await city.as('staff')(readFactRecords, {
      params: { subjectId: unit, factId: 'businessScore' },
      query: { period: '2026-H1' },
    })
  ).body

describe('R4.7 business scores taken in by Excel', () => {
  it('shows what is new, writes nothing before the confirmation, and knows its rows afterwards', async () => {
    const { body } = await upload('staff', await filled('staff', { ocA: 91.5, ocB: '８８' }))
    expect(body).toMatchObject({ state: 'open', errorCount: 0, counts: { new: 2, changed: 0, unchanged: 0 } })
    expect((await scoreOf(city.unit.ocA)).value).toBeNull()
    expect((await confirm('staff', body)).body.state).toBe('confirmed')
    expect(await scoreOf(city.unit.ocA)).toMatchObject({
      value: '91.5',
      records: [{ imported: { document: '青绩考〔2026〕9号', office: '市绩效考评办公室' } }],
    })
    expect((await scoreOf(city.unit.ocB)).value).toBe('88')
  })
  it('the same file again changes nothing; a changed value is a reversal and a new record; withdrawn, the earlier one stands again', async () => {
    const same = (await upload('staff', await filled('staff', { ocA: 91.5, ocB: 88 }))).body
    expect(same.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
    const { body } = await upload('staff', await filled('staff', { ocA: 90 }))
    expect(body.changes).toMatchObject([{ from: '91.5', to: '90' }])
    await confirm('staff', body)
    expect((await scoreOf(city.unit.ocA)).value).toBe('90')
    const kept = await city.owner.query("select 1 from fact_entry where kind = 'businessScore' and subject_id = $1", [
      city.unit.ocA,
    ])
    expect(kept.rowCount).toBe(3)
    const back = await city.as('staff')(withdrawFactImport, { params: { id: body.id } })
    expect(back.body.state).toBe('withdrawn')
    expect((await scoreOf(city.unit.ocA)).value).toBe('91.5')
    expect((await city.as('staff')(withdrawFactImport, { params: { id: body.id } })).problem.code).toBe(
      'FACT_IMPORT_STATE',
    )
  })
  it('says everything that is wrong at once and refuses to write it', async () => {
    const file = await filled('staff', { ocA: 300, ocB: '很好' }, [
      ['nowhere', '某单位', 60],
      ['ocA', '市水务局机关党委', 60],
    ])
    const { body } = await upload('staff', file)
    expect(body.errors.map(each => [each.value, each.column.letter]).toSorted()).toEqual(
      [
        ['300', 'C'],
        ['nowhere', 'A'],
        ['很好', 'C'],
      ].toSorted(),
    )
    expect((await confirm('staff', body)).problem.code).toBe('ROSTER_HAS_ERRORS')
  })
  it('learns what the headers of one’s own table mean, several facts in one file, and gives every error as a file', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('绩效办')
    for (const row of [
      ['组织代码', '单位', '绩效得分', '群众满意', '备注'],
      ['ocA', '市发展改革委机关党委', 81, 0.97, '含加分'],
    ])
      sheet.addRow(row)
    const file = Buffer.from(await book.xlsx.writeBuffer())
    const facts = 'businessScore,satisfaction'
    const preview = async () =>
      (
        await city.as('staff')(
          previewFactImport,
          { query: { ...CHOICE, facts, document: '一号', office: '绩效办' } },
          { payload: file, headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'own.xlsx' } },
        )
      ).body
    const first = await preview()
    expect(first.columns.open.map(each => each.header)).toEqual(['绩效得分', '群众满意', '备注'])
    expect(first.columns.free.map(each => each.key)).toEqual(['businessScore', 'satisfaction'])
    const teach = (headers: Record<string, string | null>) =>
      city.as('staff')(rememberFactColumns, { body: { headers } })
    expect((await teach({ 绩效得分: 'pledgeCompletion' })).problem.code).toBe('ROSTER_COLUMN_UNKNOWN')
    await teach({ 绩效得分: 'businessScore', 群众满意: 'satisfaction', 备注: null })
    const second = await preview()
    expect([second.columns.open, second.errorCount]).toEqual([[], first.errorCount])
    expect(second.changes.map(each => [each.fact.zh, each.to])).toEqual([
      ['业务工作考核得分', '81'],
      ['党员群众满意率', '0.97'],
    ])
    const wrong = (await upload('staff', await filled('staff', { ocA: 300, ocB: '很好' }))).body
    const { raw } = await city.as('staff')(downloadFactErrors, { params: { id: wrong.id } })
    const errors = new ExcelJS.Workbook()
    await errors.xlsx.load(raw as unknown as ArrayBuffer)
    expect(errors.worksheets[0]?.rowCount).toBe(1 + wrong.errorCount)
  })
  it('is refused when the records have moved on since', async () => {
    const first = (await upload('staff', await filled('staff', { ocB: 70 }))).body
    const second = (await upload('staff', await filled('staff', { ocB: 71 }))).body
    await confirm('staff', second)
    expect((await confirm('staff', first)).problem.code).toBe('FACT_IMPORT_STALE')
    expect((await city.as('staff')(discardFactImport, { params: { id: first.id } })).status).toBe(204)
  })
  it('an organ committee sees and writes its own organ only', async () => {
    const { body } = await upload('ocsA', await filled('staff', { ocA: 77, ocB: 78 }))
    expect(body.errors).toMatchObject([{ value: 'ocB' }, { value: 'w1' }])
    expect((await city.as('ocsB')(readFactImport, { params: { id: body.id } })).status).toBe(404)
    expect((await city.as('secA1')(readFactImport, { params: { id: body.id } })).status).toBe(404)
  })
  it('refuses what is no workbook, a closed year and a fact that is computed', async () => {
    expect((await upload('staff', Buffer.from('no workbook'))).status).toBeGreaterThanOrEqual(415)
    await city.insert('cycle_year', {
      ...{ id: randomUUID(), year: 2025, title: '2025', state: 'closed' },
      ...{ created_by: city.person.staff, created_at: '2025-01-04T01:00:00Z' },
    })
    const template = (query: { period: string; facts: string; about: 'organ' | 'member' }) =>
      city.as('staff')(downloadFactTemplate, { query })
    expect((await template({ ...CHOICE, period: '2025' })).problem.code).toBe('FACT_CHOICE')
    expect((await template({ ...CHOICE, period: '2027' })).problem.code).toBe('FACT_CHOICE')
    expect((await template({ period: '2026', about: 'member', facts: 'pledgeCompletion' })).problem.code).toBe(
      'FACT_CHOICE',
    )
  })
})
