import { z } from 'zod'
import { AsOf, PostKind, UnitRef } from '../organization/unit.ts'
import { route } from '../route.ts'
import { Day, Id, line, PageQuery, page, text } from '../values.ts'

export const MemberKind = z.enum(['regular', 'probationary'])
export const MemberState = z.enum(['inService', 'retired', 'floating', 'longAway'])
export const Gender = z.enum(['female', 'male'])

export const MemberRow = z.object({
  id: Id,
  name: z.string(),
  code: z.string(),
  unit: UnitRef,
  kind: MemberKind.nullable(),
  state: MemberState.nullable(),
  leadingCadre: z.boolean(),
  joinedOn: Day.nullable(),
  post: PostKind.nullable(),
})
export type MemberRow = z.output<typeof MemberRow>

export const listMembers = route({
  method: 'GET',
  path: '/members',
  summary: 'Members of an organisation, or of all below it, by name',
  query: PageQuery.extend({
    unitId: Id.optional(),
    below: z.stringbool().default(true),
    kind: MemberKind.optional(),
    state: MemberState.optional(),
    leadingCadre: z.stringbool().optional(),
    q: line(40).optional(),
    on: Day.optional(),
    /** `stroke`: by the strokes of the surname, as name lists are printed. */
    sort: z.enum(['pinyin', 'stroke']).default('pinyin'),
  }),
  reply: page(MemberRow).extend({ total: z.int() }),
})

const period = { from: Day, until: Day.nullable() }

export const readMember = route({
  method: 'GET',
  path: '/members/:memberId',
  summary: 'One member with belongings, standings and posts as of a day',
  params: z.strictObject({ memberId: Id }),
  query: z.strictObject({ on: Day.optional() }),
  reply: z.object({
    id: Id,
    on: Day,
    name: z.string(),
    code: z.string(),
    gender: Gender.nullable(),
    bornOn: Day.nullable(),
    joinedOn: Day.nullable(),
    regularOn: Day.nullable(),
    /** Masked: 138******12. The whole number has a route of its own. */
    phone: z.string().nullable(),
    idNumber: z.string().nullable(),
    belongings: z.array(
      z.object({ id: Id, unit: UnitRef, section: UnitRef.nullable(), group: UnitRef.nullable(), ...period }),
    ),
    standings: z.array(
      z.object({ id: Id, kind: MemberKind, state: MemberState, leadingCadre: z.boolean(), ...period }),
    ),
    /** Suspended rights to vote; only for himself and those who keep the register. */
    suspensions: z.array(z.object({ id: Id, cause: z.string(), document: z.string(), ...period })),
    posts: z.array(z.object({ id: Id, kind: PostKind, unit: UnitRef, ...period })),
    /** Temporary organisations he serves or served in. */
    services: z.array(z.object({ id: Id, unit: UnitRef, ...period })),
    corrections: z.array(z.object({ fields: z.array(z.string()), reason: z.string(), at: z.string() })),
    openTransferId: Id.nullable(),
    may: z.object({ reveal: z.boolean(), correct: z.boolean(), manage: z.boolean(), transfer: z.boolean() }),
  }),
})

export const revealPersonal = route({
  method: 'POST',
  path: '/members/:memberId/personal',
  summary: 'The unmasked phone and ID number; every look is audited and shown to the person',
  params: z.strictObject({ memberId: Id }),
  body: z.strictObject({ purpose: text(200, 2) }),
  reply: z.object({ phone: z.string().nullable(), idNumber: z.string().nullable() }),
  // Never kept for a repeated answer: the reply must not lie in the database in plain text.
  once: false,
})

/** Mobile or landline digits, with + - and spaces. */
const Phone = z
  .string()
  .trim()
  .regex(/^\+?[\d -]{7,20}$/, '请填写7到20位的电话号码 / a telephone number of 7 to 20 digits')
/** 18 characters of GB 11643; the check digit is verified. */
const IdNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^\d{17}[\dX]$/, '请填写18位身份证号 / the ID number of 18 characters')
  .refine(hasCheckDigit, {
    message: '身份证号的校验位不对，请核对18位 / the check digit of the 18-character ID number is wrong',
  })

function hasCheckDigit(number: string) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

