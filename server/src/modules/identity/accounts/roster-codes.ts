import type * as api from '@jiannuo/contract/identity/administration.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { Change, Download } from '../../../platform/http/serve.ts'
import { codeUntil, newCode, sha256 } from '../one-time-code.ts'
import { createAccounts } from './create-accounts.ts'
import * as sql from './sql.ts'

interface SheetRow {
  unit: string
  name: string
  login: string
  code: string
}

/** Accounts for everybody within reach who has none, or new codes for those who never used theirs; the sheet of codes as the only copy. */
export async function createRosterAccounts(
  change: Change,
  { body }: Input<typeof api.createRosterAccounts>,
): Promise<Download> {
  const members = await sql.rosterAccounts(change.tx, body.unitId)
  const rows = body.renew ? await renew(change, members) : await create(change, members)
  await change.audit(
    body.renew ? 'identity.renew-codes' : 'identity.create-accounts',
    body.unitId ?? change.actor.authorityId,
    { values: rows.map(r => r.login) },
  )
  const until = dayOf(codeUntil(change.now))
  return { body: sheet(rows, until), fileName: `一次性口令-${change.today}.csv` }
}

export async function countRosterAccounts({ tx }: Change) {
  const counts = await sql.countRosterAccounts(tx)
  return { withoutAccount: counts.without_account, neverUsed: counts.never_used }
}

async function create(change: Change, members: readonly sql.RosterAccount[]): Promise<SheetRow[]> {
  const without = members.filter(m => m.account_id === null)
  const given = await createAccounts(
    change.tx,
    change.actor.authorityId,
    without.map(m => ({ personId: m.person_id, login: m.code, name: m.name })),
    change.now,
  )
  const units = new Map(without.map(m => [m.person_id, m.unit_name]))
  return given.map(g => ({ unit: units.get(g.personId ?? '') ?? '', name: g.name, login: g.login, code: g.code }))
}

async function renew(change: Change, members: readonly sql.RosterAccount[]): Promise<SheetRow[]> {
  const unused = members.flatMap(m =>
    m.account_id && m.login && !m.has_password
      ? [{ id: m.account_id, unit: m.unit_name, name: m.name, login: m.login, code: newCode() }]
      : [],
  )
  await sql.renewCodes(
    change.tx,
    change.actor.authorityId,
    unused.map(u => ({ id: u.id, codeSha256: sha256(u.code) })),
    codeUntil(change.now),
  )
  return unused
}

/** Sorted by branch, so that each secretary gets his own strip of it. The mark at the beginning makes spreadsheets read it as UTF-8. */
function sheet(rows: readonly SheetRow[], until: string): Buffer {
  const lines = [
    ['党组织', '姓名', '账号', '一次性口令', '有效期至'],
    ...rows.map(r => [r.unit, r.name, r.login, r.code, until]),
  ]
  return Buffer.from(`\uFEFF${lines.map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`)
}

/** Quoted, and a cell that a spreadsheet would take for a formula is made text. */
const cell = (value: string) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
