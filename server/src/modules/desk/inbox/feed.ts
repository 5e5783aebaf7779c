import { createHash, randomBytes } from 'node:crypto'
import type { downloadFeed as downloadApi } from '@jiannuo/contract/desk/inbox.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change, Context } from '../../../platform/http/serve.ts'
import { readerOf } from './policy.ts'
import * as sql from './sql.ts'
import { writeCalendar } from './write-calendar.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export async function readFeed({ tx, actor }: Change) {
  return { since: (await sql.feedOf(tx, readerOf(actor)))?.created_at ?? null }
}

/** Makes a new secret address and ends the old one. The secret leaves the server this once; its hash alone is kept. */
export async function openFeed(change: Change) {
  const reader = readerOf(change.actor)
  const token = randomBytes(32).toString('base64url')
  await sql.setFeed(change.tx, reader, sha256(token), change.now)
  await change.audit('calendar.open-feed', reader.personId)
  return { path: `/api/calendar/${token}.ics`, since: change.now.toISOString() }
}

export async function closeFeed(change: Change) {
  const reader = readerOf(change.actor)
  await sql.dropFeed(change.tx, reader)
  await change.audit('calendar.close-feed', reader.personId)
}

/** The feed behind a secret. A secret that is wrong, replaced or revoked answers as if nothing had ever been there. */
export async function downloadFeed({ tx, now, settings }: Context, { params, query }: Input<typeof downloadApi>) {
  const secret = sha256(params.token)
  const entries = (await sql.feedEntries(tx, secret)) ?? fail('NOT_FOUND')
  const meetings = await sql.feedMeetings(tx, secret)
  return {
    body: Buffer.from(writeCalendar(entries, meetings, query.language, now, settings.origin)),
    fileName: query.language === 'zh' ? '践诺日程.ics' : 'jiannuo.ics',
  }
}
