import { z } from 'zod'
import { PostKind } from '../organization/unit.ts'
import { route } from '../route.ts'
import { Day, Id, Instant, text } from '../values.ts'

export const ElectionState = z.enum(['preparing', 'counting', 'counted', 'reported', 'approved', 'refused'])

export const Candidate = z.object({
  personId: Id,
  name: z.string(),
  /** Null until both tellers have counted the same. */
  votes: z.int().nullable(),
  elected: z.boolean().nullable(),
  post: PostKind.nullable(),
})

const Cited = z.object({ document: z.string(), article: z.string(), confidence: z.string() })

export const Election = z.object({
  meetingId: Id,
  seats: z.int(),
  /** How many candidates so many seats need. */
  wanted: z.int(),
  surplusCite: Cited,
  state: ElectionState,
  candidates: z.array(Candidate),
  tellers: z.array(z.string()),
  /** What the caller does as teller; `none` for everybody else. */
  turn: z.enum(['mine', 'waiting', 'theirs', 'done', 'none']),
  /** How often the two counts differed. */
  rejected: z.int(),
  /** Those entitled who are present: of these a quorum of four fifths, and of these the majority. */
  presence: z.object({ voting: z.int(), present: z.int(), quorum: z.int(), kept: z.boolean(), cite: Cited }),
  count: z
    .object({ handedOut: z.int(), returned: z.int(), invalid: z.int(), needed: z.int(), base: z.int() })
    .nullable(),
  /** Two or more with the same votes for the last seat: none of them is elected, the seat waits for another vote. */
  tied: z.boolean(),
  report: z.object({ text: z.string(), from: Day, at: Instant }).nullable(),
  reply: z.object({ text: z.string(), at: Instant, by: z.string() }).nullable(),
  mayReply: z.boolean(),
})
export type Election = z.output<typeof Election>

const one = z.strictObject({ meetingId: Id })
const reply = z.object({ election: Election.nullable() })

export const readElection = route({
  method: 'GET',
  path: '/meetings/:meetingId/election',
  summary: 'The election held at an assembly: candidates, count, report and reply; null where none is',
  params: one,
  reply,
})

export const nameCandidates = route({
  method: 'PUT',
  path: '/meetings/:meetingId/election',
  summary: 'Seats of the committee and its candidates, more than the seats by the rule, on the list in the order given',
  params: one,
  body: z.strictObject({ seats: z.int().min(1).max(30), candidates: z.array(Id).min(1).max(60) }),
  reply,
  errors: ['STATE_CONFLICT', 'ELECTION_SURPLUS', 'NOT_ELIGIBLE', 'NO_ELECTION_HERE'],
})

export const nameTellers = route({
  method: 'POST',
  path: '/meetings/:meetingId/election/tellers',
  summary: 'Begin the vote: two tellers who are present and no candidates; needs four fifths of those entitled',
  params: one,
  body: z.strictObject({ first: Id, second: Id }),
  reply,
  errors: ['STATE_CONFLICT', 'QUORUM_LACKING', 'NOT_ELIGIBLE'],
})

export const countSlips = route({
  method: 'POST',
  path: '/meetings/:meetingId/election/count',
  summary:
    'One teller’s count of the slips; the second counts without seeing the first, and both begin anew when they differ',
  params: one,
  body: z.strictObject({
    handedOut: z.int().min(0).max(100_000),
    returned: z.int().min(0).max(100_000),
    invalid: z.int().min(0).max(100_000),
    votes: z.array(z.strictObject({ personId: Id, inFavour: z.int().min(0).max(100_000) })).max(60),
  }),
  reply: reply.extend({ matched: z.boolean().nullable() }),
  errors: ['STATE_CONFLICT'],
})

export const reportElection = route({
  method: 'POST',
  path: '/meetings/:meetingId/election/report',
  summary: 'Report the result to the organisation above: who holds which post, and from when',
  params: one,
  body: z.strictObject({
    text: text(2000, 5),
    from: Day,
    posts: z
      .array(z.strictObject({ personId: Id, kind: PostKind }))
      .min(1)
      .max(30),
  }),
  reply,
  errors: ['STATE_CONFLICT'],
})

export const replyElection = route({
  method: 'POST',
  path: '/meetings/:meetingId/election/reply',
  summary:
    'The organisation above approves, and posts and term change from the day reported; or it refuses with the reason',
  params: one,
  body: z.strictObject({ approved: z.boolean(), text: text(2000, 2) }),
  reply,
  errors: ['STATE_CONFLICT', 'TERM_OVERLAPS', 'TERM_NEEDS_END', 'PERIOD_EMPTY', 'POST_NOT_HERE', 'POST_TAKEN'],
})
