/**
 * How alike two pledge items read, 0..1, so that a copied pledge is pointed out before it is submitted.
 *
 * Compared are counts of single characters and of character pairs after normalising: width, punctuation, dates, filler
 * words and light verbs go, figures become one sign. Single characters forgive another order, pairs keep the phrase.
 * A shorter text that is wholly part of a longer one counts almost as a copy. Texts alike but for their figures stay
 * below 1, so that nobody reads 100% where a number was changed.
 */
export interface Fingerprint {
  singles: Grams
  pairs: Grams
  /** Characters left after normalising, each common duty counted as one. */
  length: number
  /** Nothing but a duty every member has by rule (三会一课, 32学时): two people promising it did not copy each other. */
  common: boolean
  figures: string
}

/** Characters or pairs, each with its count times its weight, and the sum of these. */
interface Grams {
  counts: ReadonlyMap<string, number>
  total: number
}

/** Longer text than this is cut off: no pledge item is as long, and hostile input must not cost time. */
const LONGEST = 400

const HAN_FIGURE = /[一二两三四五六七八九十百千]+(?=[次个篇名件家户场天日项座章条人份期批])/g
const DATES = /\d{4}年度?|\d{1,2}月(?:份|\d{1,2}日|底)?(?:之?前)?|年底前?|年内|全年|今年|本年度/g
const FILLER =
  /认真|扎实|积极|主动|进一步|按照|根据|要求|牵头|抓好|做好|组织|开展|进行|推进|推动|完成|落实|实现|达到|工作|不少于|不低于|不超过|以上|以内|至少|[的了并和与及所]/g
const COMMON_DUTIES =
  /三会一课|主题党日|支部党员大会|党员大会|党小组会|组织生活会|民主评议党员|民主评议|双重组织生活|集中学习培训|集中学习|教育培训|讲授?(?:微|专题)?党课|(?:微|专题)?党课|谈心谈话|(?:交纳|缴纳)党费|党费|社区双?报到|双报到|志愿服务|学时|题目结合/g
const FIGURE_MARK = '#'
/** Figures, counters and words of time say little about what is promised, so agreement on one counts only in part. */
const FIGURE_WEIGHT = 0.3
const LIGHT_WEIGHT = 0.5
const LIGHT = new Set('次个项件篇家户场名人份期批每年月周季度天日在到为向对由从')
const NUMBER_CHANGED = 0.95
const PART_OF_LONGER = 0.92
/** Below this many characters a part proves nothing: 「讲党课」 is in every pledge. */
const SHORTEST_PART = 8

export function fingerprint(text: string): Fingerprint {
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/百分之百/g, '100%')
    .replace(/国有企业/g, '国企')
    .replace(DATES, '')
  const digits = plain.replace(HAN_FIGURE, han => `${hanNumber(han)}`)
  const figures = (digits.match(/\d+(?:\.\d+)?/g) ?? []).sort().join(' ')
  const words = digits
    .replace(/\d+(?:\.\d+)?/g, FIGURE_MARK)
    .replace(COMMON_DUTIES, commonMark)
    .replace(FILLER, '')
  const chars = [...words.replace(/[^\p{L}\p{Co}#]/gu, '')]
  const own = words.replace(/[^\p{L}]|每个?[年月周]|季度|参加|按时|支部|小?时|在|次/gu, '')
  const pairs = chars.slice(1).map((char, i) => `${chars[i] ?? ''}${char}`)
  return {
    singles: count(chars),
    pairs: count(pairs),
    length: chars.length,
    common: own.length < 3 && /\p{Co}/u.test(words),
    figures,
  }
}

/** One private-use character for each common duty, so that a stock phrase weighs no more than one character of one's own. */
function commonMark(phrase: string): string {
  let code = 0
  for (const char of phrase) code = (code * 31 + (char.codePointAt(0) ?? 0)) % 6400
  return String.fromCodePoint(0xe000 + code)
}

export function similarity(a: Fingerprint, b: Fingerprint): number {
  if (a.length === 0 || b.length === 0) return 0
  const singles = overlap(a.singles, b.singles)
  const pairs = overlap(a.pairs, b.pairs)
  const whole = 0.4 * singles.dice + 0.6 * pairs.dice
  const part = Math.min(a.length, b.length) < SHORTEST_PART ? 0 : PART_OF_LONGER * pairs.part
  return Math.max(whole, part) * (a.figures === b.figures ? 1 : NUMBER_CHANGED)
}

/** `dice`: shared weight twice over the sum of both; `part`: shared weight over the smaller side. */
function overlap(a: Grams, b: Grams): { dice: number; part: number } {
  if (a.total === 0 || b.total === 0) return { dice: 0, part: 0 }
  let shared = 0
  for (const [gram, weight] of a.counts) {
    const other = b.counts.get(gram)
    if (other !== undefined) shared += Math.min(weight, other)
  }
  return { dice: (2 * shared) / (a.total + b.total), part: shared / Math.min(a.total, b.total) }
}

function count(grams: readonly string[]): Grams {
  const counts = new Map<string, number>()
  let total = 0
  for (const gram of grams) {
    const weight = weightOf(gram)
    counts.set(gram, (counts.get(gram) ?? 0) + weight)
    total += weight
  }
  return { counts, total }
}

/** A pair weighs what its lighter character does. */
function weightOf(gram: string): number {
  if (gram.includes(FIGURE_MARK)) return FIGURE_WEIGHT
  for (const char of gram) if (LIGHT.has(char)) return LIGHT_WEIGHT
  return 1
}

const DIGITS = '零一二三四五六七八九'

/** 十二 is 12, 两 is 2; up to 9999. */
export function hanNumber(han: string): number {
  let sum = 0
  let digit = 0
  for (const char of han) {
    const step = char === '十' ? 10 : char === '百' ? 100 : char === '千' ? 1000 : 0
    if (step > 0) {
      sum += (digit || 1) * step
      digit = 0
    } else digit = char === '两' ? 2 : DIGITS.indexOf(char)
  }
  return sum + digit
}
