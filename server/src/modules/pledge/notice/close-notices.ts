import { counted } from '@jiannuo/contract/counted.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { both } from '../../../platform/http/serve.ts'
import type { JobChange } from '../../../platform/jobs/run-job.ts'
import { closeNotice, dueNotices, unansweredObjections } from '../../disclosure/index.ts'
import { deciders } from '../pledge/sql.ts'
import { takeEffect } from './take-effect.ts'

/** Each night: ends the notices of pledges whose time is over. One with an unanswered objection waits, and its reviewers are told once. */
export async function closeDueNotices(job: JobChange): Promise<void> {
  const { tx, authorityId, today } = job
  for (const notice of await dueNotices(tx, authorityId, 'pledge', today)) {
    const waiting = await unansweredObjections(tx, authorityId, notice.id)
    if (waiting === 0) {
      await closeNotice(job, notice)
      await takeEffect(job, notice.id)
      continue
    }
    await job.inform(await deciders(tx, authorityId, notice.reviewer_unit_id, today), {
      kind: 'notice.held',
      objectId: notice.id,
      title: both(
        `“${notice.title}”公示期满，还有${waiting}条意见等您答复，答复后生效`,
        `“${notice.title}” has run its time; ${counted(waiting, 'objection awaits', 'objections await')} your answer before it takes effect`,
      ),
      link: `/notices/${notice.id}`,
      unitId: notice.reviewer_unit_id,
      dueOn: addDays(notice.closes_on, -1),
    })
  }
}
