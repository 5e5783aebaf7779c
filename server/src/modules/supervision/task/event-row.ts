import { randomUUID } from 'node:crypto'
import type { Change } from '../../../platform/http/serve.ts'
import type { EventRow } from './sql.ts'

type Said = Pick<EventRow, 'kind' | 'text'> &
  Partial<Pick<EventRow, 'step' | 'meeting_id' | 'due_before' | 'due_after'>>

/** One line of a task’s record, made by the caller for his unit. */
export const eventRow = ({ actor, now, today }: Change, taskId: string, said: Said): EventRow => ({
  ...{ authority_id: actor.authorityId, id: randomUUID(), task_id: taskId },
  ...{ step: null, meeting_id: null, due_before: null, due_after: null },
  ...said,
  ...{ made_on: today, made_at: now.toISOString() },
  ...{ made_by: actor.personId ?? actor.accountId, made_for: actor.capacity.unitId! },
})
