import { type Fault, fault } from './fault.ts'

const ACCEPTED = {
  zh: '写到日的日期：2026-07-01、2026/7/1、2026.7.1、2026年7月1日、20260701，或 Excel 日期',
  en: 'a date down to the day: 2026-07-01, 2026/7/1, 2026.7.1, 2026年7月1日, 20260701, or an Excel date',
}

const TIME = /[t ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?z?$/i
const FULL = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)$/
const PACKED = /^(\d{4})(\d{2})(\d{2})$/
const MONTH = /^\d{4}([-/.]\d{1,2}|年\d{1,2}月?|\d{2})$/
const YEAR = /^\d{4}年?$/

/** A written date as YYYY-MM-DD. The time of day is dropped. */
export function dayOf(written: string): string | Fault {
  const text = written.normalize('NFKC').replace(TIME, '').replace(/\s+/g, '')
  const full = FULL.exec(text)
  if (full) return realDay(full[1] ?? '', full[3] ?? full[5] ?? '', full[4] ?? full[6] ?? '')
  const packed = PACKED.exec(text)
  if (packed) return realDay(packed[1] ?? '', packed[2] ?? '', packed[3] ?? '')
  if (MONTH.test(text)) return fault('只写到月，没有写日', 'only the month is given, the day is missing', ACCEPTED)
  if (YEAR.test(text))
    return fault('只写到年，没有写月和日', 'only the year is given, month and day are missing', ACCEPTED)
  return fault('看不出是哪一天', 'this is not a date that can be read', ACCEPTED)
}

/**
 * An Excel serial date as YYYY-MM-DD; the fraction is the time of day and dropped.
 * Serials under 61 fall before 1900-03-01, where Excel counts a day that never was.
 */
export function dayOfSerial(serial: number, date1904: boolean): string | Fault {
  const count = Math.floor(serial) + (date1904 ? 1462 : 0)
  if (!(count >= 61 && count <= 73_415))
    return fault('日期不在 1900 年至 2100 年之间', 'the date is outside 1900 to 2100', ACCEPTED)
  return new Date((count - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

/** A bare number in a date column: digits typed as 20260701, or a serial whose date style was lost. */
export function dayOfNumber(text: string, date1904: boolean): string | Fault {
  const isSerial = /^[1-9]\d{4}(\.\d+)?$/.test(text)
  return isSerial ? dayOfSerial(Number(text), date1904) : dayOf(text)
}

function realDay(year: string, month: string, day: string): string | Fault {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (y < 1900 || y > 2100) return fault('年份不在 1900 年至 2100 年之间', 'the year is outside 1900 to 2100', ACCEPTED)
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate()
  if (m < 1 || m > 12 || d < 1 || d > lastDay) return fault('没有这一天', 'there is no such day', ACCEPTED)
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
