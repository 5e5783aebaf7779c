import type { Policy } from '../../platform/http/actor.ts'
import { hidden, refused, role } from '../../platform/http/actor.ts'
import type { Change } from '../../platform/http/serve.ts'
import { leads, type Scope, scopeOf } from '../organization/index.ts'
import { type Member, memberById, unitOfMember } from './sql.ts'

export interface MemberFacts {
  member: Member
  /** The unit he belongs to today, else the last one. */
  unitId: string | null
  current: boolean
  scope: Scope
  self: boolean
}

/** Facts of any route with a `memberId` in its path. */
export async function memberFacts(
  { tx, actor, today }: Change,
  { params }: { params: { memberId: string } },
): Promise<MemberFacts | null> {
  const member = await memberById(tx, actor.authorityId, params.memberId)
  if (!member) return null
  const at = await unitOfMember(tx, actor.authorityId, member.id, today)
  const whole = actor.capacity.role === 'workCommittee'
  const scope = at ? await scopeOf(tx, actor, at.unitId, today) : whole ? 'below' : 'outside'
  return {
    member,
    unitId: at?.unitId ?? null,
    current: at?.current ?? false,
    scope,
    self: actor.personId === member.id,
  }
}

const readers = [
  'workCommittee',
  'organCommittee',
  'districtCommittee',
  'branchSecretary',
  'branchCommittee',
  'partyGroupSecretary',
] as const
export const mayListMembers = role(...readers)

/** Oneself; secretaries and committees for members row level security lets them see; colleagues not at all. */
export const mayReadMember: Policy<MemberFacts> = (actor, { self }) =>
  self || readers.some(r => r === actor.capacity.role) || hidden

/** The unmasked numbers: oneself, the organ committee and the work committee. */
export const mayReveal: Policy<MemberFacts> = (actor, facts) => facts.self || mayManage(actor, facts)

/** Standing, leaving: the organ committee or a district's work committee in its subtree, the work committee outside what it only guides. */
export const mayManage: Policy<MemberFacts> = (actor, { scope }) => {
  const { role: r } = actor.capacity
  if (r === 'workCommittee') return scope !== 'guided' || refused
  return (leads(r) && scope !== 'outside') || refused
}

/** Fields are also corrected by the member's own secretary. */
export const mayCorrect: Policy<MemberFacts> = (actor, facts) =>
  mayManage(actor, facts) === true ||
  (actor.capacity.role === 'branchSecretary' && facts.scope !== 'outside') ||
  refused

/** A transfer is asked for by the member, his branch or above. */
export const mayRequestTransfer: Policy<MemberFacts> = (actor, facts) => facts.self || mayCorrect(actor, facts)
