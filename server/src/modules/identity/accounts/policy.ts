import { type Actor, deny, hidden, type Policy, type Role, refused } from '../../../platform/http/actor.ts'
import type { FoundAccount } from './sql.ts'

/** Roles whose holders only the system administrator lets in anew: whoever resets a code could sign in with it. */
const ABOVE: readonly string[] = [
  'workCommittee',
  'cityCommittee',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] satisfies Role[]

export interface AccountFacts {
  account: FoundAccount
  /** Every role the account's holder has today. */
  roles: readonly string[]
}

const isOwn = (actor: Actor, { account }: AccountFacts) => actor.accountId === account.id

/** The system administrator for anybody else; staff and organ committees within their reach, but nobody who stands above them. */
export const mayResetCode: Policy<AccountFacts> = (actor, facts) => {
  const { role } = actor.capacity
  if (isOwn(actor, facts)) return deny('OWN_ACCOUNT')
  if (role === 'systemAdministrator') return true
  if (role !== 'workCommittee' && role !== 'organCommittee') return hidden
  return facts.roles.some(r => ABOVE.includes(r)) ? refused : true
}

/** One administrator's office over somebody else's account. */
export const officeOver =
  (...offices: Role[]): Policy<AccountFacts> =>
  (actor, facts) => {
    if (!offices.includes(actor.capacity.role)) return refused
    return isOwn(actor, facts) ? deny('OWN_ACCOUNT') : true
  }
