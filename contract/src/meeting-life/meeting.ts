import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, line, PageQuery, page, text, typed } from '../values.ts'

/** Every kind of organisational life, by its identifier in the glossary. */
export const MeetingKind = z.enum([
  'branchAssembly',
  'committeeMeeting',
  'groupMeeting',
  'partyLecture',
  'themeDay',
  'organizationLifeMeeting',
  'democraticLifeMeeting',
  'memberAppraisal',
  'heartTalk',
  'studyCentreGroup',
  'governanceStudy',
  'annualBriefing',
  'massJointMeeting',
  'exhibition',
])
export type MeetingKind = z.output<typeof MeetingKind>

export const MeetingState = z.enum(['planned', 'open', 'closed', 'cancelled'])
export const AttendanceState = z.enum(['expected', 'present', 'absent', 'leaveAsked', 'leave', 'madeUp'])
export type AttendanceState = z.output<typeof AttendanceState>

/** One point of the agenda; 第一议题 comes first. */
export const AgendaPoint = z.strictObject({ title: line(200), speaker: line(60).nullable().default(null) })

/** What is planned. The time is the city's, to the minute. */
export const MeetingPlan = z.strictObject({
  kind: MeetingKind,
  title: line(120),
  day: Day,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.int().min(5).max(1440),
  place: line(120),
  agenda: z.array(AgendaPoint).max(30).default([]),
  /** Only these are due, such as a group or two who talk; null: whoever the kind of meeting is of. */
  participants: z.array(Id).min(1).max(500).nullable().default(null),
  /** The closed meeting which this session makes up for `participants`. */
  makesUp: Id.nullable().default(null),
})
export type MeetingPlan = z.output<typeof MeetingPlan>

/** Who is due, who may vote, who is there, and whether that is enough by the rule of this kind of meeting. */
export const Quorum = z.object({
  due: z.int(),
  voting: z.int(),
  present: z.int(),
  votingPresent: z.int(),
  needed: z.int(),
  kept: z.boolean(),
  cite: z.object({ document: z.string(), article: z.string() }).nullable(),
})
export type Quorum = z.output<typeof Quorum>

export const MeetingLine = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  kind: MeetingKind,
  title: z.string(),
  startsAt: Instant,
  heldOn: Day,
  minutes: z.int(),
  place: z.string(),
  state: MeetingState,
  quorum: Quorum.nullable(),
  /** The caller's own attendance; null when he is not due or nothing is noted yet. */
  mine: AttendanceState.nullable(),
})
export type MeetingLine = z.output<typeof MeetingLine>

export const Attendee = z.object({
  personId: Id,
  name: z.string(),
  post: z.string().nullable(),
  due: z.boolean(),
  voting: z.boolean(),
  leftOut: z.enum(['excused', 'probationary', 'suspended']).nullable(),
  state: AttendanceState,
  way: z.enum(['rollCall', 'code', 'paper']).nullable(),
  leaveReason: z.string().nullable(),
})
export type Attendee = z.output<typeof Attendee>

/** The three majorities of assemblies are kept apart, each with its own base; a committee decides by those present. */
export const Majority = z.enum(['assembly', 'admission', 'election', 'committee'])
export const Resolution = z.object({
  id: Id,
  ordinal: z.int(),
  text: z.string(),
  majority: Majority,
  base: z.int(),
  needed: z.int(),
  inFavour: z.int(),
  against: z.int(),
  abstained: z.int(),
  carried: z.boolean(),
  way: z.enum(['hands', 'slips']),
})
export type Resolution = z.output<typeof Resolution>

export const Minutes = z.object({
  text: z.string(),
  revision: z.int(),
  savedAt: Instant.nullable(),
  savedBy: z.string().nullable(),
})

export const Amendment = z.object({
  personName: z.string(),
  before: AttendanceState,
  after: AttendanceState,
  reason: z.string(),
  madeAt: Instant,
  madeBy: z.string(),
})

export const MeetingRef = MeetingLine.pick({ id: true, title: true, heldOn: true, state: true })
export type MeetingRef = z.output<typeof MeetingRef>

