/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

const LONE_SURROGATE = /\p{Surrogate}/u

function text(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new TypeError('a lone surrogate is not Unicode text')
  return JSON.stringify(value)
}

/**
 * The one canonical JSON text of a value (RFC 8785): no blanks, keys sorted by UTF-16 code units, numbers as
 * ECMAScript prints them. A key whose value is undefined is left out, as in JSON.stringify.
 * Throws TypeError on NaN, infinities and lone surrogates. Its UTF-8 bytes are what gets hashed.
 */
export function canonical(value: Json): string {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} is not a JSON number`)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, item]) => (item === undefined ? [] : [`${text(key)}:${canonical(item)}`]))
  return `{${entries.join(',')}}`
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)
