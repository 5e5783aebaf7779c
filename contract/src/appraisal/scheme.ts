import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, line, text, YearQuery } from '../values.ts'
import { Named, PanelOfScheme } from './round.ts'
import { SchemeHead, SchemeSubject } from './scheme-head.ts'

export const SCHEME_STATES = ['draft', 'submitted', 'published', 'superseded', 'withdrawn'] as const
export const SchemeState = z.enum(SCHEME_STATES)
export type SchemeState = z.output<typeof SchemeState>
export const PERIOD_KINDS = ['year', 'halfYear', 'quarter', 'month'] as const
export const PeriodKind = z.enum(PERIOD_KINDS)
export type PeriodKind = z.output<typeof PeriodKind>
/** What of the results may be shown beyond those who answer for them. */
export const PUBLICATIONS = ['none', 'grades', 'totals'] as const
/** How far an organ may adapt the scheme: not at all, all but the locked groups, or wholly. */
export const ADAPTATIONS = ['none', 'lockedGroups', 'whole'] as const
export const SCHEME_ACTIONS = [
  'edit',
  'submit',
  'return',
  'publish',
  'withdraw',
  'drop',
  'newVersion',
  'adapt',
] as const
export const SchemeAction = z.enum(SCHEME_ACTIONS)
export type SchemeAction = z.output<typeof SchemeAction>

const Count = z.number().int()
/** Longest scheme text in characters. */
export const MOST_SCHEME_TEXT = 200_000
const SchemeText = z
  .string()
  .max(MOST_SCHEME_TEXT)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL is what no database text can hold
  .regex(/^[^\u0000]*$/)

/** One thing to mend or to know; line and column count from 1, `path` leads into the parsed document. */
export const SchemeFault = z.object({
  line: Count,
  column: Count,
  path: z.array(z.union([z.string(), Count])),
  zh: z.string(),
  en: z.string(),
  /** A measure of activity in an app instead of work (regulations A10): says what may be done instead. */
  formalism: z.boolean(),
})
export type SchemeFault = z.output<typeof SchemeFault>
/** `errors` stop a publication, `remarks` say what is still asked before one. */
export const SchemeCheck = z.object({ errors: z.array(SchemeFault), remarks: z.array(SchemeFault) })
export type SchemeCheck = z.output<typeof SchemeCheck>

/** A difference as a sentence; `path` is where it stands in the newer document, or stood in the older one. */
export const SchemeChange = Both.extend({ path: z.array(z.union([z.string(), Count])) })
export type SchemeChange = z.output<typeof SchemeChange>

export const SchemeSettings = z.strictObject({
  periodKind: PeriodKind,
  effectiveFrom: Day.nullable(),
  /** The first day on which it no longer holds; null until a later version takes its place. */
  effectiveUntil: Day.nullable(),
  publication: z.enum(PUBLICATIONS),
  /** The recorded decision without which members are never shown in order of points; null keeps leader-boards off. */
  leaderBoardDecision: line(200).nullable(),
  adaptation: z.enum(ADAPTATIONS),
  lockedGroups: z.array(line(60)).max(100),
})
export type SchemeSettings = z.output<typeof SchemeSettings>

export const SchemeLine = SchemeHead.extend({
  state: SchemeState,
  ownerUnitId: Id,
  ownerUnitName: z.string(),
  effectiveFrom: Day.nullable(),
  effectiveUntil: Day.nullable(),
  inForce: z.boolean(),
  /** Organs with a published version of their own made from this one. */
  adoptions: Count,
})
export type SchemeLine = z.output<typeof SchemeLine>

export const listSchemes = route({
  method: 'GET',
  path: '/appraisal/schemes',
  summary: 'The schemes in view, newest year first: published ones, and drafts of the own office',
  query: z.strictObject({ year: YearQuery.optional(), subject: SchemeSubject.optional() }),
  reply: z.object({ schemes: z.array(SchemeLine), mayDraft: z.boolean() }),
})

const SchemeParams = z.strictObject({ schemeId: Id })

export const SchemeVersion = z.object({
  id: Id,
  year: Count,
  version: Count,
  state: SchemeState,
  effectiveFrom: Day.nullable(),
  effectiveUntil: Day.nullable(),
  publishedAt: Instant.nullable(),
  /** Against the version before it in the line; empty for the first. */
  changes: z.array(SchemeChange),
})
export type SchemeVersion = z.output<typeof SchemeVersion>

export const SchemePage = SchemeLine.extend({
  settings: SchemeSettings,
  grades: z.array(Named),
  panels: z.array(PanelOfScheme),
  document: z.json(),
  /** The scheme as YAML, with the comments of whoever typed it. */
  text: z.string(),
  basedOn: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('template'), id: z.string(), title: Both }),
      z.object({ kind: z.literal('scheme'), id: Id, title: z.string(), ownerUnitName: z.string(), version: Count }),
    ])
    .nullable(),
  savedAt: Instant.nullable(),
  draftedByName: z.string().nullable(),
  submittedByName: z.string().nullable(),
  publishedByName: z.string().nullable(),
  publishedAt: Instant.nullable(),
  returnReason: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
  check: SchemeCheck,
  history: z.array(SchemeVersion),
  may: z.array(SchemeAction),
})
export type SchemePage = z.output<typeof SchemePage>
export const readScheme = route({
  method: 'GET',
  path: '/appraisal/schemes/:schemeId',
  summary: 'One scheme with its panels as it was hashed, its text, its checks and its versions',
  params: SchemeParams,
  reply: SchemePage,
})