export const Meeting = MeetingLine.extend({
  agenda: z.array(z.object({ title: z.string(), speaker: z.string().nullable() })),
  cancelReason: z.string().nullable(),
  attendance: z.array(Attendee),
  resolutions: z.array(Resolution),
  /** Null when the caller may not read it: criticism stays among those who were there. */
  minutesOf: Minutes.nullable(),
  amendments: z.array(Amendment),
  /** Only these are due; null: whoever the kind of meeting is of. */
  participants: z.array(Id).nullable(),
  /** The meeting which this one makes up. */
  makesUp: MeetingRef.nullable(),
  /** Sessions that make this one up. */
  madeUpBy: z.array(MeetingRef),
  /** The caller keeps this meeting's record. */
  mayKeep: z.boolean(),
})
export type Meeting = z.output<typeof Meeting>

const one = z.strictObject({ meetingId: Id })

export const listMeetings = route({
  method: 'GET',
  path: '/meetings',
  summary: 'Organisational life of the units the caller sees, the latest day first',
  query: PageQuery.extend({
    unitId: Id.optional(),
    from: Day.optional(),
    until: Day.optional(),
    state: MeetingState.optional(),
    /** Only those at which the caller is due; needs `from` and `until`, or a month either way of today is taken. */
    whose: z.enum(['mine']).optional(),
  }).strict(),
  reply: page(MeetingLine),
})

export const readMeeting = route({
  method: 'GET',
  path: '/meetings/:meetingId',
  summary: 'One meeting with attendance, quorum, resolutions and, for those who may read them, minutes',
  params: one,
  reply: Meeting,
})

export const planMeeting = route({
  method: 'POST',
  path: '/meetings',
  summary: 'Plan a meeting of one’s own unit; those who are due are invited',
  body: MeetingPlan,
  reply: Meeting,
  errors: ['MEETING_OVERLAPS', 'MEETING_PEOPLE', 'NOT_MADE_UP'],
})

export const changeMeeting = route({
  method: 'PUT',
  path: '/meetings/:meetingId',
  summary: 'Change what is planned; those who are due are told',
  params: one,
  body: MeetingPlan,
  reply: Meeting,
  errors: ['STATE_CONFLICT', 'MEETING_OVERLAPS', 'MEETING_PEOPLE', 'NOT_MADE_UP'],
})

export const cancelMeeting = route({
  method: 'POST',
  path: '/meetings/:meetingId/cancel',
  summary: 'Call a planned meeting off, with the reason',
  params: one,
  body: z.strictObject({ reason: text(300, 2) }),
  reply: Meeting,
  errors: ['STATE_CONFLICT'],
})

export const askLeave = route({
  method: 'POST',
  path: '/meetings/:meetingId/leave',
  summary: 'Ask to be excused from a meeting that has not been held yet',
  params: one,
  body: z.strictObject({ reason: text(300, 2) }),
  reply: Meeting,
  errors: ['STATE_CONFLICT', 'NOT_DUE'],
})

export const answerLeave = route({
  method: 'POST',
  path: '/meetings/:meetingId/leave/:personId',
  summary: 'Grant or refuse a leave that was asked for',
  params: z.strictObject({ meetingId: Id, personId: Id }),
  body: z.strictObject({ granted: z.boolean() }),
  reply: Meeting,
  errors: ['STATE_CONFLICT'],
})

export const openMeeting = route({
  method: 'POST',
  path: '/meetings/:meetingId/open',
  summary: 'Begin, or begin recording a meeting held on paper: who is due and who may vote is fixed as of its day',
  params: one,
  reply: Meeting,
  errors: ['STATE_CONFLICT', 'MEETING_TOO_EARLY'],
})

export const noteAttendance = route({
  method: 'PUT',
  path: '/meetings/:meetingId/attendance',
  summary: 'Roll call by name, or names off the paper list',
  params: one,
  body: z.strictObject({
    way: z.enum(['rollCall', 'paper']),
    people: z
      .array(
        z.strictObject({ personId: Id, state: AttendanceState.extract(['expected', 'present', 'absent', 'leave']) }),
      )
      .min(1)
      .max(2000),
  }),
  reply: Meeting,
  errors: ['STATE_CONFLICT', 'MEETING_PEOPLE'],
})

export const readMeetingCode = route({
  method: 'GET',
  path: '/meetings/:meetingId/code',
  summary: 'The code on show in the room; it changes every half minute',
  params: one,
  reply: z.object({ code: z.string(), until: Instant }),
  errors: ['STATE_CONFLICT'],
})

