import { parentPort, workerData } from 'node:worker_threads'
import { fromNumber, toDecimal } from '@jiannuo/engine/rational.ts'
import type { Said } from '../sheet/column-spec.ts'
import { readBook } from '../sheet/parse/book.ts'
import { openGate, type Parts } from '../sheet/parse/gate.ts'
import { Refused } from '../sheet/parse/refused.ts'
import { letterOf, type RawCell, type RawRow, sheetRows } from '../sheet/parse/sheet-rows.ts'
import type { TableBounds, TableFault } from './table.ts'

/** What the reading thread is started with. */
export interface XlsxOrder {
  path: string
  bounds: TableBounds
}

/** What it answers with: the first row that holds anything is the header. */
export type XlsxAnswer =
  | { kind: 'refused'; said: Said }
  | { kind: 'tooMany' }
  | {
      kind: 'read'
      header: string[]
      headerRow: number
      rows: string[][]
      numbers: number[]
      faults: TableFault[]
      remarks: Said[]
    }

const fault = (zh: string, en: string): Said => ({ zh, en })
const NO_RESULT = fault(
  '公式没有保存计算结果;请直接填写值,或在 Excel、WPS 中打开并保存',
  'the formula has no saved result; type the value, or open and save the file in Excel or WPS',
)
const DATE = fault(
  '单元格是日期;可填数字或文字,请把格式改为常规',
  'the cell is a date; a number or text is accepted, set its format to General',
)
const BOOLEAN = fault('单元格是 TRUE/FALSE;可填数字或文字', 'the cell is TRUE or FALSE; a number or text is accepted')
const DIGITS_LOST = fault(
  '以数字保存,超过 15 位的部分已被 Excel 改成 0;请设为文本后重填',
  'stored as a number, so Excel replaced the digits after the 15th by 0; set the cell to text and type it again',
)
const FORMULAS = fault('含公式,取文件中保存的计算结果', 'formulas: the results saved in the file were taken')
const MERGED = fault(
  '有合并单元格:只有左上角一格有值,其余为空',
  'merged cells: only the upper left one holds a value, the others are empty',
)

/** The text of a cell; a number as Excel shows it, 15 digits without exponent, so that the sum of 0.1 and 0.2 is 0.3. */
export function textOfCell({ kind, text }: Pick<RawCell, 'kind' | 'text'>): string | Said {
  switch (kind) {
    case 'text':
      return text
    case 'number':
      if (/^-?\d{1,15}$/.test(text)) return text
      if (Math.abs(Number(text)) >= 1e15) return DIGITS_LOST
      return toDecimal(fromNumber(Number(Number(text).toPrecision(15)))) ?? ''
    case 'date':
      return DATE
    case 'boolean':
      return BOOLEAN
    case 'noResult':
      return NO_RESULT
    case 'fault':
      return fault(
        `单元格是 Excel 错误 ${text}`,
        `the cell holds the Excel error ${text}; a number or text is accepted`,
      )
  }
}

class Sheet {
  header: string[] = []
  headerRow = 0
  readonly rows: string[][] = []
  readonly numbers: number[] = []
  readonly faults: TableFault[] = []
  readonly remarks = new Set<Said>()
  private cells = 0
  private readonly bounds: TableBounds

  constructor(bounds: TableBounds) {
    this.bounds = bounds
  }

  get full() {
    return this.rows.length > this.bounds.rows || this.cells > this.bounds.cells
  }

  take({ number, cells }: RawRow) {
    if (cells.every(cell => cell.text === '' && cell.kind !== 'noResult')) return
    const isHeader = this.headerRow === 0
    if (isHeader) {
      this.headerRow = number
      this.header = Array(Math.max(...cells.map(cell => cell.column))).fill('')
    }
    const row: string[] = Array(this.header.length).fill('')
    for (const cell of cells) {
      const said = textOfCell(cell)
      const column = this.header[cell.column - 1] || letterOf(cell.column)
      if (cell.formula) this.remarks.add(FORMULAS)
      if (typeof said !== 'string') this.faults.push({ row: number, column, ...said })
      else if (cell.column <= row.length) row[cell.column - 1] = said
      else if (said !== '')
        this.faults.push({
          row: number,
          column,
          ...fault('有值,但表头没有列名', 'holds a value, but the header has no name for it'),
        })
    }
    if (isHeader) this.header = row
    else {
      this.cells += row.length
      this.rows.push(row)
      this.numbers.push(number)
    }
  }
}

async function read({ path, bounds }: XlsxOrder): Promise<XlsxAnswer> {
  let parts: Parts | undefined
  try {
    parts = await openGate(path)
    const book = await readBook(parts)
    const [first, ...others] = book.sheets
    const sheet = new Sheet(bounds)
    if (first)
      for await (const batch of sheetRows(parts.text(first.part), book, () => sheet.remarks.add(MERGED))) {
        for (const row of batch) sheet.take(row)
        if (sheet.full) return { kind: 'tooMany' }
      }
    if (first && others.length > 0)
      sheet.remarks.add(
        fault(
          `有多个工作表,只读取了第一个“${first.name}”`,
          `several sheets; only the first, "${first.name}", was read`,
        ),
      )
    const { header, headerRow, rows, numbers, faults, remarks } = sheet
    return { kind: 'read', header, headerRow, rows, numbers, faults, remarks: [...remarks] }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', said: { zh: error.refusal.zh, en: error.refusal.en } }
    throw error
  } finally {
    parts?.close()
  }
}

if (parentPort) parentPort.postMessage(await read(workerData as XlsxOrder))
