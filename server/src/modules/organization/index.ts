export { applyChange } from './change/apply-change.ts'
export { listChanges, toRows } from './change/list-changes.ts'
export {
  type Belongings,
  concerned,
  destinations,
  ending,
  examine,
  isBranch,
  relationTo,
} from './change/plan-change.ts'
export { type ChangeFound, examineReversal, type ForeignRows, reverseChange } from './change/reverse-change.ts'
export { changeById } from './change/sql.ts'
export type { ClosedRow } from './change/touched.ts'
export {
  leads,
  mayAppoint,
  mayBuildBelow,
  mayReorganize,
  mayReplyRenewal,
  type UnitFacts,
  unitFacts,
} from './policy.ts'
export { endPostsOf } from './post/sql.ts'
export { type Scope, scopeOf } from './scope.ts'
export { settleUnits } from './settle-units.ts'
export { type Spelling, spellPerson, spellUnit } from './spell.ts'
export {
  formedIn,
  guidedCodes,
  holderNames,
  holdersOf,
  memberCounts,
  postsOfPerson,
  postsOn,
  superiorOf,
  type Unit,
  unitById,
  unitsBelow,
  unitsById,
  unitsOf,
  visibleUnits,
} from './sql.ts'
export { findUnits, takesMembers, treeOn } from './structure/sql.ts'
export { sizeVerdicts } from './structure/verdicts.ts'
export { termOn } from './term/read-term.ts'
export { remindRenewals } from './term/remind-renewals.ts'
export { seatBody } from './term/seat-body.ts'
export { zonesOn } from './zone/sql.ts'
