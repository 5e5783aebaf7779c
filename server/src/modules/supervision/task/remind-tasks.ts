import { addDays } from '@jiannuo/rules/day.ts'
import { restate } from '../../../platform/facts/restate.ts'
import { both } from '../../../platform/http/serve.ts'
import type { JobChange } from '../../../platform/jobs/run-job.ts'
import { holders } from '../task-list/sql.ts'
import { factsOf } from './facts.ts'
import { windowOf } from './soon.ts'
import * as sql from './sql.ts'

/** Who is reminded beside the post itself and the head. */
const DEPUTIES = ['deputySecretary', 'fullTimeDeputySecretary']
/** Looked back so far for what fell due while the product stood still. */
const BACK_DAYS = 14

/**
 * Each morning: whoever has to do a task is reminded once when it becomes due soon and once when it is overdue, the unit’s head and deputies with him;
 * that it fell due goes to the ledger.
 */
export async function remindTasks(change: JobChange): Promise<void> {
  const { tx, authorityId, today, inform } = change
  const { soonBy } = await windowOf(tx, authorityId, today)
  for (const task of await sql.openBetween(tx, authorityId, addDays(today, -BACK_DAYS), soonBy)) {
    const overdue = task.due_on < today
    if (overdue) await restate(change, { module: 'supervision', id: task.id }, factsOf(task, today))
    const people = await holders(tx, [task.unit_id], [...new Set([task.post ?? '', '', ...DEPUTIES])], today)
    await inform(
      people.map(each => each.person_id),
      {
        ...{ kind: `task.${overdue ? 'overdue' : 'soon'}.${task.due_on}`, objectId: task.id, unitId: task.unit_id },
        ...{ link: `/tasks/${task.id}`, dueOn: task.due_on },
        title: overdue
          ? both(`“${task.title}”已过期，还能补办`, `“${task.title}” is overdue; it can still be done`)
          : both(`“${task.title}”${task.due_on}到期`, `“${task.title}” is due on ${task.due_on}`),
      },
    )
  }
}
