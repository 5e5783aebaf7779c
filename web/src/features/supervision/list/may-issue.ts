import type { Recipients } from '@jiannuo/contract/supervision/task-list.ts'

/** Offices that give tasks; the server decides, this only chooses what is shown. */
const ISSUERS = [
  'branchSecretary',
  'branchCommittee',
  'organCommittee',
  'partyGroupSecretary',
  'workCommittee',
  'districtCommittee',
  'cityCommittee',
]
export const mayIssue = (role: string) => ISSUERS.includes(role)

export type Kinds = Extract<Recipients, { by: 'kinds' }>['unitKinds']
/** Kinds of unit that an office leads; the server decides, this only chooses what is offered. */
export const BELOW: Readonly<Record<string, Kinds>> = {
  workCommittee: [
    'organCommittee',
    'generalBranch',
    'branch',
    'jointBranch',
    'temporaryOrganization',
    'leadingPartyGroup',
  ],
  districtCommittee: ['organCommittee', 'generalBranch', 'branch', 'jointBranch', 'temporaryOrganization'],
  organCommittee: ['generalBranch', 'branch', 'jointBranch', 'temporaryOrganization'],
  partyGroupSecretary: ['organCommittee', 'generalBranch', 'branch', 'jointBranch'],
  cityCommittee: ['leadingPartyGroup'],
}

export const leadsOthers = (role: string) => (BELOW[role] ?? []).length > 0
