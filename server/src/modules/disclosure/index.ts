import * as sql from './sql.ts'

export { answerObjection, objectionOf } from './answer-objection.ts'
export { closeNotice } from './close-notice.ts'
export { noticeEnds, openNotice } from './open-notice.ts'
export { mayAnswer, mayReadNotice } from './policy.ts'
export { seen as noticeSeen } from './read-notice.ts'
export type { NoticeRow, ObjectionRow } from './sql.ts'
/** Running notices of a subject whose time is over, oldest first. */
export const dueNotices = sql.due
/** Objections of a notice that still wait for an answer, as far as the caller reads them. */
export const unansweredObjections = sql.unanswered