export const arrive = route({
  method: 'POST',
  path: '/meetings/:meetingId/arrive',
  summary: 'Sign in at an open meeting with the code on show',
  params: one,
  body: z.strictObject({ code: line(20) }),
  reply: Meeting,
  errors: ['STATE_CONFLICT', 'NOT_DUE', 'MEETING_CODE'],
})

export const addResolution = route({
  method: 'POST',
  path: '/meetings/:meetingId/resolutions',
  summary: 'Record a vote: whether it is carried follows from the majority this matter needs',
  params: one,
  body: z.strictObject({
    text: text(2000, 2),
    majority: Majority,
    inFavour: z.int().min(0).max(100_000),
    against: z.int().min(0).max(100_000),
    abstained: z.int().min(0).max(100_000),
    way: z.enum(['hands', 'slips']),
  }),
  reply: Meeting,
  errors: ['STATE_CONFLICT', 'VOTES_EXCEED', 'QUORUM_LACKING'],
})

export const saveMinutes = route({
  method: 'PUT',
  path: '/meetings/:meetingId/minutes',
  summary: 'Save the minutes as one types; what somebody else wrote meanwhile is joined, no word of either is lost',
  params: one,
  body: z.strictObject({ text: typed(100_000), revision: z.int().min(0) }),
  reply: Minutes,
  errors: ['STATE_CONFLICT'],
})

export const closeMeeting = route({
  method: 'POST',
  path: '/meetings/:meetingId/close',
  summary: 'Close the record: who has not come is absent, figures go to the ledger of facts',
  params: one,
  reply: Meeting,
  errors: ['STATE_CONFLICT'],
})

export const amendAttendance = route({
  method: 'POST',
  path: '/meetings/:meetingId/amendments',
  summary:
    'Correct a closed record with the reason, or note that somebody has made it up; its facts are reversed and made anew',
  params: one,
  body: z.strictObject({
    personId: Id,
    state: AttendanceState.extract(['present', 'absent', 'leave', 'madeUp']),
    reason: text(300, 2),
  }),
  reply: Meeting,
  errors: ['STATE_CONFLICT', 'NOT_DUE'],
})

/** One rule over one period of a unit: kept, still running, missed, or not asked. */
export const Compliance = z.object({
  ruleId: z.string(),
  title: Both,
  kind: MeetingKind,
  period: z.string(),
  state: z.enum(['kept', 'running', 'missed', 'notDue']),
  held: z.int(),
  due: z.int(),
  dueBy: Day,
  reason: Both,
  force: z.enum(['generally', 'must']),
  cite: z.object({ document: z.string(), article: z.string(), confidence: z.string() }),
  /** What is planned for the period already, while it still wants one. */
  planned: MeetingRef.nullable(),
  /** A working day on which it could be held; null when nothing is wanted or something is planned. */
  proposedOn: Day.nullable(),
})
export type Compliance = z.output<typeof Compliance>

export const readCompliance = route({
  method: 'GET',
  path: '/meetings/compliance/:unitId',
  summary:
    'What the rules ask of a unit in a year and how it stands, as of a day; or what concerns one month, a coming one too',
  params: z.strictObject({ unitId: Id }),
  query: z.strictObject({
    year: z.coerce.number().int().min(2019).max(2100).optional(),
    on: Day.optional(),
    month: z
      .string()
      .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  reply: z.object({
    ...{ unitId: Id, unitName: z.string(), on: Day, items: z.array(Compliance) },
    /** Gaps of the year in periods that ended before the month asked for; 0 when a year is asked. */
    missedEarlier: z.int(),
  }),
})

export const UnitCompliance = z.object({
  unitId: Id,
  unitName: z.string(),
  kept: z.int(),
  running: z.int(),
  missed: z.int(),
  /** The latest gap in words; null when nothing is missed. */
  first: Both.nullable(),
})
export type UnitCompliance = z.output<typeof UnitCompliance>

export const listCompliance = route({
  method: 'GET',
  path: '/meetings/compliance',
  summary: 'How the units below stand this year, those with most gaps first',
  query: z.strictObject({ year: z.coerce.number().int().min(2019).max(2100).optional(), on: Day.optional() }),
  reply: z.object({ on: Day, units: z.array(UnitCompliance) }),
})