export const draftScheme = route({
  method: 'POST',
  path: '/appraisal/schemes',
  summary:
    'Begin a draft from a template, as the next version of an own scheme, or as an organ’s own copy of the city’s',
  body: z.strictObject({
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('template'), id: line(80) }),
      z.strictObject({ kind: z.literal('scheme'), id: Id }),
    ]),
    year: Count.min(2000).max(2100),
  }),
  reply: z.object({ id: Id }),
  errors: ['SCHEME_NOT_ADAPTABLE', 'SCHEME_DRAFT_EXISTS', 'SCHEME_SOURCE_UNKNOWN'],
})
/** `savedAt` is the moment of the version the caller typed on; another one since then is CHANGED_MEANWHILE. Text with errors is kept as typed. */
export const saveScheme = route({
  method: 'PUT',
  path: '/appraisal/schemes/:schemeId/draft',
  summary: 'Save the draft as typed; answers what the checks say about it',
  params: SchemeParams,
  body: z.strictObject({ savedAt: Instant, text: SchemeText, settings: SchemeSettings }),
  reply: z.object({ savedAt: Instant, check: SchemeCheck }),
  errors: ['CHANGED_MEANWHILE', 'STATE_CONFLICT'],
})
export const checkSchemeText = route({
  method: 'POST',
  path: '/appraisal/schemes/check',
  summary: 'Check a scheme text without saving it; with `schemeId` also against what that draft has to keep',
  body: z.strictObject({ text: SchemeText, schemeId: Id.optional() }),
  reply: SchemeCheck,
  once: false,
})
export const dropScheme = route({
  method: 'DELETE',
  path: '/appraisal/schemes/:schemeId/draft',
  summary: 'Give a draft up',
  params: SchemeParams,
  reply: z.object({ id: Id }),
  errors: ['STATE_CONFLICT'],
})
export const submitScheme = route({
  method: 'POST',
  path: '/appraisal/schemes/:schemeId/submit',
  summary: 'Hand a clean draft in for publication by a second person',
  params: SchemeParams,
  reply: z.object({ id: Id }),
  errors: ['STATE_CONFLICT', 'SCHEME_UNFIT'],
})
export const returnScheme = route({
  method: 'POST',
  path: '/appraisal/schemes/:schemeId/return',
  summary: 'Return a submitted scheme to its author, with the reason',
  params: SchemeParams,
  body: z.strictObject({ reason: text(500) }),
  reply: z.object({ id: Id }),
  errors: ['STATE_CONFLICT'],
})
export const readPublication = route({
  method: 'GET',
  path: '/appraisal/schemes/:schemeId/publication',
  summary: 'What publishing would change, whom it touches, from when, and what stands in the way',
  params: SchemeParams,
  reply: z.object({
    replaces: SchemeHead.nullable(),
    changes: z.array(SchemeChange),
    people: Count,
    openRounds: Count,
    obstacles: z.array(Both),
  }),
})
export const publishScheme = route({
  method: 'POST',
  path: '/appraisal/schemes/:schemeId/publish',
  summary: 'Publish a submitted scheme; never by a person who wrote in it',
  params: SchemeParams,
  reply: z.object({ id: Id }),
  errors: ['STATE_CONFLICT', 'SCHEME_SECOND_PERSON', 'SCHEME_UNFIT'],
})
export const withdrawScheme = route({
  method: 'POST',
  path: '/appraisal/schemes/:schemeId/withdraw',
  summary: 'Withdraw a published scheme before its first day; the version before it holds on',
  params: SchemeParams,
  body: z.strictObject({ reason: text(500) }),
  reply: z.object({ id: Id }),
  errors: ['STATE_CONFLICT', 'SCHEME_IN_EFFECT'],
})
export const compareSchemes = route({
  method: 'GET',
  path: '/appraisal/schemes/:schemeId/changes',
  summary: 'Differences in words from another version to this one',
  params: SchemeParams,
  query: z.strictObject({ from: Id }),
  reply: z.object({ from: SchemeLine, to: SchemeLine, changes: z.array(SchemeChange) }),
})
export const listAdoptions = route({
  method: 'GET',
  path: '/appraisal/schemes/:schemeId/adoptions',
  summary: 'Organs that adapted the scheme, from when and in how many places',
  params: SchemeParams,
  reply: z.object({
    /** Organs that could adapt it. */
    organs: Count,
    adoptions: z.array(
      z.object({
        schemeId: Id,
        unitId: Id,
        unitName: z.string(),
        version: Count,
        from: Day,
        changes: Count,
        state: SchemeState,
      }),
    ),
  }),
})
