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
