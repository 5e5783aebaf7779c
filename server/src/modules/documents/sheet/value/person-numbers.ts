import { dayOf } from './day.ts'
import { type Fault, fault } from './fault.ts'

const ID = {
  zh: '18 位居民身份证号，前 17 位为数字，末位为数字或 X',
  en: 'an 18-character identity number: 17 digits, then a digit or X',
}
const PHONE = { zh: '11 位手机号，以 1 开头，例如 13800000000', en: 'an 11-digit mobile number that starts with 1' }
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A citizen identity number (GB 11643-1999): region, day of birth and check character are verified. */
export function idNumberOf(written: string): string | Fault {
  const text = written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (/^\d{15}$/.test(text)) return fault('这是 15 位旧号，请填 18 位号', 'this is an old 15-digit number', ID)
  if (!/^\d{17}[\dX]$/.test(text))
    return fault(`应为 18 位，现为 ${text.length} 位或含有其他字符`, 'this is not 17 digits and a digit or X', ID)
  if (!/^[1-9]/.test(text)) return fault('前两位不是省级代码', 'the first two digits are not a province', ID)
  if (typeof dayOf(text.slice(6, 14)) !== 'string')
    return fault('第 7 至 14 位不是出生日期', 'characters 7 to 14 are not a day of birth', ID)
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  if ('10X98765432'[sum % 11] !== text[17]) {
    return fault('校验码不符，至少有一位写错', 'the check character does not fit: at least one digit is wrong', ID)
  }
  return text
}

/** A mobile number of mainland China; +86, spaces and hyphens are dropped. */
export function phoneOf(written: string): string | Fault {
  const text = written
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86(?=1)/, '')
    .replace(/^86(?=1\d{10}$)/, '')
  if (/^1[3-9]\d{9}$/.test(text)) return text
  if (/^0\d{9,11}$/.test(text))
    return fault('这是固定电话，请填手机号', 'this is a landline, a mobile number is wanted', PHONE)
  if (/^\d+$/.test(text) && text.length !== 11)
    return fault(`应为 11 位，现为 ${text.length} 位`, `${text.length} digits instead of 11`, PHONE)
  return fault('不是手机号', 'this is not a mobile number', PHONE)
}
