import type { ErrorCode, ErrorData } from '@jiannuo/contract/errors.ts'

/** What a person acts as: each capacity has one role and one place; a person with several posts switches between them. */
export const ROLES = [
  'member',
  'branchCommittee',
  'branchSecretary',
  'organCommittee',
  'partyGroupSecretary',
  'partyGroupMember',
  'workCommittee',
  'districtCommittee',
  'cityCommittee',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
  // Background work of one authority; no person ever has it.
  'job',
] as const
export type Role = (typeof ROLES)[number]

export interface Capacity {
  /** Stable key of the capacity: `member`, or the id of the post or grant behind it. */
  key: string
  role: Role
  unitId: string | null
  unitName: string
  unitKind: string | null
  title: { zh: string; en: string }
}

/** Who is calling, resolved from the session on every request, so that a revocation works on the next one. */
export interface Actor {
  authorityId: string
  accountId: string
  sessionId: string
  personId: string | null
  name: string
  capacity: Capacity
  /** True when the session was confirmed with a second factor. */
  strong: boolean
}

export type Verdict = true | { deny: ErrorCode; data?: unknown }

/** Pure: may this actor do this, given these facts? Deny NOT_FOUND when he may not see the thing, NOT_ALLOWED when he sees it and may not do this. */
export type Policy<F> = (actor: Actor, facts: F) => Verdict

export const deny = <C extends ErrorCode>(
  code: C,
  ...data: ErrorData<C> extends undefined ? [] : [ErrorData<C>]
): Verdict => ({
  deny: code,
  data: data[0],
})
export const hidden: Verdict = { deny: 'NOT_FOUND' }
export const refused: Verdict = { deny: 'NOT_ALLOWED' }

/** Passes for any of the roles, else NOT_ALLOWED. */
export const role =
  (...roles: Role[]): Policy<unknown> =>
  actor =>
    roles.includes(actor.capacity.role) || refused

/** Any signed-in person in a business capacity; administrators have no business data. */
export const anyMember: Policy<unknown> = actor => !isAdministrator(actor.capacity.role) || refused
export const signedIn: Policy<unknown> = () => true
export const isAdministrator = (r: Role) =>
  r === 'systemAdministrator' || r === 'securityAdministrator' || r === 'auditAdministrator'
