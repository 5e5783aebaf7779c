import { type Actor, type Policy, refused, role } from '../../platform/http/actor.ts'
import type { Change } from '../../platform/http/serve.ts'
import * as sql from './sql.ts'

/** Offices that keep the record of their own unit's organisational life. */
const KEEPERS = [
  'branchSecretary',
  'branchCommittee',
  'organCommittee',
  'partyGroupSecretary',
  'workCommittee',
  'districtCommittee',
]

export const keeps = (actor: Actor, unitId: string): boolean =>
  KEEPERS.includes(actor.capacity.role) && actor.capacity.unitId === unitId

export const mayPlan: Policy<unknown> = actor =>
  (actor.capacity.unitId !== null && keeps(actor, actor.capacity.unitId)) || refused

/** The meeting as far as row level security lets the caller see it; no meeting is 404. */
export const meetingFacts = async ({ tx, actor }: Change, { params }: { params: { meetingId: string } }) =>
  (await sql.meetingById(tx, actor.authorityId, params.meetingId, actor.personId)) ?? null

/** A unit keeps its own record: who leads it reads, and changes nothing. */
export const mayKeep: Policy<sql.MeetingRow> = (actor, meeting) => keeps(actor, meeting.unit_id) || refused
/** Whether he is due is the use case's to say. */
export const mayTakePart: Policy<sql.MeetingRow> = actor => actor.personId !== null || refused

/** What the city asks is the whole city's. */
export const mayRequire: Policy<unknown> = role('workCommittee')
