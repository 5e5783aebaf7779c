import type { Both } from '@jiannuo/contract/values.ts'
import { z } from 'zod'
import { CatalogueError, type FieldError } from '../fail.ts'

const zh = z.locales.zhCN().localeError
const en = z.locales.en().localeError

/** Parses one part of a request; throws INVALID_INPUT with every unacceptable field in both languages. */
export function parsePart<T extends z.ZodType>(schema: T, value: unknown, root: string): z.output<T> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(issue => describe(issue, root))
  throw new CatalogueError('INVALID_INPUT', { count: fields.length }, fields)
}

function describe(issue: z.core.$ZodIssue, root: string): FieldError {
  const path = issue.path.map(p => String(p).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
  return { pointer: `${root}/${path}`.replace(/\/$/, ''), ...(plain(issue) ?? library(issue)) }
}

const both = (zh: string, en: string): Both => ({ zh, en })

/** What people meet most, in plain words; everything else is said by the library. */
function plain(issue: z.core.$ZodIssue): Both | null {
  if (issue.code === 'too_small' && issue.origin === 'string')
    return issue.minimum === 1
      ? both('请填写', 'Please fill this in')
      : both(`至少${issue.minimum}个字`, `At least ${issue.minimum} characters`)
  if (issue.code === 'too_big' && issue.origin === 'string')
    return both(`最多${issue.maximum}个字`, `At most ${issue.maximum} characters`)
  if (issue.code === 'too_small' && issue.origin === 'array')
    return both(`至少${issue.minimum}项`, `At least ${issue.minimum} entries`)
  if (issue.code === 'too_big' && issue.origin === 'array')
    return both(`最多${issue.maximum}项`, `At most ${issue.maximum} entries`)
  if (issue.code === 'too_small') return both(`不能小于${issue.minimum}`, `Not less than ${issue.minimum}`)
  if (issue.code === 'too_big') return both(`不能大于${issue.maximum}`, `Not more than ${issue.maximum}`)
  if (issue.code === 'unrecognized_keys')
    return both(`没有这样的字段：${issue.keys.join('、')}`, `Unknown field: ${issue.keys.join(', ')}`)
  if (issue.code === 'invalid_type' && issue.input === undefined) return both('请填写', 'Please fill this in')
  if (issue.code === 'invalid_format') return FORMATS[issue.format] ?? both('格式不对', 'Not in the expected form')
  return null
}

const FORMATS: Record<string, Both> = {
  date: both('请填写存在的日期，如2026-07-08', 'A day that exists, such as 2026-07-08'),
  uuid: both('编号不对', 'Not a valid id'),
  datetime: both('请填写时刻，如2026-07-08T09:00:00+08:00', 'A moment such as 2026-07-08T09:00:00+08:00'),
}

const library = (issue: z.core.$ZodIssue): Both => ({ zh: sentence(zh, issue), en: sentence(en, issue) })

function sentence(locale: z.core.$ZodErrorMap, issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message
  const said = locale(issue as never)
  return typeof said === 'string' ? said : (said?.message ?? issue.message)
}
