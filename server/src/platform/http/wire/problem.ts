import { ERRORS, type ErrorCode, type Problem } from '@jiannuo/contract/errors.ts'
import type { FieldError } from '../fail.ts'
import type { Language } from '../serve.ts'

/** The first field that is not acceptable by its name on the form, and how many there are: some stand in no form's view. */
function summary(fields: readonly FieldError[], language: Language): string {
  const [first] = fields
  const place = first?.place?.[language]
  const said = first?.[language] ?? ''
  if (language === 'zh')
    return `${fields.length > 1 ? `有${fields.length}处要改，第1处：` : ''}${place ? `${place}：` : ''}${said}`
  return `${fields.length > 1 ? `${fields.length} fields to mend, the first: ` : ''}${place ? `${place}: ` : ''}${said}`
}

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
    detail: fields.length > 0 ? summary(fields, language) : say(data)[language],
    next: failure.next[language],
    requestId,
    ...(fields.length ? { errors: fields.map(f => ({ pointer: f.pointer, detail: f[language] })) } : {}),
  }
}
