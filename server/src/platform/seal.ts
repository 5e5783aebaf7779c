import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Seals one field with AES-256-GCM under a key derived for its purpose; the database holds only this text. */
export function seal(key: Buffer, plain: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens a sealed field; throws when it was altered or sealed under another key. */
export function unseal(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
}

/** What is shown of a sealed number: the first three and last two characters. */
export const mask = (plain: string) =>
  `${plain.slice(0, 3)}${'*'.repeat(Math.max(0, plain.length - 5))}${plain.slice(-2)}`
