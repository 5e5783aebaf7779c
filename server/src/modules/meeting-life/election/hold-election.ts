import type * as api from '@jiannuo/contract/meeting-life/election.ts'
import type { Election } from '@jiannuo/contract/meeting-life/election.ts'
import type { Attendee } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { canonical, type Json } from '@jiannuo/engine/canonical.ts'
import { pileFaults, turnOf } from '@jiannuo/rules/ballot/two-tellers.ts'
import { surplus } from '@jiannuo/rules/life/surplus.ts'
import { type FieldError, fail, failFields } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { mayReplyRenewal, unitFacts } from '../../organization/index.ts'
import { underWay } from '../hold/hold-meeting.ts'
import { attendance, duePeople, type MeetingRow } from '../sql.ts'
import { presenceOf, resultOf } from './result.ts'
import * as sql from './sql.ts'

const ELECTION_STATES: Record<string, { zh: string; en: string }> = {
  none: both('没有选举', 'no election'),
  preparing: both('酝酿候选人', 'naming candidates'),
  counting: both('计票', 'counting'),
  counted: both('已计票', 'counted'),
  reported: both('已报告', 'reported'),
  approved: both('已批复', 'approved'),
  refused: both('未同意', 'refused'),
}

/** The election in one of these states, held until the transaction ends. Fails STATE_CONFLICT. */
export async function electionIn(
  { tx, actor }: Change,
  meeting: MeetingRow,
  states: readonly string[],
  action: string,
): Promise<sql.ElectionRow> {
  const found = await sql.electionOf(tx, actor.authorityId, meeting.id, true)
  const state = found?.state ?? 'none'
  if (!found || !states.includes(state)) fail('STATE_CONFLICT', { state: ELECTION_STATES[state]!, action })
  return found
}

export async function readElection(change: Change, _: unknown, meeting: MeetingRow) {
  return { election: await shown(change, meeting) }
}

/** The election as the caller sees it; nobody is shown the count of one teller alone. */
export async function shown(change: Change, meeting: MeetingRow): Promise<Election | null> {
  const { tx, actor } = change
  const row = await sql.electionOf(tx, actor.authorityId, meeting.id)
  if (!row) return null
  const people = await attendance(tx, actor.authorityId, meeting.id)
  const candidates = await sql.candidates(tx, actor.authorityId, meeting.id)
  const tellers = [row.first_teller, row.second_teller].filter(id => id !== null)
  const names = await sql.namesOf(tx, [...tellers, ...(row.replied_by ? [row.replied_by] : [])])
  const voted = candidates.map(each => ({ personId: each.personId, votes: each.votes ?? 0 }))
  const facts = await unitFacts(change, { params: { unitId: meeting.unit_id } })
  const wanted = surplus.at(meeting.held_on)
  return {
    ...{ meetingId: meeting.id, seats: row.seats, wanted: wantedFor(meeting, row.seats), surplusCite: wanted.cite },
    ...{ state: row.state, candidates, rejected: row.rejected, turn: turnIn(row, actor.personId) },
    tellers: tellers.map(id => names.get(id) ?? ''),
    presence: presenceNow(meeting, people),
    count:
      row.needed === null || row.base === null
        ? null
        : {
            ...{ handedOut: row.handed_out ?? 0, returned: row.returned ?? 0, invalid: row.invalid ?? 0 },
            ...{ needed: row.needed, base: row.base },
          },
    tied: row.base !== null && resultOf(row.seats, row.base, meeting.held_on, voted).tied,
    report:
      row.report_text && row.term_from && row.reported_at
        ? { text: row.report_text, from: row.term_from, at: row.reported_at }
        : null,
    reply:
      row.reply_text && row.replied_at
        ? { text: row.reply_text, at: row.replied_at, by: names.get(row.replied_by ?? '') ?? '' }
        : null,
    mayReply: row.state === 'reported' && facts !== null && mayReplyRenewal(actor, facts) === true,
  }
}

