import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type ExcelJS from 'exceljs'
import type { ColumnSpec, SheetSpec } from './column-spec.ts'
import { letterOf } from './parse/sheet-rows.ts'

declare module 'exceljs' {
  interface Worksheet {
    /** Missing in the package's own types; the only way to validate a range at once. */
    dataValidations: { add(range: string, validation: DataValidation): void }
  }
}

/** One sheet to write: `values` as the reader gives them (days as YYYY-MM-DD, choices as their value, '' for blank). */
export interface SheetToWrite {
  spec: SheetSpec
  rows: Iterable<Record<string, string>> | AsyncIterable<Record<string, string>>
}

/** Rows between two turns of the event loop, so that an export does not hold up other requests. */
const ROWS_PER_TURN = 200
/** Excel's own limits: characters in a cell, and in a drop-down written into the validation itself. */
const LONGEST_CELL = 32_767
const LONGEST_LIST = 255
/** Drop-downs reach this far below the header, or as far as the rows written. */
const VALIDATED_ROWS = 5000

/**
 * Streams a workbook to `out` and resolves once it is flushed. `on` is the day written into its properties.
 * Text that looks like a formula stays text: every value but a number is a string cell.
 */
export async function writeWorkbook(out: Writable, sheets: readonly SheetToWrite[], on: string): Promise<void> {
  const created = new Date(`${on}T00:00:00Z`)
  const flushed = finished(out)
  flushed.catch(() => {}) // a broken pipe is reported by the await below, also when it breaks before that
  const { default: exceljs } = await import('exceljs') // loaded with the first file: it takes as long as the rest of a command
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: true })
  book.created = created
  book.modified = created
  for (const sheet of sheets) await writeSheet(book, sheet, out)
  await book.commit()
  await flushed
}

async function writeSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, { spec, rows }: SheetToWrite, out: Writable) {
  const sheet = book.addWorksheet(spec.zh, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = spec.columns.map(column => ({
    key: column.key,
    width: widthOf(column),
    style: { numFmt: formatOf(column) },
  }))
  const header = sheet.addRow(spec.columns.map(column => (column.required ? `${column.zh}*` : column.zh)))
  header.height = 24
  for (const [i, column] of spec.columns.entries()) Object.assign(header.getCell(i + 1), headerStyle(column.required))
  header.commit()
  const cells = spec.columns.map(cellWriter)
  let count = 0
  for await (const values of rows) {
    sheet.addRow(cells.map(cell => cell(values))).commit()
    count += 1
    if (count % ROWS_PER_TURN === 0) await setImmediate()
    if (out.destroyed) throw new Error('the receiver of the workbook went away')
  }
  const last = Math.max(VALIDATED_ROWS, count + 1)
  for (const [i, column] of spec.columns.entries()) validate(sheet, column, letterOf(i + 1), last)
  sheet.commit()
}

function cellWriter({
  key,
  kind,
  choices = [],
}: ColumnSpec): (values: Record<string, string>) => string | number | null {
  const labels = new Map(choices.map(choice => [choice.value, choice.zh]))
  return values => {
    const value = values[key] ?? ''
    if (value === '') return null
    if (kind === 'integer' || kind === 'decimal') return Number(value)
    return literal(labels.get(value) ?? value)
  }
}

/** Characters XML cannot hold go; text that reads like Excel's escape for them is escaped itself. */
function literal(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      .slice(0, LONGEST_CELL)
  )
}

function validate(sheet: ExcelJS.Worksheet, { zh, kind, choices, required }: ColumnSpec, letter: string, last: number) {
  if (kind !== 'choice' || !choices) return
  const list = choices.map(choice => choice.zh).join(',')
  if (list.length > LONGEST_LIST) throw new Error(`the labels of ${zh} do not fit a drop-down`)
  sheet.dataValidations.add(`${letter}2:${letter}${last}`, {
    type: 'list',
    allowBlank: !required,
    formulae: [`"${list}"`],
    showErrorMessage: true,
    errorTitle: zh,
    error: '请从下拉项中选择',
  })
}

const headerStyle = (required: boolean): Partial<ExcelJS.Style> => ({
  font: { bold: true, color: { argb: required ? 'FFB42318' : 'FF1F2937' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F4F6' } },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border: { bottom: { style: 'thin', color: { argb: 'FF9CA3AF' } } },
  numFmt: '@',
})

/** Days are written as text too: a text cell keeps what is typed, a date cell depends on the machine's locale. */
const formatOf = ({ kind }: ColumnSpec) => (kind === 'integer' ? '0' : kind === 'decimal' ? '0.######' : '@')

const WIDTHS: Record<ColumnSpec['kind'], number> = {
  text: 18,
  day: 14,
  integer: 10,
  decimal: 10,
  choice: 16,
  phone: 15,
  idNumber: 22,
}

const widthOf = ({ kind, max, zh }: ColumnSpec) =>
  Math.max(kind === 'text' && max && max > 100 ? 40 : WIDTHS[kind], zh.length * 2 + 3)
