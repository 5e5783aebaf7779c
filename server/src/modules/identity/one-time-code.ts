import { createHash, randomBytes } from 'node:crypto'

/** Digits and capitals without look-alikes: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const ALPHABET = 'ACDEFGHJKMNPQRTWXY34679'
const LENGTH = 15
const DAYS = 30

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A code of 15 characters in three groups, 67 bits; drawn by rejection, so that no character is likelier than another. */
export function newCode(): string {
  let code = ''
  while (code.length < LENGTH) {
    for (const byte of randomBytes(LENGTH * 2)) {
      if (byte < 253 && code.length < LENGTH) code += ALPHABET[byte % ALPHABET.length]
    }
  }
  return `${code.slice(0, 5)}-${code.slice(5, 10)}-${code.slice(10)}`
}

/** A code as a person may type it: lower case, without hyphens, with blanks or full-width letters. Anything else is left as it is. */
export function normalCode(typed: string): string {
  const bare = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  return bare.length === LENGTH ? `${bare.slice(0, 5)}-${bare.slice(5, 10)}-${bare.slice(10)}` : typed
}

/** Until when a code given out now may be used. */
export const codeUntil = (now: Date) => new Date(now.getTime() + DAYS * 86_400_000)
