import type { ColumnSpec, Said } from '../column-spec.ts'
import type { RawCell } from '../parse/sheet-rows.ts'
import { choiceReader } from './choice.ts'
import { cleanText, joinHan } from './clean-text.ts'
import { dayOf, dayOfNumber, dayOfSerial } from './day.ts'
import { type Fault, fault } from './fault.ts'
import { idNumberOf, phoneOf } from './person-numbers.ts'
import { decimalOf, integerOf } from './quantity.ts'

/** Gives the value as stored, '' when left blank, or what is wrong. `note` is told what the importer should know. */
export type CellCheck = (cell: RawCell, note: (said: Said) => void) => string | Fault

const FORMULA = { zh: '含公式，取文件中保存的计算结果', en: 'holds formulas; the saved results are taken' }
const SERIAL = {
  zh: '有未设日期格式的数字，按 Excel 日期序号理解',
  en: 'numbers without a date format are taken as Excel dates',
}
const DATE_IN_TEXT = {
  zh: '文本列中有日期单元格（例如 1-2 被 Excel 改成 1 月 2 日），按年-月-日取值，请核对',
  en: 'a text column holds date cells (Excel turns 1-2 into 2 January); taken as year-month-day, please verify',
}

/** Prepares the check of one column once, so that the loop over the rows only does what the cell needs. */
export function cellCheck(column: ColumnSpec, date1904: boolean): CellCheck {
  const read = valueReader(column)
  const blanks = new Set(column.blanks)
  return (cell, note) => {
    if (cell.kind === 'noResult') return NO_RESULT
    if (cell.kind === 'fault') return excelFault(cell.text)
    if (cell.formula) note(FORMULA)
    if (cell.kind === 'date' || (column.kind === 'day' && cell.kind === 'number')) {
      return readDay(cell, column, date1904, note, read)
    }
    if (cell.kind === 'number' && LOSES_DIGITS[column.kind] && Math.abs(Number(cell.text)) >= 1e15) return DIGITS_LOST
    const text = cell.kind === 'text' ? cleanText(cell.text) : plainText(cell)
    return text === '' || blanks.has(text) ? '' : read(text)
  }
}

/** A number as Excel shows it: 15 digits, without the noise of binary fractions. */
function plainText(cell: RawCell): string {
  if (cell.kind === 'boolean') return cell.text === '1' || cell.text === 'true' ? 'TRUE' : 'FALSE'
  return /^-?\d{1,15}$/.test(cell.text) ? cell.text : String(Number(Number(cell.text).toPrecision(15)))
}

function readDay(
  cell: RawCell,
  column: ColumnSpec,
  date1904: boolean,
  note: (said: Said) => void,
  read: (text: string) => string | Fault,
) {
  if (cell.kind === 'date') {
    const day = dayOfSerial(Number(cell.text), date1904)
    if (column.kind === 'day' || typeof day !== 'string') return day
    note(DATE_IN_TEXT)
    return read(day)
  }
  const text = plainText(cell)
  if (/^[1-9]\d{4}(\.|$)/.test(text)) note(SERIAL)
  return dayOfNumber(text, date1904)
}

function valueReader(column: ColumnSpec): (text: string) => string | Fault {
  switch (column.kind) {
    case 'day':
      return dayOf
    case 'integer':
      return text => integerOf(text, column.max)
    case 'decimal':
      return text => decimalOf(text, column.max)
    case 'choice':
      return choiceReader(column.choices ?? [])
    case 'phone':
      return phoneOf
    case 'idNumber':
      return idNumberOf
    case 'text': {
      const max = column.max ?? 200
      const finish = column.personName ? joinHan : (text: string) => text
      const tooLong = fault(`超过 ${max} 个字`, `longer than ${max} characters`, {
        zh: `不超过 ${max} 个字的文字`,
        en: `at most ${max} characters`,
      })
      return text => (text.length <= max || [...text].length <= max ? finish(text) : tooLong)
    }
  }
}

const LOSES_DIGITS = {
  text: true,
  phone: true,
  idNumber: true,
  choice: false,
  day: false,
  integer: false,
  decimal: false,
}

const NO_RESULT = fault('公式没有保存计算结果', 'the formula has no saved result', {
  zh: '直接填写的值，或在 Excel、WPS 中打开并保存过的公式',
  en: 'a typed value, or a formula that Excel or WPS has computed and saved',
})

const DIGITS_LOST = fault(
  '以数字保存，超过 15 位的部分已被 Excel 改成 0，无法恢复',
  'stored as a number: Excel replaced the digits after the 15th by 0',
  {
    zh: '先把单元格设为文本格式，再重新填写',
    en: 'set the cell to text, then type the value again',
  },
)

const excelFault = (code: string) =>
  fault(`单元格是 Excel 错误 ${code}`, `the cell holds the Excel error ${code}`, {
    zh: '直接填写的值，或能算出结果的公式',
    en: 'a typed value, or a formula that gives a result',
  })