function turnIn(row: sql.ElectionRow, personId: string | null): Election['turn'] {
  const isFirst = row.first_teller === personId
  if (personId === null || row.state === 'preparing' || (!isFirst && row.second_teller !== personId)) return 'none'
  const entered = row.first_count === null ? null : 'entered'
  return turnOf(isFirst ? 'first' : 'second', row.state === 'counting' ? entered : 'confirmed')
}

function wantedFor(meeting: MeetingRow, seats: number): number {
  const outcome = surplus.at(meeting.held_on).compute({ seats })
  return outcome.kind === 'value' ? outcome.value : seats
}

const presenceNow = (meeting: MeetingRow, people: readonly Attendee[]) => {
  const voting = people.filter(each => each.voting)
  return presenceOf(meeting.held_on, voting.length, voting.filter(each => each.state === 'present').length)
}

/** Names the candidates, before or during the assembly. Fails NO_ELECTION_HERE, ELECTION_SURPLUS, NOT_ELIGIBLE. */
export async function nameCandidates(change: Change, { body }: Input<typeof api.nameCandidates>, meeting: MeetingRow) {
  const { tx, actor } = change
  if (meeting.kind !== 'branchAssembly') fail('NO_ELECTION_HERE')
  if (await sql.electionOf(tx, actor.authorityId, meeting.id))
    await electionIn(change, meeting, ['preparing'], '改候选人')
  if (meeting.state !== 'planned' && meeting.state !== 'open')
    fail('STATE_CONFLICT', { state: both('会议已结束', 'the assembly is over'), action: '改候选人' })
  const people = [...new Set(body.candidates)]
  const wanted = wantedFor(meeting, body.seats)
  if (people.length < wanted) fail('ELECTION_SURPLUS', { seats: body.seats, wanted, given: people.length })
  const due = await duePeople(tx, meeting.unit_id, meeting.kind, meeting.participants, meeting.held_on)
  const barred = await sql.suspended(tx, people, meeting.held_on)
  const may = new Set(due.filter(each => each.regular && !barred.has(each.personId)).map(each => each.personId))
  await onlyThese(change, people, may)
  await sql.putElection(tx, actor.authorityId, meeting.id, body.seats, people)
  await change.audit('election.name-candidates', meeting.id, { unitId: meeting.unit_id, values: body })
  return { election: await shown(change, meeting) }
}

async function onlyThese({ tx }: Change, people: readonly string[], may: ReadonlySet<string>): Promise<void> {
  const others = people.filter(each => !may.has(each))
  if (others.length === 0) return
  const names = await sql.namesOf(tx, others)
  fail('NOT_ELIGIBLE', { names: others.map(id => names.get(id) ?? '?').join('、') })
}

/** Begins the vote. Fails QUORUM_LACKING under four fifths, NOT_ELIGIBLE for a teller who is a candidate or not there. */
export async function nameTellers(change: Change, { body }: Input<typeof api.nameTellers>, meeting: MeetingRow) {
  const { tx, actor } = change
  await underWay(change, meeting, '选举')
  await electionIn(change, meeting, ['preparing'], '指定计票人')
  const people = await attendance(tx, actor.authorityId, meeting.id)
  const { present, quorum, kept } = presenceNow(meeting, people)
  if (!kept) fail('QUORUM_LACKING', { present, needed: quorum })
  if (body.first === body.second)
    failFields([{ pointer: '/second', zh: '应为另一位同志', en: 'another person than the first' }])
  const running = new Set((await sql.candidates(tx, actor.authorityId, meeting.id)).map(each => each.personId))
  const may = people.filter(each => each.voting && each.state === 'present' && !running.has(each.personId))
  await onlyThese(change, [body.first, body.second], new Set(may.map(each => each.personId)))
  await sql.setElection(tx, actor.authorityId, meeting.id, {
    ...{ state: 'counting', first_teller: body.first, second_teller: body.second },
  })
  await change.inform([body.first, body.second], {
    ...{ kind: 'election.teller', objectId: meeting.id, unitId: meeting.unit_id, link: `/meetings/${meeting.id}` },
    title: both(`请您为“${meeting.title}”计票`, `You count the slips of “${meeting.title}”`),
  })
  await change.audit('election.name-tellers', meeting.id, { unitId: meeting.unit_id, values: body })
  return { election: await shown(change, meeting) }
}

