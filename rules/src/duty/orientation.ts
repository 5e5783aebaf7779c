import type { Bilingual } from '../rule.ts'

export type DutyLevel = 'leadingPartyGroupSecretary' | 'organCommitteeSecretary' | 'branchSecretary' | 'member'

/** One direction of a level's responsibility and the duties it breaks down into; ids are unique within their parent. */
export interface Orientation {
  id: string
  title: Bilingual
  duties: readonly (Bilingual & { id: string })[]
}

/** A duty with its full id, `level.orientation.duty`, as pledge items refer to it. */
export interface Duty {
  id: string
  level: DutyLevel
  orientation: string
  title: Bilingual
}
