import { z } from 'zod'
import { CatalogueError, type FieldError } from './fail.ts'

const zh = z.locales.zhCN().localeError
const en = z.locales.en().localeError

/** Parses one part of a request; throws INVALID_INPUT with every unacceptable field in both languages. */
export function parsePart<T extends z.ZodType>(schema: T, value: unknown, root: string): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(issue => describe(issue, root))
  throw new CatalogueError('INVALID_INPUT', { count: fields.length }, fields)
}

function describe(issue: z.core.$ZodIssue, root: string): FieldError {
  const pointer = `${root}/${issue.path.map(p => String(p).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
  return { pointer: pointer.replace(/\/$/, ''), zh: sentence(zh, issue), en: sentence(en, issue) }
}

function sentence(locale: z.core.$ZodErrorMap, issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message
  const said = locale(issue as never)
  return typeof said === 'string' ? said : (said?.message ?? issue.message)
}
