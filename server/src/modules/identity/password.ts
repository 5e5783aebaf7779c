import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const COST = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 } as const

/** argon2id in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password, nonce, ...COST })
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${b64(nonce)}$${b64(tag)}`
}

/** True when the password gave this hash; takes as long for an absent hash, so that accounts cannot be probed by time. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, , , cost, nonce, tag] = (hash ?? (await absent)).split('$')
  const [memory, passes, parallelism] = [...(cost ?? '').matchAll(/=(\d+)/g)].map(m => Number(m[1]))
  if (!nonce || !tag || !memory || !passes || !parallelism) return false
  const expected = Buffer.from(tag, 'base64')
  const found = await derive('argon2id', {
    message: password,
    nonce: Buffer.from(nonce, 'base64'),
    parallelism,
    tagLength: expected.length,
    memory,
    passes,
  })
  return timingSafeEqual(found, expected) && hash !== null
}

const b64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
const absent = hashPassword(randomBytes(16).toString('hex'))

/** Why a password is too weak, or null. Profile: 10 characters, two kinds, not the login, not a run of one character. */
export function weakness(password: string, login: string): { zh: string; en: string } | null {
  if (password.length < 10) return { zh: '密码至少10个字符', en: 'A password needs at least 10 characters' }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter(kind => kind.test(password)).length
  if (kinds < 2)
    return { zh: '密码要有字母、数字、符号中的至少两种', en: 'Use at least two of letters, digits and signs' }
  if (password.toLowerCase().includes(login.toLowerCase()))
    return { zh: '密码不能包含账号', en: 'The password must not contain the account name' }
  if (/^(.)\1+$/.test(password))
    return { zh: '密码不能是同一个字符', en: 'The password must not be one repeated character' }
  return null
}
