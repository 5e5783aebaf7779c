import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Id, Instant, line } from '../values.ts'

/** One capacity the person may act in: his membership, a post or a grant. */
export const Capacity = z.object({
  key: z.string(),
  role: z.string(),
  unitId: Id.nullable(),
  unitName: z.string(),
  title: Both,
  /** How many things wait for him in this capacity. */
  waiting: z.number().int(),
})

export const Session = z.object({
  accountId: Id,
  personId: Id.nullable(),
  name: z.string(),
  city: z.string(),
  today: z.iso.date(),
  demo: z.boolean(),
  /** The present post needs a second factor and the account has none: nothing but enrolling it works until then. */
  mustEnrol: z.boolean(),
  current: Capacity,
  capacities: z.array(Capacity),
})

export const readSession = route({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, and in which capacities',
  reply: Session,
})

export const readSignInOptions = route({
  method: 'GET',
  path: '/session/options',
  summary: 'What the sign-in page offers: demo personas, or the first-run set-up',
  reply: z.object({
    demo: z.boolean(),
    setup: z.boolean(),
    personas: z.array(z.object({ accountId: Id, name: z.string(), login: z.string(), ordinal: z.number().int() })),
  }),
})

/** `next` says what is still missing: a code of the second factor, or a first password after a one-time code. */
export const SignedIn = z.object({ next: z.enum(['done', 'totp', 'setPassword']) })

export const signIn = route({
  method: 'POST',
  path: '/session/sign-in',
  summary: 'Sign in by password or one-time code',
  once: false,
  body: z.strictObject({ login: line(100), password: z.string().min(1).max(200) }),
  reply: SignedIn,
  errors: ['SIGN_IN_FAILED', 'LOCKED_OUT'],
})

export const signInAsPersona = route({
  method: 'POST',
  path: '/session/persona',
  summary: 'Sign in as a persona of the demo city; does not exist with real data',
  once: false,
  body: z.strictObject({ accountId: Id }),
  reply: SignedIn,
})

const Code = z.string().regex(/^\d{6}$/, '请填写6位数字 / enter 6 digits')

export const confirmTotp = route({
  method: 'POST',
  path: '/session/totp',
  summary: 'Confirm the session with a code of the second factor',
  once: false,
  body: z.strictObject({ code: Code }),
  reply: SignedIn,
  errors: ['TOTP_WRONG', 'LOCKED_OUT'],
})

export const setFirstPassword = route({
  method: 'POST',
  path: '/session/first-password',
  summary: 'Replace the one-time code by a password of one’s own',
  once: false,
  body: z.strictObject({
    login: line(100),
    oneTimeCode: z.string().min(1).max(200),
    password: z.string().min(1).max(200),
  }),
  reply: SignedIn,
  errors: ['SIGN_IN_FAILED', 'PASSWORD_WEAK', 'LOCKED_OUT'],
})

export const switchCapacity = route({
  method: 'POST',
  path: '/session/switch',
  summary: 'Act in another of one’s capacities',
  body: z.strictObject({ key: z.string().min(1).max(60) }),
  reply: Session,
})

export const signOut = route({ method: 'DELETE', path: '/session', summary: 'End this session', once: false })

export const OpenSession = z.object({
  id: Id,
  openedAt: Instant,
  seenAt: Instant,
  address: z.string(),
  device: z.string(),
  current: z.boolean(),
})

export const readMyAccount = route({
  method: 'GET',
  path: '/my-account',
  summary: 'One’s own account: sessions, password, second factor',
  reply: z.object({
    login: z.string(),
    name: z.string(),
    hasPassword: z.boolean(),
    secondFactorSince: Instant.nullable(),
    secondFactorNeeded: z.boolean(),
    sessions: z.array(OpenSession),
  }),
})

export const endMySession = route({
  method: 'DELETE',
  path: '/my-account/sessions/:id',
  summary: 'End one of one’s own sessions',
  params: z.strictObject({ id: Id }),
})

export const changePassword = route({
  method: 'POST',
  path: '/my-account/password',
  summary: 'Change one’s own password; every other session of the account ends',
  once: false,
  body: z.strictObject({ current: z.string().min(1).max(200), password: z.string().min(1).max(200) }),
  errors: ['PASSWORD_WRONG', 'PASSWORD_WEAK', 'LOCKED_OUT'],
})

export const beginSecondFactor = route({
  method: 'POST',
  path: '/my-account/second-factor',
  summary: 'Begin to enrol a second factor; replacing one needs a code of the present one',
  once: false,
  body: z.strictObject({ code: Code.optional() }),
  reply: z.object({ secret: z.string(), uri: z.string() }),
  errors: ['TOTP_WRONG', 'LOCKED_OUT'],
})

export const confirmSecondFactor = route({
  method: 'POST',
  path: '/my-account/second-factor/confirm',
  summary: 'Confirm the new second factor with a code of it',
  once: false,
  body: z.strictObject({ code: Code }),
  errors: ['TOTP_WRONG', 'STATE_CONFLICT', 'LOCKED_OUT'],
})

export const moveClock = route({
  method: 'POST',
  path: '/clock',
  summary: 'Move the clock of a test or demo start; does not exist otherwise',
  once: false,
  body: z.strictObject({ moment: z.union([z.iso.date(), z.iso.datetime({ offset: true })]) }),
  reply: z.object({ today: z.iso.date() }),
})
