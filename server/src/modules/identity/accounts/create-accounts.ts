import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/database/connect.ts'
import { codeUntil, newCode, sha256 } from '../one-time-code.ts'
import * as sql from './sql.ts'

/** A person who needs an account; `login` is usually the member's code. */
export interface AccountFor {
  personId: string | null
  login: string
  name: string
}
export interface CodeGiven extends AccountFor {
  accountId: string
  /** In plain only here and on the sheet; the database keeps its SHA-256. */
  code: string
}

/** Makes one account each, with a one-time code of 30 days, in one statement. A person or account name that exists already is left out of the answer. */
export async function createAccounts(
  tx: Tx,
  authorityId: string,
  people: readonly AccountFor[],
  now: Date,
): Promise<CodeGiven[]> {
  if (people.length === 0) return []
  const given = people.map(person => ({ ...person, accountId: randomUUID(), code: newCode() }))
  const rows = given.map(g => ({
    id: g.accountId,
    personId: g.personId,
    login: g.login,
    name: g.name,
    codeSha256: sha256(g.code),
  }))
  const made = await sql.insertAccounts(tx, authorityId, rows, now, codeUntil(now))
  return given.filter(g => made.has(g.accountId))
}
