import type { saveMinutes as saveApi } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { diff3Merge } from 'node-diff3'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { stateTitle } from '../plan/plan-meeting.ts'
import { minutesOf } from '../read-meeting.ts'
import * as sql from '../sql.ts'

/**
 * Saves the minutes. `revision` is the state the writer began from: what somebody else has saved since is joined line by line;
 * where both wrote the same line, both lines stay, the earlier saved one first.
 */
export async function saveMinutes(change: Change, { body }: Input<typeof saveApi>, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  await sql.lockMeeting(tx, actor.authorityId, meeting.id)
  const current = await sql.meetingById(tx, actor.authorityId, meeting.id, actor.personId)
  if (current?.state !== 'open' && current?.state !== 'planned')
    fail('STATE_CONFLICT', { state: stateTitle(current), action: '改记录' })
  const last = await sql.lastMinutes(tx, actor.authorityId, meeting.id)
  const text = await joined(change, meeting.id, body, last)
  if (last && text === last.text) return minutesOf(last)
  await sql.insertMinutes(tx, {
    ...{ authority_id: actor.authorityId, meeting_id: meeting.id, revision: (last?.revision ?? 0) + 1, text },
    ...{ saved_at: change.now.toISOString(), saved_by: actor.personId ?? actor.accountId },
  })
  return minutesOf(await sql.lastMinutes(tx, actor.authorityId, meeting.id))
}

interface Saved {
  text: string
  revision: number
}
async function joined({ tx, actor }: Change, meetingId: string, mine: Saved, last: Saved | undefined): Promise<string> {
  if (!last || last.revision === mine.revision) return mine.text
  const base = await sql.minutesAt(tx, actor.authorityId, meetingId, mine.revision)
  return joinTexts(mine.text, base?.text ?? '', last.text)
}

/** Both texts grown from `base`, line by line; of two versions of the same lines both stay, `theirs` first. */
export function joinTexts(mine: string, base: string, theirs: string): string {
  const lines = (text: string) => (text === '' ? [] : text.split('\n'))
  return diff3Merge(lines(theirs), lines(base), lines(mine))
    .flatMap(({ ok, conflict }) => ok ?? [...(conflict?.a ?? []), ...(conflict?.b ?? [])])
    .join('\n')
}
