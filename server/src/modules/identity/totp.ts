import { Secret, TOTP } from 'otpauth'

const totp = (secret: string, account = '') =>
  new TOTP({
    issuer: 'Jiannuo',
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: Secret.fromBase32(secret),
  })

export const newTotpSecret = () => new Secret({ size: 20 }).base32
export const totpUri = (secret: string, account: string) => totp(secret, account).toString()

/** The 30-second step a code belongs to (the present one or a neighbour), or null when it fits none. A step is accepted once only. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 30_000) + delta
}
