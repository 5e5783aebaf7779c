import { Converter } from 'opencc-js/t2cn'

/** Anything but printable ASCII without the space, and the common Han characters: most cells need no cleaning. */
const NEEDS_CLEANING = /[^\x21-\x7e\u4e00-\u9fff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const SPACES = /[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g
const INVISIBLE = /[\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const BETWEEN_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu

/**
 * One line of text as a person meant it: odd spaces and line breaks become one space, invisible characters go,
 * full-width digits and letters become ASCII. Chinese punctuation and the characters themselves stay.
 */
export function cleanText(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(WIDE, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .trim()
}

/** 张 三 gives 张三; spaces inside names in Latin letters stay. */
export const joinHan = (name: string) => (name.includes(' ') ? name.replace(BETWEEN_HAN, '') : name)

let converter: ReturnType<typeof Converter> | undefined
/** Made when first needed: its tables take a while to build. */
function simplified(text: string): string {
  converter ??= Converter({ from: 't', to: 'cn' })
  return converter(text)
}

/** A form for comparing labels only: without width, spaces, case, marks of required columns, and 繁简. */
export function fold(text: string): string {
  const plain = cleanText(text).normalize('NFKC').toLowerCase()
  return simplified(plain.replace(/[\s*:]+/g, ''))
}

/** A folded label without what stands in brackets: 入党日期(年-月-日) gives 入党日期. */
export const withoutBrackets = (folded: string) => folded.replace(/[([{【〔<][^)\]}】〕>]*[)\]}】〕>]/g, '')
