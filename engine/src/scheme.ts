import { checkFile, type KnownFact } from './checks/file.ts'
import type { SchemeError } from './checks/shape.ts'
import type { Scheme } from './format.ts'

export type { KnownFact } from './checks/file.ts'
export type { SchemeError } from './checks/shape.ts'
export type * from './format.ts'

const isScheme = (value: unknown, errors: readonly SchemeError[]): value is Scheme =>
  typeof value === 'object' && errors.length === 0

/** Checks a scheme published or filed before: what has been barred as formalism since then does not undo it. */
export function checkKeptScheme(value: unknown): { scheme: Scheme } | { errors: SchemeError[] } {
  const errors = checkFile(value).filter(each => !each.isFormalism)
  return isScheme(value, errors) ? { scheme: value } : { errors }
}

/** Checks a parsed scheme file before use; all errors at once. `facts` lists the facts there are, unchecked without it. */
export function checkScheme(
  value: unknown,
  facts?: readonly KnownFact[],
): { scheme: Scheme } | { errors: SchemeError[] } {
  const errors = checkFile(value, facts)
  return isScheme(value, errors) ? { scheme: value } : { errors }
}
