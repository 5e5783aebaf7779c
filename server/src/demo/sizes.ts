/** The counts of a demo city. `full` has those of the reference city: 99 organ organisations, 1,527 grassroots organisations, 21,365 members, 14,149 in service. */
export interface Sizes {
  organs: number
  districts: number
  /** Branches of organs; those of the first district come on top. */
  branches: number
  leastBranches: number
  generalBranches: number
  members: number
  inService: number
}

export const SIZES: Record<'full' | 'small', Sizes> = {
  full: {
    organs: 99,
    districts: 10,
    branches: 1317,
    leastBranches: 4,
    generalBranches: 108,
    members: 21_365,
    inService: 14_149,
  },
  small: { organs: 6, districts: 2, branches: 32, leastBranches: 4, generalBranches: 2, members: 420, inService: 290 },
}
