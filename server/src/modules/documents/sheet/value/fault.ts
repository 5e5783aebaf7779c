import type { Said } from '../column-spec.ts'

/** What is wrong with one value, and what would be accepted. */
export interface Fault extends Said {
  accepted: Said
}

export const fault = (zh: string, en: string, accepted: Said): Fault => ({ zh, en, accepted })
