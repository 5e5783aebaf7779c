import { gunzipSync, gzipSync } from 'node:zlib'
import { seal, unseal } from '../../../platform/seal.ts'

/** Purposes of the two keys: numbers sealed in the records, and a whole file that waits. */
export const PERSONAL = 'personal'
export const WAITING = 'roster-preview'

/** A roster is sealed as a whole while it waits: it holds the personal numbers of everyone in it. */
export const pack = (key: Buffer, value: unknown): string =>
  seal(key, gzipSync(JSON.stringify(value), { level: 1 }).toString('base64'))

/** Only for what `pack` sealed under the same key, hence the trust in its shape. */
export const unpack = <T>(key: Buffer, sealed: string): T =>
  JSON.parse(gunzipSync(Buffer.from(unseal(key, sealed), 'base64')).toString('utf8'))
