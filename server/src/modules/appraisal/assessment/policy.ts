import { type Actor, hidden, type Policy, refused } from '../../../platform/http/actor.ts'

/** What a policy looks at: the office that assesses. */
export interface Assessed {
  unitId: string
}

/** The work committee assesses all branches or organs, an organ committee its own branches. */
export const assesses: Policy<unknown> = ({ capacity }) =>
  ['workCommittee', 'organCommittee'].includes(capacity.role) || refused

/** The very office that assesses: another one that looks on decides nothing. */
export const isOffice = ({ capacity }: Actor, { unitId }: Assessed): boolean =>
  ['workCommittee', 'organCommittee'].includes(capacity.role) && capacity.unitId === unitId

/** No leader board: the whole is read by the office that assesses, and by the work committee. */
export const mayRead: Policy<Assessed> = (actor, assessment) =>
  actor.capacity.role === 'workCommittee' || isOffice(actor, assessment) || hidden
export const mayAct: Policy<Assessed> = (actor, assessment) =>
  isOffice(actor, assessment) || (actor.capacity.role === 'workCommittee' ? refused : hidden)

export interface AssessedOne {
  assessment: Assessed
  unit: { unitId: string; releasedAt: string | null; office: boolean }
}
/** A unit's result: as the whole, and once it is released for the unit and those who lead it. */
export const mayReadUnit: Policy<AssessedOne> = (actor, { assessment, unit }) =>
  mayRead(actor, assessment) === true || (unit.releasedAt !== null && unit.office) || hidden
export const mayRule: Policy<AssessedOne> = (actor, facts) =>
  isOffice(actor, facts.assessment) || (mayReadUnit(actor, facts) === true ? refused : hidden)

/** A unit objects through whoever leads it: its secretary, an organ’s committee. */
export const speaksFor = ({ capacity }: Actor, unitId: string): boolean =>
  ['branchSecretary', 'organCommittee'].includes(capacity.role) && capacity.unitId === unitId
export const mayObject: Policy<AssessedOne> = (actor, facts) =>
  (facts.unit.releasedAt !== null && speaksFor(actor, facts.unit.unitId)) ||
  (mayReadUnit(actor, facts) === true ? refused : hidden)