/** Either teller's count. Two that agree are the result; two that differ are both dropped. */
export async function countSlips(change: Change, { body }: Input<typeof api.countSlips>, meeting: MeetingRow) {
  const { tx, actor } = change
  await underWay(change, meeting, '计票')
  const row = await electionIn(change, meeting, ['counting'], '计票')
  const turn = turnIn(row, actor.personId)
  if (turn !== 'mine')
    fail('STATE_CONFLICT', { state: both('等另一位计票人', 'the other teller is counting'), action: '录入票数' })
  const people = await attendance(tx, actor.authorityId, meeting.id)
  const candidates = await sql.candidates(tx, actor.authorityId, meeting.id)
  const { present: base } = presenceNow(meeting, people)
  const faults = faultsOf(body, row.seats, base, candidates)
  if (faults.length > 0) failFields(faults)
  const given = new Map(body.votes.map(each => [each.personId, each.inFavour]))
  const votes = candidates.map(each => ({ personId: each.personId, votes: given.get(each.personId) ?? 0 }))
  const figures = { handedOut: body.handedOut, returned: body.returned, invalid: body.invalid, votes }
  const set = (fields: sql.ElectionFields) => sql.setElection(tx, actor.authorityId, meeting.id, fields)
  const about = { unitId: meeting.unit_id }
  if (row.first_count === null) {
    await set({ first_count: JSON.stringify(figures) })
    await change.audit('election.enter-count', meeting.id, about)
    return { election: await shown(change, meeting), matched: null }
  }
  const matched = canonical(jsonOf(row.first_count)) === canonical(jsonOf(figures))
  if (!matched) {
    await set({ first_count: null, rejected: row.rejected + 1 })
    await change.audit('election.counts-differ', meeting.id, about)
    return { election: await shown(change, meeting), matched }
  }
  const { needed, elected } = resultOf(row.seats, base, meeting.held_on, votes)
  for (const each of votes)
    await sql.setCandidate(tx, actor.authorityId, meeting.id, each.personId, {
      ...{ votes: each.votes, elected: elected.has(each.personId) },
    })
  await set({
    ...{ state: 'counted', first_count: null, handed_out: body.handedOut, returned: body.returned },
    ...{ invalid: body.invalid, needed, base },
  })
  await change.audit('election.confirm-count', meeting.id, about)
  return { election: await shown(change, meeting), matched }
}

/** As it lies in the database, so that both counts are compared in one form. */
const jsonOf = (count: unknown): Json => JSON.parse(JSON.stringify(count))

/** Everything that cannot be right about a count, at once. More slips back than handed out would make the election void. */
function faultsOf(
  body: Input<typeof api.countSlips>['body'],
  seats: number,
  base: number,
  candidates: Election['candidates'],
): FieldError[] {
  const faults: FieldError[] = pileFaults(body, base)
  const most = (value: number, bound: number, zh: string, en: string) => {
    if (value > bound)
      faults.push({
        ...{ pointer: '/votes', zh: `${zh}，应不多于${bound}，现为${value}` },
        en: `${en}: at most ${bound}, not ${value}`,
      })
  }
  const valid = Math.max(0, body.returned - body.invalid)
  for (const { personId, name } of candidates) {
    const given = body.votes.filter(each => each.personId === personId)
    if (given.length !== 1)
      faults.push({ pointer: '/votes', zh: `${name}应填一次票数`, en: `${name} is to be given once` })
    most(given[0]?.inFavour ?? 0, valid, `${name}的票数多于有效票`, `votes for ${name}`)
  }
  const sum = body.votes.reduce((total, each) => total + each.inFavour, 0)
  most(sum, valid * seats, `票数合计多于有效票乘以应选${seats}名`, 'votes in all')
  return faults
}
