import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, line, text } from '../values.ts'

export const UNIT_KINDS = [
  'cityCommittee',
  'workCommittee',
  'districtWorkCommittee',
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
export const UnitKind = z.enum(UNIT_KINDS)
export type UnitKind = z.output<typeof UnitKind>

/** Organisations that have a secretary, so that the want of one is a gap. A district keeps its own register. */
export const HEADED_KINDS = [
  'workCommittee',
  'leadingPartyGroup',
  'organCommittee',
  'generalBranch',
  'branch',
  'jointBranch',
  'temporaryOrganization',
] as const satisfies readonly UnitKind[]

export const POST_KINDS = [
  'secretary',
  'deputySecretary',
  'fullTimeDeputySecretary',
  'organizationMember',
  'publicityMember',
  'disciplineMember',
  'committeeMember',
  'groupLeader',
  'partyGroupSecretary',
  'partyGroupMember',
  'workCommitteeStaff',
  'districtStaff',
  'organizationDepartmentStaff',
  'fullTimePartyStaff',
] as const
export const PostKind = z.enum(POST_KINDS)
export type PostKind = z.output<typeof PostKind>

/** leads: in a unified way · leadsConcretely: the leading Party group, day to day · guides: advises · partOf: inside it · formedIn: a Party organisation and the business unit it was formed in. */
export const RelationKind = z.enum(['leads', 'leadsConcretely', 'guides', 'partOf', 'formedIn'])
export type RelationKind = z.output<typeof RelationKind>

export const UnitRef = z.object({ id: Id, name: z.string(), kind: UnitKind })
export type UnitRef = z.output<typeof UnitRef>

/** What a dated rule says of an organisation as it is or is planned, with its source. */
export const Verdict = z.object({
  severity: z.enum(['advice', 'obstacle']),
  zh: z.string(),
  en: z.string(),
  cite: z.object({ document: z.string(), article: z.string() }),
})
export type Verdict = z.output<typeof Verdict>

/** Any question about the organisation can be asked as of a day; left out means today. */
export const AsOf = z.strictObject({ on: Day.optional() })

/** One organisation in the tree of unified leadership. `members` counts its own only; null where the caller may not know. */
export const TreeUnit = UnitRef.extend({
  upperId: Id.nullable(),
  relation: RelationKind.nullable(),
  members: z.int().nullable(),
  lower: z.int().describe('organisations directly below'),
  secretary: z.string().nullable(),
})
export type TreeUnit = z.output<typeof TreeUnit>

export const readTree = route({
  method: 'GET',
  path: '/organization/tree',
  summary: 'Every organisation on a day with the one above it',
  query: AsOf,
  reply: z.object({ on: Day, units: z.array(TreeUnit) }),
})

export const readTop = route({
  method: 'GET',
  path: '/organization/top',
  summary: 'Organisations with none above them, where the tree begins',
  query: AsOf,
  reply: z.object({ on: Day, units: z.array(TreeUnit) }),
})

export const readChildren = route({
  method: 'GET',
  path: '/organization/units/:unitId/children',
  summary: 'Organisations directly below one, on a day',
  params: z.strictObject({ unitId: Id }),
  query: AsOf,
  reply: z.object({ on: Day, units: z.array(TreeUnit) }),
})

export const readPath = route({
  method: 'GET',
  path: '/organization/units/:unitId/path',
  summary: 'From the top of the tree down to one organisation, itself last',
  params: z.strictObject({ unitId: Id }),
  query: AsOf,
  reply: z.object({ units: z.array(UnitRef) }),
})

export const Edge = z.object({ kind: RelationKind, unit: UnitRef, from: Day, until: Day.nullable() })

export const PostHolding = z.object({
  id: Id,
  kind: PostKind,
  personId: Id,
  personName: z.string(),
  from: Day,
  until: Day.nullable(),
})
export type PostHolding = z.output<typeof PostHolding>

export const TermState = z.enum(['normal', 'requested', 'approved', 'extended', 'closed'])
export const Term = z.object({
  id: Id,
  from: Day,
  until: Day,
  extendedUntil: Day.nullable(),
  state: TermState,
  /** Where the term stands on the day asked about. */
  clock: z.enum(['running', 'due', 'extended', 'overdue']),
  requestText: z.string().nullable(),
  requestedAt: z.string().nullable(),
  replyText: z.string().nullable(),
  repliedAt: z.string().nullable(),
})
export type Term = z.output<typeof Term>

export const MemberCounts = z.object({
  members: z.int(),
  regular: z.int(),
  inService: z.int(),
  retired: z.int(),
  floating: z.int(),
})

/** Who leads and who guides an organ's organisation: the rule of each period, and which holds on the day asked about. */
export const Leadership = z.object({
  periods: z.array(
    z.object({
      from: Day,
      until: Day.nullable(),
      inForce: z.boolean(),
      explanation: Both,
      cite: z.object({ document: z.string(), article: z.string() }),
    }),
  ),
  verdicts: z.array(Verdict),
})

export const readUnit = route({
  method: 'GET',
  path: '/organization/units/:unitId',
  summary: 'One organisation as of a day',
  params: z.strictObject({ unitId: Id }),
  query: AsOf,
  reply: UnitRef.extend({
    on: Day,
    code: z.string(),
    state: z.enum(['planned', 'active', 'dissolved']),
    foundedOn: Day,
    dissolvedOn: Day.nullable(),
    organClass: z.string().nullable(),
    staffCount: z.int().nullable(),
    purpose: z.string().nullable(),
    names: z.array(z.object({ name: z.string(), from: Day, until: Day.nullable() })),
    upper: z.array(Edge),
    /** Below it by any relation but unified leadership; those are its children. */
    lower: z.array(Edge),
    leadership: Leadership.nullable(),
    counts: MemberCounts.nullable(),
    posts: z.array(PostHolding),
    term: Term.nullable(),
    verdicts: z.array(Verdict),
    /** What the caller may do here. */
    may: z.object({
      seeMembers: z.boolean(),
      reorganize: z.boolean(),
      appoint: z.boolean(),
      requestRenewal: z.boolean(),
      replyRenewal: z.boolean(),
      describe: z.boolean(),
    }),
  }),
})

export const describeUnit = route({
  method: 'PATCH',
  path: '/organization/units/:unitId',
  summary: 'Record how many staff an organ has, its class, and what a temporary organisation is for',
  params: z.strictObject({ unitId: Id }),
  body: z.strictObject({
    staffCount: z.int().min(0).max(100_000).nullable().optional(),
    organClass: line(40).nullable().optional(),
    purpose: text(500).nullable().optional(),
  }),
})
