import type { Day } from '@jiannuo/contract/values.ts'
import type { FactInput } from '../../../platform/facts/record-fact.ts'
import type { TaskRow } from './sql.ts'

/**
 * What a task says in the ledger, on the day it was due: that it was due, once it is struck off or overdue, and that it was done on time.
 * An answer that waits to be confirmed says nothing yet: the delay is not the unit’s.
 */
export function factsOf(
  task: Pick<TaskRow, 'unit_id' | 'due_on' | 'state' | 'answered_on'>,
  today: Day,
): Omit<FactInput, 'source'>[] {
  const of = { subjectId: task.unit_id, unitId: task.unit_id, on: task.due_on, value: '1' }
  const due = { kind: 'tasksDue', ...of }
  if (task.state === 'settled')
    return task.answered_on !== null && task.answered_on <= task.due_on ? [due, { kind: 'tasksOnTime', ...of }] : [due]
  return task.state === 'open' && task.due_on < today ? [due] : []
}
