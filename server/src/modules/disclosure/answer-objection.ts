import type { NamedObjection } from '@jiannuo/contract/disclosure.ts'
import { fail } from '../../platform/http/fail.ts'
import { both, type Change } from '../../platform/http/serve.ts'
import * as sql from './sql.ts'

/** One objection of a notice as far as the caller reads it; null when there is none. */
export async function objectionOf(
  change: Pick<Change, 'tx' | 'actor'>,
  noticeId: string,
  objectionId: string,
): Promise<sql.ObjectionRow | null> {
  return (await sql.objectionsOf(change.tx, change.actor.authorityId, noticeId)).find(o => o.id === objectionId) ?? null
}

/** Writes the answer and tells the objector alone. What a correction means for the thing itself, the caller does. */
export async function answerObjection(
  change: Change,
  notice: sql.NoticeRow,
  objection: sql.ObjectionRow,
  { state, answer }: { state: 'upheld' | 'corrected'; answer: string },
): Promise<NamedObjection> {
  const { tx, actor } = change
  await sql.lockNotice(tx, actor.authorityId, notice.id)
  const present = await objectionOf(change, notice.id, objection.id)
  if (present?.state !== 'raised') fail('STATE_CONFLICT', { state: { zh: '已答复', en: 'answered' }, action: '再答复' })
  const at = change.now.toISOString()
  await sql.setAnswer(tx, actor.authorityId, objection.id, {
    state,
    answer,
    answered_by: actor.personId,
    answered_at: at,
  })
  await change.inform([objection.person_id], {
    kind: 'objection.answered',
    objectId: objection.id,
    title:
      state === 'upheld'
        ? both(`您的意见有了答复：维持，“${notice.title}”`, `Your objection was answered: upheld, “${notice.title}”`)
        : both(
            `您的意见有了答复：更正，“${notice.title}”`,
            `Your objection was answered: corrected, “${notice.title}”`,
          ),
    link: `/notices/${notice.id}`,
    unitId: notice.unit_id,
  })
  await change.audit('notice.answer', objection.id, { unitId: notice.unit_id, values: { state, answer } })
  return sql.toNamed({ ...objection, state, answer, answered_at: at })
}
