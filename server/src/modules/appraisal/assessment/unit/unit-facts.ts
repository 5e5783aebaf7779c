import type { Named } from '@jiannuo/contract/appraisal/round.ts'
import type { Scheme } from '@jiannuo/engine/scheme.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import { factById, rangeFault } from '@jiannuo/rules/facts/catalogue.ts'
import type { FieldError } from '../../../../platform/http/fail.ts'

/** The facts a scheme reads, each once, by name. */
export const factsRead = (scheme: Scheme): Named[] =>
  [...new Set(factsOf(scheme).map(use => use.fact))].map(id => ({
    id,
    title: factById(id)?.title ?? { zh: id, en: id },
  }))

/** What is wrong with a value that a decision says counts: a fact the scheme does not read, a value out of range. */
export function factFaults(
  scheme: Scheme,
  { fact, value }: { fact: string; value: string | null },
  pointers: { fact: string; value: string },
): FieldError[] {
  const open = factsRead(scheme)
  const known = factById(fact)
  if (!open.some(each => each.id === fact))
    return [
      {
        pointer: pointers.fact,
        zh: `方案没有用到“${fact}”，可选：${open.map(each => each.title.zh).join('、')}`,
        en: `The scheme does not read "${fact}"; accepted: ${open.map(each => each.id).join(', ')}`,
      },
    ]
  const range = known && value !== null ? rangeFault(known, Number(value)) : null
  return range
    ? [{ pointer: pointers.value, zh: `${known!.title.zh}应为${range.zh}`, en: `${known!.title.en}: ${range.en}` }]
    : []
}
