import { type Fault, fault } from './fault.ts'

const LARGEST = 999_999_999

/** A whole number from 0 to `max`, thousands separators dropped. */
export const integerOf = (written: string, max = LARGEST) =>
  quantityOf(written, max, /^\d+(\.0+)?$/, { zh: '整数', en: 'a whole number' })

/** A number from 0 to `max` with at most six decimals, thousands separators dropped. */
export const decimalOf = (written: string, max = LARGEST) =>
  quantityOf(written, max, /^\d+(\.\d{1,6})?$/, { zh: '数字', en: 'a number' })

function quantityOf(written: string, max: number, form: RegExp, kind: { zh: string; en: string }): string | Fault {
  const text = written.normalize('NFKC').replace(/\s|,(?=\d{3}(\D|$))/g, '')
  const accepted = { zh: `0 至 ${max} 之间的${kind.zh}`, en: `${kind.en} from 0 to ${max}` }
  if (/^-\d/.test(text)) return fault('不能是负数', 'must not be negative', accepted)
  if (!form.test(text)) return fault(`不是${kind.zh}`, `is not ${kind.en}`, accepted)
  if (Number(text) > max) return fault(`大于 ${max}`, `is more than ${max}`, accepted)
  return String(Number(text))
}
