import type { JobChange } from '../../../platform/jobs/run-job.ts'
import { unseal } from '../../../platform/seal.ts'
import { postSigned, sendMails } from './send.ts'
import * as sql from './sql.ts'
import { againAt, mailAt } from './when.ts'

export const ADDRESS_KEY = 'reminder-address'
/** A transaction may commit a little after the moment its messages carry. */
const OVERLAP_MS = 10 * 60_000
/** Taken up in one run; the rest follows with the next, a minute later. */
const AT_ONCE = 200

/**
 * Every minute: messages that came since are planned for the ways their readers want, what is due is sent, what failed is tried again
 * later and given up after some tries; then the person and the system administrator see it. Nothing is sent of what was read meanwhile.
 */
export async function deliverMessages(change: JobChange): Promise<void> {
  const { settings } = change
  if (!settings.smtp && !settings.hook) return
  await plan(change)
  if (settings.smtp) await mailDue(change)
  if (settings.hook) await postDue(change)
}

async function plan({ tx, authorityId, now, settings }: JobChange): Promise<void> {
  const mark = await sql.markOf(tx, authorityId)
  await sql.setMark(tx, authorityId, now.toISOString())
  if (!mark) return
  const since = new Date(Date.parse(mark) - OVERLAP_MS).toISOString()
  const fresh = await sql.freshItems(tx, since, { mail: settings.smtp !== null, hook: settings.hook !== null })
  const planned = fresh.flatMap(({ id, person_id, mail, hook, ...wish }): sql.Planned[] => {
    const at = { mode: wish.mode, quietFrom: wish.quiet_from, quietUntil: wish.quiet_until }
    return [
      ...(mail ? [{ item_id: id, person_id, channel: 'mail' as const, next_at: mailAt(now, at).toISOString() }] : []),
      ...(hook ? [{ item_id: id, person_id, channel: 'hook' as const, next_at: now.toISOString() }] : []),
    ]
  })
  await sql.planDeliveries(tx, authorityId, planned)
}

/** Everything due for a person goes in one mail. */
async function mailDue(change: JobChange): Promise<void> {
  const { tx, authorityId, now, settings, key } = change
  const rows = await sql.due(tx, authorityId, 'mail', now.toISOString(), AT_ONCE)
  const wanted = await dropped(change, rows, row => row.confirmed_at !== null && row.mode !== 'off')
  const byPerson = [...Map.groupBy(wanted, row => row.person_id).values()]
  const results = await sendMails(
    settings,
    byPerson.map(items => ({
      to: unseal(key(ADDRESS_KEY), items[0]!.address_sealed!),
      ...mailOf(items, originOf(settings)),
      id: items[0]!.id,
    })),
  )
  for (const [at, items] of byPerson.entries()) await record(change, items, results[at] ?? null)
}

async function postDue(change: JobChange): Promise<void> {
  const { tx, authorityId, now, settings } = change
  const rows = await sql.due(tx, authorityId, 'hook', now.toISOString(), AT_ONCE)
  const wanted = await dropped(change, rows, row => row.hook !== false)
  if (wanted.length === 0) return
  const origin = originOf(settings)
  const messages = wanted.map(row => ({
    ...{ id: row.item_id, kind: row.kind, person: row.person_code, sentAt: row.sent_at, dueOn: row.due_on },
    ...{ title: { zh: row.title_zh, en: row.title_en }, link: `${origin}${row.link}` },
  }))
  await record(change, wanted, await postSigned(settings, JSON.stringify({ messages }), now))
}

/** Those still to be sent; the others are put aside. */
async function dropped(change: JobChange, rows: readonly sql.DueRow[], isWanted: (row: sql.DueRow) => boolean) {
  const keep = rows.filter(row => row.read_at === null && isWanted(row))
  const rest = rows.filter(row => !keep.includes(row))
  await sql.settle(
    change.tx,
    change.authorityId,
    rest.map(row => row.id),
    { state: 'dropped', settled_at: change.now.toISOString() },
  )
  return keep
}

async function record({ tx, authorityId, now }: JobChange, rows: readonly sql.DueRow[], fault: string | null) {
  const at = now.toISOString()
  if (fault === null) {
    const ids = rows.map(row => row.id)
    await sql.settle(tx, authorityId, ids, { state: 'sent', settled_at: at, error: null })
    return
  }
  for (const [attempts, tried] of Map.groupBy(rows, row => row.attempts + 1)) {
    const again = againAt(now, attempts)
    const ids = tried.map(row => row.id)
    await sql.settle(
      tx,
      authorityId,
      ids,
      again
        ? { state: 'waiting', settled_at: null, next_at: again.toISOString(), error: fault, attempts }
        : { state: 'failed', settled_at: at, error: fault, attempts },
    )
  }
}

const originOf = (settings: { origin: string | null; host: string; port: number }) =>
  settings.origin ?? `http://${settings.host}:${settings.port}`

function mailOf(items: readonly sql.DueRow[], origin: string) {
  const first = items[0]!
  const lines = items.map(item => `· ${item.title_zh}\n  ${item.title_en}\n  ${origin}${item.link}`)
  return {
    subject: items.length === 1 ? first.title_zh : `践诺：${items.length}条新消息 / ${items.length} new messages`,
    text: `${lines.join('\n\n')}\n\n--\n不想再收邮件：${origin}/inbox 里改“提醒方式”。\nTo stop these mails: “Reminders” at ${origin}/inbox.\n`,
  }
}
