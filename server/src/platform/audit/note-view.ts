import { createHash } from 'node:crypto'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../database/connect.ts'
import type { Actor } from '../http/actor.ts'
import { type AuditEvent, eventRow } from './write-event.ts'

/** Personal records, as the person finds them named among those who looked: audit action `view.<record>`. */
export type PersonalRecord = 'member' | 'fulfilment' | 'report' | 'result' | 'facts' | 'duty' | 'transfer' | 'sessions'

type Look = { record: PersonalRecord; personId: string; day: Day } & Pick<
  AuditEvent,
  'at' | 'route' | 'address' | 'requestId'
>

/** Looks of today that are in the log already; only a saving, the row's own id keeps them single. */
let noted = new Set<string>()
let notedOn = ''

/**
 * Notes that somebody looked at a person's record: one audit row for each viewer in his office, record, person and day (trust 3).
 * One's own record is nobody's business, and what colleagues see of each other hangs in their unit anyway.
 */
export async function noteView(
  inTransaction: (write: (tx: Tx) => Promise<unknown>) => Promise<unknown>,
  actor: Actor,
  { record, personId, day, ...about }: Look,
): Promise<void> {
  const { role, key } = actor.capacity
  if (personId === actor.personId || role === 'member' || role === 'partyGroupMember') return
  const id = uuidOf([actor.authorityId, actor.accountId, key, record, personId, day].join('|'))
  if (notedOn !== day) [noted, notedOn] = [new Set(), day]
  if (noted.has(id)) return
  const row = eventRow({
    ...{ ...about, actor, authorityId: actor.authorityId },
    ...{ action: `view.${record}`, objectId: personId, outcome: 'done' },
  })
  await inTransaction(tx =>
    tx
      .insertInto('audit_event')
      .values({ ...row, id })
      .onConflict(oc => oc.doNothing())
      .execute(),
  )
  if (noted.size < MOST_REMEMBERED) noted.add(id)
}
const MOST_REMEMBERED = 100_000

/** The same words give the same id (a version 8 UUID), so that a second row for the same look cannot be. */
function uuidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
