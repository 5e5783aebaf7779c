import type * as api from '@jiannuo/contract/meeting-life/election.ts'
import { FITTING_POSTS, SINGLE_POSTS } from '@jiannuo/contract/organization/fitting-posts.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { type FieldError, fail, failFields } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import {
  holdersOf,
  mayReplyRenewal,
  seatBody,
  superiorOf,
  type UnitFacts,
  unitFacts,
} from '../../organization/index.ts'
import { meetingFacts } from '../policy.ts'
import type { MeetingRow } from '../sql.ts'
import { electionIn, shown } from './hold-election.ts'
import * as sql from './sql.ts'

const READERS = ['secretary', 'deputySecretary', 'fullTimeDeputySecretary', 'workCommitteeStaff'] as const

/** Reports who was elected to which post. After a refusal it is reported anew. */
export async function reportElection(change: Change, { body }: Input<typeof api.reportElection>, meeting: MeetingRow) {
  const { tx, actor, now, today } = change
  await electionIn(change, meeting, ['counted', 'refused'], '报告结果')
  if (meeting.state !== 'closed')
    fail('STATE_CONFLICT', { state: both('会议还没有结束', 'the assembly is not over'), action: '报告结果' })
  const facts = (await unitFacts(change, { params: { unitId: meeting.unit_id } })) ?? fail('NOT_FOUND')
  const candidates = await sql.candidates(tx, actor.authorityId, meeting.id)
  const faults = faultsOf(body, meeting, facts, candidates)
  if (faults.length > 0) failFields(faults)
  for (const { personId, kind } of body.posts)
    await sql.setCandidate(tx, actor.authorityId, meeting.id, personId, { post: kind })
  await sql.setElection(tx, actor.authorityId, meeting.id, {
    ...{ state: 'reported', term_from: body.from, report_text: body.text, reported_at: now.toISOString() },
    ...{ reply_text: null, replied_at: null, replied_by: null },
  })
  const above = await superiorOf(tx, actor.authorityId, meeting.unit_id, today)
  const readers = above ? await holdersOf(tx, actor.authorityId, above.id, [...READERS], today) : []
  await change.inform(
    readers.map(each => each.personId),
    {
      ...{ kind: 'election.reported', objectId: `${meeting.id}:${now.toISOString()}`, unitId: meeting.unit_id },
      link: `/meetings/${meeting.id}`,
      title: both(
        `${facts.unit.name}报告选举结果，等您批复`,
        `${facts.unit.name} reports the result of its election and waits for your reply`,
      ),
    },
  )
  await change.audit('election.report', meeting.id, { unitId: meeting.unit_id, values: body })
  return { election: await shown(change, meeting) }
}

function faultsOf(
  { posts, from }: Input<typeof api.reportElection>['body'],
  meeting: MeetingRow,
  { unit }: UnitFacts,
  candidates: Awaited<ReturnType<typeof sql.candidates>>,
): FieldError[] {
  const faults: FieldError[] = []
  if (from < meeting.held_on)
    faults.push({
      ...{ pointer: '/from', zh: `应不早于选举当天（${meeting.held_on}）` },
      en: `not before the day of the election (${meeting.held_on})`,
    })
  const elected = candidates.filter(each => each.elected)
  for (const { personId, name } of elected)
    if (posts.filter(each => each.personId === personId).length !== 1)
      faults.push({ pointer: '/posts', zh: `${name}应填一个职务`, en: `${name} is to have one post` })
  for (const [i, { personId, kind }] of posts.entries()) {
    if (!elected.some(each => each.personId === personId))
      faults.push({ pointer: `/posts/${i}/personId`, zh: '不是当选人', en: 'was not elected' })
    if (!FITTING_POSTS[unit.kind].includes(kind))
      faults.push({
        pointer: `/posts/${i}/kind`,
        zh: '这类组织没有这个职务',
        en: 'no post of this kind of organisation',
      })
  }
  for (const kind of SINGLE_POSTS)
    if (posts.filter(each => each.kind === kind).length > 1)
      faults.push({ pointer: '/posts', zh: '书记只能有1人', en: 'one secretary only' })
  return faults
}

export interface ReplyFacts extends UnitFacts {
  meeting: MeetingRow
}
export async function replyFacts(change: Change, input: Input<typeof api.replyElection>): Promise<ReplyFacts | null> {
  const meeting = await meetingFacts(change, input)
  const facts = meeting && (await unitFacts(change, { params: { unitId: meeting.unit_id } }))
  return meeting && facts ? { ...facts, meeting } : null
}
export const mayReplyElection = (actor: Change['actor'], facts: ReplyFacts) => mayReplyRenewal(actor, facts)

/** Approved, the body takes office: term and posts change from the day reported. Refused, it goes back with the reason. */
export async function replyElection(change: Change, { body }: Input<typeof api.replyElection>, facts: ReplyFacts) {
  const { tx, actor, now, today } = change
  const { meeting, unit } = facts
  const { term_from: from } = await electionIn(change, meeting, ['reported'], '批复')
  if (!from) throw new Error('a reported election has its day')
  await sql.setElection(tx, actor.authorityId, meeting.id, {
    ...{ state: body.approved ? 'approved' : 'refused', reply_text: body.text, replied_at: now.toISOString() },
    replied_by: actor.personId ?? actor.accountId,
  })
  const readers = await holdersOf(tx, actor.authorityId, unit.id, ['secretary', 'deputySecretary'], today)
  if (body.approved) {
    const elected = await sql.candidates(tx, actor.authorityId, meeting.id)
    const posts = elected.flatMap(each => (each.post ? [{ personId: each.personId, kind: each.post }] : []))
    await seatBody(change, facts, from, posts)
  }
  await change.inform(
    readers.map(each => each.personId),
    {
      ...{ kind: 'election.replied', objectId: `${meeting.id}:${now.toISOString()}`, unitId: unit.id },
      link: `/meetings/${meeting.id}`,
      title: body.approved
        ? both(`同意${unit.name}的选举结果`, `The election of ${unit.name} was approved`)
        : both(`未同意${unit.name}的选举结果：${body.text}`, `The election of ${unit.name} was refused: ${body.text}`),
    },
  )
  await change.audit('election.reply', meeting.id, { unitId: unit.id, values: body })
  return { election: await shown(change, meeting) }
}
