/** Offices that keep the record of their unit's organisational life; the server decides, this only chooses what is shown. */
const KEEPERS = [
  'branchSecretary',
  'branchCommittee',
  'organCommittee',
  'partyGroupSecretary',
  'workCommittee',
  'districtCommittee',
]
export const isKeeper = (role: string) => KEEPERS.includes(role)
