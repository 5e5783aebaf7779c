import type { ERRORS, ErrorCode, ErrorData } from '@jiannuo/contract/errors.ts'
import type { Both } from '@jiannuo/contract/values.ts'

/** A catalogue error on its way to the caller; `fields` point into the request body by JSON pointer. */
export class CatalogueError extends Error {
  readonly code: ErrorCode
  readonly data: unknown
  readonly fields: FieldError[]
  constructor(code: ErrorCode, data: unknown, fields: FieldError[] = []) {
    super(code)
    this.code = code
    this.data = data
    this.fields = fields
  }
}

export interface FieldError {
  pointer: string
  zh: string
  en: string
  /** What the form calls the field, where the sentence itself does not say. */
  place?: Both | null
}

type DataArgs<C extends ErrorCode> = Parameters<(typeof ERRORS)[C]['say']> extends [] ? [] : [ErrorData<C>]

/** Ends the use case with an error of the catalogue; the transaction is rolled back. */
export function fail<C extends ErrorCode>(code: C, ...data: DataArgs<C>): never {
  throw new CatalogueError(code, data[0])
}

/** Ends the use case with every field that is not acceptable, all at once. */
export function failFields(fields: FieldError[]): never {
  throw new CatalogueError('INVALID_INPUT', { count: fields.length }, fields)
}
