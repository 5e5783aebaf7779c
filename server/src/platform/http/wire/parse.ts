import { fieldPlace } from '@jiannuo/contract/field-titles.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import type { z } from 'zod'
import { CatalogueError, type FieldError } from '../fail.ts'

const both = (zh: string, en: string): Both => ({ zh, en })

/** Parses one part of a request; throws INVALID_INPUT with every unacceptable field in both languages, each with what is wrong first. */
export function parsePart<T extends z.ZodType>(schema: T, value: unknown, root: string): z.output<T> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues
    .map(issue => describe(issue, root))
    .filter((field, i, all) => all.findIndex(other => other.pointer === field.pointer) === i)
  throw new CatalogueError('INVALID_INPUT', { count: fields.length }, fields)
}

function describe(issue: z.core.$ZodIssue, root: string): FieldError {
  const path = issue.path.map(p => String(p).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
  const pointer = `${root}/${path}`.replace(/\/$/, '')
  return { pointer, ...plain(issue), place: fieldPlace(pointer) }
}

/** Every kind of issue the schemas can raise, in plain words that say what is accepted. */
function plain(issue: z.core.$ZodIssue): Both {
  switch (issue.code) {
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), 'least', issue.inclusive ?? true)
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), 'most', issue.inclusive ?? true)
    case 'unrecognized_keys':
      return both(`没有这样的字段：${issue.keys.join('、')}`, `Unknown field: ${issue.keys.join(', ')}`)
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? FILL_IN : (TYPES[issue.expected] ?? FORM)
    case 'invalid_format':
      if (issue.input === '') return issue.format === 'uuid' ? CHOOSE : FILL_IN
      return FORMATS[issue.format] ?? inBoth(issue.message)
    case 'invalid_value':
      if (issue.input === '') return CHOOSE
      return issue.input === undefined ? FILL_IN : oneOf(issue.values.map(String))
    case 'not_multiple_of':
      return both(`请填写${issue.divisor}的倍数`, `A multiple of ${issue.divisor}`)
    case 'invalid_union':
      return issue.input === undefined ? FILL_IN : (alternatives(issue) ?? FORM)
    case 'invalid_key':
    case 'invalid_element':
      return FORM
    case 'custom':
      return inBoth(issue.message)
  }
}

/** A check of the contract says its sentence as `中文 / English`; one that says nothing is told as a matter of form. */
function inBoth(message: string): Both {
  const [zh = '', en = ''] = message.split(' / ')
  return zh && en ? both(zh, en) : FORM
}

function bound(origin: string, limit: number, end: 'least' | 'most', inclusive: boolean): Both {
  const [zh, en] = end === 'least' ? ['至少', 'At least'] : ['最多', 'At most']
  if (origin === 'string' && end === 'least' && limit === 1) return FILL_IN
  if (origin === 'string') return both(`${zh}${limit}个字`, `${en} ${limit} characters`)
  if (origin === 'array' || origin === 'set' || origin === 'map' || origin === 'object')
    return both(`${zh}${limit}项`, `${en} ${limit} entries`)
  if (!inclusive)
    return end === 'least'
      ? both(`请填写大于${limit}的数`, `More than ${limit}`)
      : both(`请填写小于${limit}的数`, `Less than ${limit}`)
  return end === 'least'
    ? both(`不能小于${limit}`, `Not less than ${limit}`)
    : both(`不能大于${limit}`, `Not more than ${limit}`)
}

const oneOf = (values: string[]): Both =>
  values.length > 12
    ? both('不在可选的范围内', 'Not one of the values offered')
    : both(`只能是以下之一：${values.join('、')}`, `One of: ${values.join(', ')}`)

/** A choice told apart by one field names that field's values; another is told by its first alternative that says anything. */
function alternatives(issue: z.core.$ZodIssueInvalidUnion): Both | null {
  const first = issue.errors.flat().find(e => e.path.length === 0)
  return first ? plain(first) : null
}

const FILL_IN = both('请填写', 'Please fill this in')
/** Nobody types an id: an empty one is a choice not made. */
const CHOOSE = both('请选择', 'Please choose')
const FORM = both('格式不对', 'Not in the expected form')
const WHOLE = both('请填写整数', 'Enter a whole number')
const TYPES: Record<string, Both> = {
  string: both('请填写文字', 'Enter text'),
  number: both('请填写数字', 'Enter a number'),
  int: WHOLE,
  boolean: both('请填写是或否', 'Enter yes or no'),
  array: both('请填写一个列表', 'Give a list'),
  object: both('请分项填写', 'Give the fields one by one'),
  record: both('请分项填写', 'Give the fields one by one'),
}

const FORMATS: Record<string, Both> = {
  date: both('请填写存在的日期，如2026-07-08', 'A day that exists, such as 2026-07-08'),
  uuid: both('编号不对', 'Not a valid id'),
  datetime: both('请填写时刻，如2026-07-08T09:00:00+08:00', 'A moment such as 2026-07-08T09:00:00+08:00'),
}
