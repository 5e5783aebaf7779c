import { compare, ONE, parseShare, type Rational, ZERO } from '../rational.ts'

/** Where in the parsed file, and what is wrong and accepted. */
export interface SchemeError {
  path: (string | number)[]
  zh: string
  en: string
  /** The input measures activity in an app; a recorded decision may override it. */
  isFormalism?: boolean
}

type Path = SchemeError['path']
export type Raw = Record<string, unknown>

/** A mention of something by name, to be looked up when the whole file has been walked. */
export interface Mention {
  name: string
  path: Path
}

/** What one walk over the file gathers. */
export interface Walk {
  errors: SchemeError[]
  /** Facts, scopes and grades mentioned. */
  facts: Mention[]
  scopes: Mention[]
  grades: Mention[]
  /** Ids and titles that name what is scored. */
  inputs: (Mention & { facts: string[] })[]
}

export type Check = (value: unknown, path: Path, walk: Walk) => void

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const rawOf = (value: unknown): Raw => (isRaw(value) ? value : {})
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
/** NaN for anything that is not a number, so that every comparison with it fails. */
export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)

export function refuse(walk: Walk, path: Path, zh: string, en: string) {
  walk.errors.push({ path, zh, en })
}

export const text: Check = (value, path, walk) => {
  if (typeof value !== 'string' || value === '') refuse(walk, path, '应为非空文字', 'must be a text that is not empty')
}

/** No score needs more; the arithmetic of columns relies on it. */
const LARGEST = 1e12
const SMALLEST = 1e-9

interface Bounds {
  above?: number
  atLeast?: number
  atMost?: number
  whole?: true
}

export const number =
  ({ above, atLeast, atMost, whole }: Bounds = {}): Check =>
  (value, path, walk) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(walk, path, '应为数字', 'must be a number')
    if (value !== 0 && (Math.abs(value) > LARGEST || Math.abs(value) < SMALLEST))
      refuse(
        walk,
        path,
        '绝对值应为 0,或在 0.000000001 与一万亿之间',
        'must be 0, or between 0.000000001 and a million million in size',
      )
    if (whole && !Number.isSafeInteger(value)) refuse(walk, path, '应为整数', 'must be a whole number')
    if (above !== undefined && value <= above) refuse(walk, path, `应大于 ${above}`, `must be above ${above}`)
    if (atLeast !== undefined && value < atLeast)
      refuse(walk, path, `应不小于 ${atLeast}`, `must be at least ${atLeast}`)
    if (atMost !== undefined && value > atMost) refuse(walk, path, `应不大于 ${atMost}`, `must be at most ${atMost}`)
  }

const shareOf = (value: unknown): Rational | null =>
  typeof value === 'string' || typeof value === 'number' ? parseShare(String(value)) : null

export const share: Check = (value, path, walk) => {
  const exact = shareOf(value)
  if (!exact || compare(exact, ZERO) < 0 || compare(exact, ONE) > 0)
    refuse(
      walk,
      path,
      '应为 0 到 1 之间的小数或分数,如 0.3 或 1/3',
      'must be a decimal or fraction from 0 to 1, such as 0.3 or 1/3',
    )
}

export const oneOf =
  (...accepted: unknown[]): Check =>
  (value, path, walk) => {
    if (!accepted.includes(value))
      refuse(walk, path, `只能是 ${accepted.join('、')}`, `must be one of ${accepted.join(', ')}`)
  }

export const matching =
  (pattern: RegExp, example: string): Check =>
  (value, path, walk) => {
    if (typeof value !== 'string' || !pattern.test(value))
      refuse(walk, path, `格式应如 ${example}`, `must look like ${example}`)
  }

export const listing =
  (item: Check): Check =>
  (value, path, walk) => {
    if (!Array.isArray(value) || value.length === 0)
      return refuse(walk, path, '应为至少一项的列表', 'must be a list of at least one')
    for (const [i, each] of value.entries()) item(each, [...path, i], walk)
  }

export const mapping =
  (item: Check): Check =>
  (value, path, walk) => {
    if (!isRaw(value) || Object.keys(value).length === 0)
      return refuse(walk, path, '应为至少一项的对照表', 'must be a mapping of at least one key')
    for (const [key, each] of Object.entries(value)) item(each, [...path, key], walk)
  }

interface Fields {
  required?: Record<string, Check>
  optional?: Record<string, Check>
}

/** A mapping with these keys and no other; `also` looks at several keys together. */
export const keys =
  ({ required = {}, optional = {} }: Fields, also?: (value: Raw, path: Path, walk: Walk) => void): Check =>
  (value, path, walk) => {
    if (!isRaw(value)) return refuse(walk, path, '应为键值对', 'must be a mapping of keys')
    const known = { ...required, ...optional }
    for (const [key, item] of Object.entries(value)) {
      const check = Object.hasOwn(known, key) ? known[key] : undefined
      if (check) check(item, [...path, key], walk)
      else
        refuse(
          walk,
          [...path, key],
          `不认识的键“${key}”,可用:${Object.keys(known).join('、')}`,
          `unknown key "${key}"; accepted: ${Object.keys(known).join(', ')}`,
        )
    }
    for (const key of Object.keys(required))
      if (!Object.hasOwn(value, key)) refuse(walk, path, `缺少“${key}”`, `"${key}" is missing`)
    also?.(value, path, walk)
  }

/** The value of `key` chooses the check. */
export const choosing =
  (key: string, checks: Record<string, Check>): Check =>
  (value, path, walk) => {
    const chosen = textOf(rawOf(value)[key])
    const check = Object.hasOwn(checks, chosen) ? checks[chosen] : undefined
    if (check) return check(value, path, walk)
    if (!isRaw(value)) return refuse(walk, path, '应为键值对', 'must be a mapping of keys')
    oneOf(...Object.keys(checks))(value[key], [...path, key], walk)
  }

const mention =
  (kind: 'facts' | 'scopes' | 'grades'): Check =>
  (value, path, walk) => {
    text(value, path, walk)
    if (typeof value === 'string' && value !== '') walk[kind].push({ name: value, path })
  }

export const fact = mention('facts')
export const scope = mention('scopes')
export const grade = mention('grades')

/** Refuses a name that an earlier item of the list has. */
export function uniqueBy(key: string, value: unknown, path: Path, walk: Walk) {
  const seen = new Set<unknown>()
  for (const [i, item] of listOf(value).entries()) {
    const name = rawOf(item)[key]
    if (name !== undefined && seen.has(name)) refuse(walk, [...path, i, key], `“${name}”重复`, `"${name}" occurs twice`)
    seen.add(name)
  }
}

/** Refuses bounds that do not fall strictly from item to item. */
export function descendingBy(key: string, value: unknown, path: Path, walk: Walk) {
  const bounds = listOf(value).map(item => numberOf(rawOf(item)[key]))
  for (const [i, bound] of bounds.entries())
    if (i > 0 && bound >= (bounds[i - 1] ?? Number.NaN))
      refuse(walk, [...path, i, key], '应比上一项低,从高到低排列', 'must be below the one before; list the best first')
}
