import { z } from 'zod'
import { route } from '../route.ts'
import { Day, Id, line, PageQuery, page, text } from '../values.ts'
import { UnitKind, UnitRef, Verdict } from './unit.ts'

/** Kinds a reorganisation may set up; committees of the city level come with the installation or the roster. */
export const NEW_KINDS = [
  'leadingPartyGroup',
  'organCommittee',
  'generalBranch',
  'branch',
  'jointBranch',
  'temporaryOrganization',
  'group',
  'businessUnit',
  'section',
] as const

const dated = { effectiveOn: Day, document: line(100).describe('文号'), reason: text(500, 2) }
const members = z.array(Id).max(500)

/** What is planned, without its date and document: enough for a preview. */
export const plans = {
  setUp: {
    kind: z.literal('setUp'),
    name: line(80),
    unitKind: UnitKind.extract(NEW_KINDS),
    upperId: Id,
    memberIds: members.default([]),
    purpose: text(500).optional(),
    /** The business unit or section it is formed in. */
    formedInId: Id.optional(),
  },
  merge: { kind: z.literal('merge'), intoId: Id, unitIds: z.array(Id).min(1).max(20), name: line(80).optional() },
  split: { kind: z.literal('split'), unitId: Id, name: line(80), memberIds: members.min(1) },
  dissolve: { kind: z.literal('dissolve'), unitId: Id, membersToId: Id.nullable().default(null) },
  move: { kind: z.literal('move'), unitId: Id, upperId: Id },
  rename: { kind: z.literal('rename'), unitId: Id, name: line(80) },
} as const

export const Plan = z.discriminatedUnion('kind', [
  z.strictObject({ ...plans.setUp, effectiveOn: Day }),
  z.strictObject({ ...plans.merge, effectiveOn: Day }),
  z.strictObject({ ...plans.split, effectiveOn: Day }),
  z.strictObject({ ...plans.dissolve, effectiveOn: Day }),
  z.strictObject({ ...plans.move, effectiveOn: Day }),
  z.strictObject({ ...plans.rename, effectiveOn: Day }),
])
export type Plan = z.output<typeof Plan>

export const DatedPlan = z.discriminatedUnion('kind', [
  z.strictObject({ ...plans.setUp, ...dated }),
  z.strictObject({ ...plans.merge, ...dated }),
  z.strictObject({ ...plans.split, ...dated }),
  z.strictObject({ ...plans.dissolve, ...dated }),
  z.strictObject({ ...plans.move, ...dated }),
  z.strictObject({ ...plans.rename, ...dated }),
])
export type DatedPlan = z.output<typeof DatedPlan>

export const Impact = z.object({
  /** Organisations the change names. */
  units: z.array(UnitRef),
  /** Organisations directly below that come along. */
  lower: z.int(),
  /** Members who come to another unit, or whose section or group ends or changes. */
  membersMoved: z.int(),
  postsEnded: z.int(),
  termsEnded: z.int(),
  /** Services in a temporary organisation that end with it. */
  servicesEnded: z.int(),
  /** Relations that end beside unified leadership: guided, led concretely, formed in. */
  relationsEnded: z.int(),
  openPledges: z.int(),
  verdicts: z.array(Verdict),
})
export type Impact = z.output<typeof Impact>

export const previewChange = route({
  method: 'POST',
  path: '/organization/changes/preview',
  summary: 'What a reorganisation would touch and what stands against it; nothing is written',
  body: Plan,
  reply: Impact,
  once: false,
})

export const ChangeKind = z.enum(['setUp', 'merge', 'split', 'dissolve', 'move', 'rename', 'counterChange'])

export const ChangeRow = z.object({
  id: Id,
  kind: ChangeKind,
  effectiveOn: Day,
  document: z.string(),
  reason: z.string(),
  units: z.array(UnitRef),
  membersMoved: z.int(),
  reverses: Id.nullable(),
  reversedBy: Id.nullable(),
  madeAt: z.string(),
})
export type ChangeRow = z.output<typeof ChangeRow>

export const applyChange = route({
  method: 'POST',
  path: '/organization/changes',
  summary: 'Set up, merge, split, dissolve, move or rename, dated and by document',
  body: DatedPlan,
  reply: ChangeRow,
  errors: ['CHANGE_OBSTACLE'],
})

export const listChanges = route({
  method: 'GET',
  path: '/organization/changes',
  summary: 'Reorganisations in one’s scope, or of one organisation, newest first',
  query: PageQuery.extend({ unitId: Id.optional() }),
  reply: page(ChangeRow),
})

export const previewReversal = route({
  method: 'GET',
  path: '/organization/changes/:changeId/reversal',
  summary: 'Whether a change can be reversed, and what stands against it',
  params: z.strictObject({ changeId: Id }),
  reply: z.object({ change: ChangeRow, verdicts: z.array(Verdict) }),
})

export const reverseChange = route({
  method: 'POST',
  path: '/organization/changes/:changeId/reverse',
  summary: 'Undo a change by a counter-change from a day on; on its own day it is as if it had not been made',
  params: z.strictObject({ changeId: Id }),
  body: z.strictObject(dated),
  reply: ChangeRow,
  errors: ['CHANGE_OBSTACLE'],
})