export const admitMember = route({
  method: 'POST',
  path: '/members',
  summary: 'Enter a member by hand',
  body: z.strictObject({
    name: line(40),
    code: line(40).optional(),
    gender: Gender.optional(),
    bornOn: Day.optional(),
    joinedOn: Day,
    regularOn: Day.optional(),
    phone: Phone.optional(),
    idNumber: IdNumber.optional(),
    unitId: Id,
    sectionId: Id.optional(),
    kind: MemberKind,
    state: MemberState,
    leadingCadre: z.boolean(),
    from: Day,
    reason: text(500, 2),
  }),
  reply: z.object({ id: Id, code: z.string() }),
  errors: ['MEMBER_CODE_TAKEN', 'NOT_A_BRANCH'],
})

export const correctMember = route({
  method: 'PATCH',
  path: '/members/:memberId',
  summary: 'Correct fields of a member; who, when, which and why stay on record',
  params: z.strictObject({ memberId: Id }),
  body: z.strictObject({
    name: line(40).optional(),
    gender: Gender.nullable().optional(),
    bornOn: Day.nullable().optional(),
    joinedOn: Day.nullable().optional(),
    regularOn: Day.nullable().optional(),
    phone: Phone.nullable().optional(),
    idNumber: IdNumber.nullable().optional(),
    reason: text(500, 2),
  }),
  errors: ['NOTHING_CHANGED'],
})

export const changeStanding = route({
  method: 'POST',
  path: '/members/:memberId/standings',
  summary: 'Regular or probationary, in service, retired, floating or long away, leading cadre or not, from a day on',
  params: z.strictObject({ memberId: Id }),
  body: z.strictObject({
    kind: MemberKind,
    state: MemberState,
    leadingCadre: z.boolean(),
    from: Day,
    reason: text(500, 2),
  }),
  errors: ['LATER_ENTRY', 'NOTHING_CHANGED'],
})

/** 留党察看, lawful detention or arrest: no vote, no election (选举工作条例第五条). */
export const SuspensionCause = z.enum(['probationWithinParty', 'detention'])

export const suspendRights = route({
  method: 'POST',
  path: '/members/:memberId/rights-suspensions',
  summary: 'The rights to vote, to elect and to stand are suspended from a day to a day',
  params: z.strictObject({ memberId: Id }),
  body: z.strictObject({
    cause: SuspensionCause,
    from: Day,
    until: Day.nullable().default(null).describe('first day on which he has them again'),
    document: line(120),
  }),
  errors: ['PERIOD_EMPTY', 'LATER_ENTRY'],
})

export const restoreRights = route({
  method: 'POST',
  path: '/members/:memberId/rights-suspensions/end',
  summary: 'The running suspension ends; the day given is the first on which he has the rights again',
  params: z.strictObject({ memberId: Id }),
  body: z.strictObject({ until: Day }),
  errors: ['PERIOD_EMPTY', 'STATE_CONFLICT'],
})

export const leave = route({
  method: 'POST',
  path: '/members/:memberId/leave',
  summary: 'The member leaves this authority: posts, standing and belonging end',
  params: z.strictObject({ memberId: Id }),
  body: z.strictObject({ on: Day, reason: text(500, 2) }),
  errors: ['LATER_ENTRY', 'STATE_CONFLICT'],
})

export const GapKind = z.enum([
  'unitWithoutOrganization',
  'memberWithoutBranch',
  'postWithoutHolder',
  'branchTooLarge',
  'branchTooSmall',
])
export const Gap = z.object({
  kind: GapKind,
  /** The organisation, business unit or member concerned. */
  id: Id,
  name: z.string(),
  where: z.string().nullable(),
  count: z.int().nullable(),
  zh: z.string(),
  en: z.string(),
})
export type Gap = z.output<typeof Gap>

export const readCoverage = route({
  method: 'GET',
  path: '/organization/coverage',
  summary: 'Where, as of a day, an organisation, a branch or a secretary is missing, and branches of the wrong size',
  query: AsOf.extend({ kind: GapKind.optional() }),
  reply: z.object({ counts: z.record(GapKind, z.int()), gaps: z.array(Gap) }),
})

export const search = route({
  method: 'GET',
  path: '/search',
  summary: 'Organisations and members by Chinese name, full pinyin or initials, within what the caller may see',
  query: z.strictObject({
    q: line(40),
    /** Only organisations that may hold members, or units in which an organisation may be formed. */
    for: z.enum(['members', 'formation']).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  reply: z.object({
    units: z.array(UnitRef.extend({ upperName: z.string().nullable() })),
    members: z.array(z.object({ id: Id, name: z.string(), unitName: z.string().nullable() })),
  }),
})
