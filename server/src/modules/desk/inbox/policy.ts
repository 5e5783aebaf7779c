import { type Actor, anyMember, type Policy, refused } from '../../../platform/http/actor.ts'
import type { Reader } from './sql.ts'

/** Inbox and calendar belong to a person: accounts without one, such as the three administrators, have neither. */
export const hasInbox: Policy<unknown> = (actor, facts) => (actor.personId === null ? refused : anyMember(actor, facts))

export function readerOf(actor: Actor): Reader {
  if (!actor.personId) throw new Error('the policy lets nobody in without a person')
  return { authorityId: actor.authorityId, personId: actor.personId }
}
