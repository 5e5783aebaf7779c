import type { Level } from '@jiannuo/contract/values.ts'
import { hidden, isAdministrator, type Policy, type Role, refused } from '../../platform/http/actor.ts'

/** What a policy looks at: the level and unit of a round, and whether the caller's office lies over that unit. */
export interface Seat {
  level: Level
  unitKind: string
  office: boolean
}

/** Who runs the rounds of a level (R0.8): the body that the level above names. */
const RUNNERS: Record<Level, readonly Role[]> = {
  member: ['branchSecretary', 'organCommittee'],
  branchSecretary: ['organCommittee', 'workCommittee', 'districtCommittee'],
  organCommitteeSecretary: ['workCommittee', 'districtCommittee'],
  partyGroupSecretary: ['cityCommittee'],
}
const READERS: readonly Role[] = [
  'branchSecretary',
  'organCommittee',
  'workCommittee',
  'districtCommittee',
  'cityCommittee',
]
export const isRunner = (role: Role): boolean => Object.values(RUNNERS).some(roles => roles.includes(role))
/** The unit in whose own rounds alone a work committee acts: it leads those appraised itself. */
const OWN_KIND: Partial<Record<Role, string>> = {
  workCommittee: 'workCommittee',
  districtCommittee: 'districtWorkCommittee',
}

export const runs = (role: Role, seat: Seat): boolean =>
  seat.office && RUNNERS[seat.level].includes(role) && (OWN_KIND[role] ?? seat.unitKind) === seat.unitKind

/** The organisation's own rating: whoever runs the round, and for members the branch committee. */
export const ratesForOrganisation = (role: Role, seat: Seat): boolean =>
  runs(role, seat) || (seat.level === 'member' && seat.office && role === 'branchCommittee')

export const mayRun: Policy<{ round: Seat }> = (actor, { round }) =>
  runs(actor.capacity.role, round) || (round.office ? refused : hidden)
export const mayRead: Policy<{ round: Seat }> = (actor, { round }) =>
  (round.office && READERS.includes(actor.capacity.role)) || (round.office ? refused : hidden)
/** How far a round has come, without any grade: also for the branch committee, which rates in it. */
export const mayReadRound: Policy<{ round: Seat }> = (actor, facts) =>
  ratesForOrganisation(actor.capacity.role, facts.round) || mayRead(actor, facts)
export const mayRateForOrganisation: Policy<{ round: Seat }> = (actor, { round }) =>
  ratesForOrganisation(actor.capacity.role, round) || (round.office ? refused : hidden)
export const readsAppraisals: Policy<unknown> = actor => READERS.includes(actor.capacity.role) || refused
/** A person deals with his own appraisal in whatever capacity he is signed in; administrators have none. */
export const isSubject: Policy<{ subject: { personId: string } }> = (actor, { subject }) =>
  (!isAdministrator(actor.capacity.role) && subject.personId === actor.personId) || hidden
/** Whoever writes the city's schemes tries them on the whole city; for level four that is the city committee's office. */
export const triesSchemes: Policy<unknown> = actor =>
  ['workCommittee', 'cityCommittee'].includes(actor.capacity.role) || refused
