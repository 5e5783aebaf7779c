import type { PostKind, UnitKind } from './unit.ts'

/** Posts of an elected body. */
export const COMMITTEE: readonly PostKind[] = [
  'secretary',
  'deputySecretary',
  'organizationMember',
  'publicityMember',
  'disciplineMember',
  'committeeMember',
]

/** Which posts a kind of organisation has; business units and sections have none. */
export const FITTING_POSTS: Record<UnitKind, readonly PostKind[]> = {
  cityCommittee: ['organizationDepartmentStaff'],
  workCommittee: ['secretary', 'deputySecretary', 'fullTimeDeputySecretary', 'committeeMember', 'workCommitteeStaff'],
  districtWorkCommittee: ['secretary', 'deputySecretary', 'committeeMember', 'districtStaff'],
  leadingPartyGroup: ['partyGroupSecretary', 'partyGroupMember'],
  organCommittee: [...COMMITTEE, 'fullTimeDeputySecretary', 'fullTimePartyStaff'],
  generalBranch: COMMITTEE,
  branch: COMMITTEE,
  jointBranch: COMMITTEE,
  temporaryOrganization: COMMITTEE,
  group: ['groupLeader'],
  businessUnit: [],
  section: [],
}

/** Posts one person holds at a time. */
export const SINGLE_POSTS: readonly PostKind[] = ['secretary', 'partyGroupSecretary', 'groupLeader']
