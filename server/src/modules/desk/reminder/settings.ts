import { createHash, randomInt, randomUUID } from 'node:crypto'
import type {
  setAddress as addressApi,
  confirmAddress as confirmApi,
  Reminders,
  setReminders as setApi,
} from '@jiannuo/contract/desk/reminder.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { seal } from '../../../platform/seal.ts'
import { readerOf } from '../inbox/policy.ts'
import { ADDRESS_KEY } from './deliver.ts'
import { sendMails } from './send.ts'
import * as sql from './sql.ts'
import { clockOf, minutesOf } from './when.ts'

/** A code may be used for half an hour, tried five times, and sent once a minute. */
const CODE_MS = 30 * 60_000
const CODE_TRIES = 5
const BETWEEN_MS = 60_000

const hash = (code: string, personId: string) => createHash('sha256').update(`${personId} ${code}`).digest('hex')
/** The first letter and the domain: enough to recognise one's own. */
const hintOf = (address: string) => address.replace(/^(.)[^@]*@/, '$1***@')

export async function readReminders({ tx, actor, settings }: Change): Promise<Reminders> {
  const reader = readerOf(actor)
  const row = await sql.reminderOf(tx, reader)
  return {
    ...{ mailAvailable: settings.smtp !== null, hookAvailable: settings.hook !== null },
    ...{ address: row?.address_hint ?? null, confirmed: Boolean(row?.confirmed_at), mode: row?.mode ?? 'off' },
    ...{ quietFrom: clockOf(row?.quiet_from ?? null), quietUntil: clockOf(row?.quiet_until ?? null) },
    ...{ hook: row?.hook ?? true, failedAt: await sql.failedAt(tx, reader) },
  }
}

/** Sends a code to the address; until it comes back nothing else is sent there. Fails MAIL_NOT_SET, MAIL_SOON, MAIL_FAILED. */
export async function setAddress(change: Change, { body }: Input<typeof addressApi>) {
  const { tx, actor, now, settings, key } = change
  if (!settings.smtp) fail('MAIL_NOT_SET')
  const reader = readerOf(actor)
  const row = await sql.reminderOf(tx, reader)
  const waited = row?.code_sent_at ? now.getTime() - Date.parse(row.code_sent_at) : BETWEEN_MS
  if (waited < BETWEEN_MS) fail('MAIL_SOON', { seconds: Math.ceil((BETWEEN_MS - waited) / 1000) })
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  await sql.setReminder(tx, reader, {
    ...{ address_sealed: seal(key(ADDRESS_KEY), body.address), address_hint: hintOf(body.address), confirmed_at: null },
    ...{ code_sha256: hash(code, reader.personId), code_sent_at: now.toISOString(), code_tries: 0 },
    mode: row?.mode === 'daily' ? 'daily' : 'atOnce',
  })
  const text = `验证码：${code}\n半小时内有效。不是您本人操作的，请忽略。\n\nCode: ${code}\nGood for half an hour. If you did not ask for it, ignore this mail.\n`
  const [fault] = await sendMails(settings, [
    { to: body.address, subject: '践诺：验证码 / code', text, id: randomUUID() },
  ])
  if (fault) fail('MAIL_FAILED')
  await change.audit('reminder.set-address', reader.personId)
  return readReminders(change)
}

/** Fails MAIL_CODE, and after five wrong codes even for the right one; the wrong try is kept though the request fails. */
export async function confirmAddress(change: Change, { body }: Input<typeof confirmApi>) {
  const { tx, actor, now } = change
  const reader = readerOf(actor)
  const row = await sql.reminderOf(tx, reader)
  const good =
    row?.code_sha256 === hash(body.code, reader.personId) &&
    row.code_tries < CODE_TRIES &&
    now.getTime() - Date.parse(row.code_sent_at ?? '') < CODE_MS
  if (!row || !good) {
    if (row) change.afterRollback(later => sql.noteTry(later, reader))
    fail('MAIL_CODE')
  }
  await sql.setReminder(tx, reader, { confirmed_at: now.toISOString(), code_sha256: null })
  await change.audit('reminder.confirm-address', reader.personId)
  return readReminders(change)
}

export async function dropAddress(change: Change) {
  const reader = readerOf(change.actor)
  await sql.setReminder(change.tx, reader, {
    ...{ address_sealed: null, address_hint: null, confirmed_at: null, code_sha256: null, mode: 'off' },
  })
  await change.audit('reminder.drop-address', reader.personId)
  return readReminders(change)
}

export async function setReminders(change: Change, { body }: Input<typeof setApi>) {
  const reader = readerOf(change.actor)
  if ((body.quietFrom === null) !== (body.quietUntil === null))
    failFields([
      {
        pointer: body.quietFrom === null ? '/quietFrom' : '/quietUntil',
        ...{ zh: '免打扰要写明从几点到几点', en: 'quiet hours need a beginning and an end' },
      },
    ])
  await sql.setReminder(change.tx, reader, {
    ...{ mode: body.mode, hook: body.hook },
    ...{ quiet_from: minutesOf(body.quietFrom), quiet_until: minutesOf(body.quietUntil) },
  })
  await change.audit('reminder.set', reader.personId, { values: body })
  return readReminders(change)
}

/** Reminders that wait or were given up, for whoever runs the system. */
export async function readDeliveries({ tx }: Change) {
  const rows = await sql.health(tx)
  return {
    waiting: rows.reduce((sum, row) => sum + row.waiting, 0),
    failed: rows
      .filter(row => row.failed > 0)
      .map(row => ({ channel: row.channel, error: row.error ?? '', count: row.failed, at: row.last_at! })),
  }
}

export async function retryDeliveries(change: Change) {
  const count = await sql.retryAll(change.tx, change.now.toISOString())
  await change.audit('reminder.retry', change.actor.accountId, { values: { count } })
  return readDeliveries(change)
}
