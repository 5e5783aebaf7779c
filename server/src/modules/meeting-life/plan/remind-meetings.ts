import { addDays } from '@jiannuo/rules/day.ts'
import { both } from '../../../platform/http/serve.ts'
import type { JobChange } from '../../../platform/jobs/run-job.ts'
import * as sql from '../sql.ts'
import { clockOf } from './plan-meeting.ts'

/** The day before: everybody due who has no leave is reminded, once. A year planned in one step is thus not forgotten. */
export async function remindMeetings({ tx, authorityId, today, inform }: JobChange): Promise<void> {
  for (const meeting of await sql.plannedOn(tx, authorityId, addDays(today, 1))) {
    const due = await sql.duePeople(tx, meeting.unit_id, meeting.kind, meeting.participants, meeting.held_on)
    const away = new Set(
      (await sql.attendance(tx, authorityId, meeting.id))
        .filter(each => each.state === 'leave')
        .map(each => each.personId),
    )
    await inform(
      due.map(each => each.personId).filter(personId => !away.has(personId)),
      {
        ...{ kind: `meeting.tomorrow.${meeting.sequence}`, objectId: meeting.id, unitId: meeting.unit_id },
        ...{ link: `/meetings/${meeting.id}`, dueOn: meeting.held_on },
        title: both(
          `明天开会：${clockOf(meeting.starts_at)}“${meeting.title}”，${meeting.place}`,
          `Tomorrow: ${clockOf(meeting.starts_at)} “${meeting.title}”, ${meeting.place}`,
        ),
      },
    )
  }
}
