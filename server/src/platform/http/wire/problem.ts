import { ERRORS, type ErrorCode, type Problem } from '@jiannuo/contract/errors.ts'
import type { FieldError } from '../fail.ts'
import type { Language } from '../serve.ts'

/** The RFC 9457 document of a catalogue error, in the caller's language. */
export function problem(
  code: ErrorCode,
  data: unknown,
  fields: FieldError[],
  language: Language,
  requestId: string,
): Problem {
  const failure = ERRORS[code]
  const say = failure.say as (d: unknown) => { zh: string; en: string }
  return {
    type: `https://jiannuo.example/problems/${code.toLowerCase().replaceAll('_', '-')}`,
    title: say(data)[language],
    status: failure.status,
    code,
    detail: fields[0]?.[language] ?? say(data)[language],
    next: failure.next[language],
    requestId,
    ...(fields.length ? { errors: fields.map(f => ({ pointer: f.pointer, detail: f[language] })) } : {}),
  }
}
