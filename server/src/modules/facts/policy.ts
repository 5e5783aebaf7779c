import type { Fact } from '@jiannuo/rules/facts/fact.ts'
import { hidden, isAdministrator, type Policy, type Role, refused } from '../../platform/http/actor.ts'
import type { SubjectRow } from './sql.ts'

const LEADERSHIP: readonly Role[] = [
  'organCommittee',
  'partyGroupSecretary',
  'workCommittee',
  'districtCommittee',
  'cityCommittee',
]

/** The records behind a number: the person himself, and whoever's office lies over the unit; what is for the leadership, its offices alone. */
export const maySeeRecords: Policy<{ fact: Fact; subject: SubjectRow }> = (actor, { fact, subject }) => {
  const { role } = actor.capacity
  if (isAdministrator(role)) return hidden
  if (subject.id === actor.personId) return true
  if (!subject.office) return subject.about === 'unit' ? refused : hidden
  return fact.visibility !== 'leadership' || LEADERSHIP.includes(role) || refused
}
