import { z } from 'zod'
import { route } from '../route.ts'
import { Day, Id, Instant, Login, line, PageQuery, page } from '../values.ts'
import { OpenSession } from './session.ts'

/** 三员: never two in one account, never beside a business role. */
export const ADMINISTRATOR_ROLES = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const
/** Roles given by a grant; every other one comes with a post. */
export const GRANTED_ROLES = [...ADMINISTRATOR_ROLES, 'workCommittee', 'districtCommittee', 'cityCommittee'] as const
const GrantedRole = z.enum(GRANTED_ROLES)
const One = z.strictObject({ id: Id })

/** An account without content: who it is for and how it is kept safe, nothing that person does. */
export const Account = z.object({
  id: Id,
  login: z.string(),
  name: z.string(),
  ofMember: z.boolean(),
  state: z.enum(['active', 'disabled']),
  /** `code`: a one-time code waits; `expired`: it ran out unused; `none`: neither code nor password. */
  credential: z.enum(['password', 'code', 'expired', 'none']),
  secondFactor: z.boolean(),
  lastSeenAt: Instant.nullable(),
})

export const listAccounts = route({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts within one’s reach, by account name',
  query: PageQuery.extend({
    search: line(100).optional(),
    state: z.enum(['active', 'disabled']).optional(),
    only: z.enum(['administrators', 'unused']).optional(),
  }),
  reply: page(Account),
})

export const createAdministratorAccount = route({
  method: 'POST',
  path: '/accounts',
  summary: 'Make an account that belongs to no member, for an administrator; the code is shown this once',
  once: false,
  body: z.strictObject({ login: Login, name: line(60) }),
  reply: z.object({ id: Id, login: z.string(), code: z.string(), until: Instant }),
  errors: ['LOGIN_TAKEN'],
})

export const countRosterAccounts = route({
  method: 'GET',
  path: '/accounts/of-members',
  summary: 'How many members within one’s reach have no account, and how many never used theirs',
  reply: z.object({ withoutAccount: z.int(), neverUsed: z.int() }),
})

/** The sheet of codes can be fetched once: only hashes are kept. `renew` replaces codes that were never used. */
export const createRosterAccounts = route({
  method: 'POST',
  path: '/accounts/of-members',
  summary: 'Make accounts for members who have none; answers the sheet of one-time codes, by branch',
  once: false,
  body: z.strictObject({ unitId: Id.nullable().default(null), renew: z.boolean().default(false) }),
  download: 'text/csv; charset=utf-8',
})

export const resetCode = route({
  method: 'POST',
  path: '/accounts/:id/code',
  summary: 'Replace the password by a new one-time code, shown this once; the account’s sessions end',
  once: false,
  params: One,
  reply: z.object({ login: z.string(), name: z.string(), code: z.string(), until: Instant }),
  errors: ['OWN_ACCOUNT'],
})

export const setAccountState = route({
  method: 'PUT',
  path: '/accounts/:id/state',
  summary: 'Disable or enable an account; a disabled one is out on its next request',
  params: One,
  body: z.strictObject({ state: z.enum(['active', 'disabled']) }),
  errors: ['OWN_ACCOUNT'],
})

export const resetSecondFactor = route({
  method: 'DELETE',
  path: '/accounts/:id/second-factor',
  summary: 'Remove a lost second factor; never by the person who can also reset the code',
  params: One,
  errors: ['OWN_ACCOUNT'],
})

export const listAccountSessions = route({
  method: 'GET',
  path: '/accounts/:id/sessions',
  summary: 'Open sessions of one account',
  params: One,
  reply: z.object({ items: z.array(OpenSession) }),
})

export const endAccountSessions = route({
  method: 'DELETE',
  path: '/accounts/:id/sessions',
  summary: 'End every session of one account',
  params: One,
})

export const Grant = z.object({
  id: Id,
  accountId: Id,
  login: z.string(),
  name: z.string(),
  role: GrantedRole,
  unitId: Id.nullable(),
  unitName: z.string(),
  fromOn: Day,
  untilOn: Day.nullable(),
  state: z.enum(['requested', 'ahead', 'inForce', 'lapsed', 'revoked']),
  requestedBy: z.string(),
  requestedAt: Instant,
  signedBy: z.string(),
  signedAt: Instant.nullable(),
  maySign: z.boolean(),
})

export const listGrants = route({
  method: 'GET',
  path: '/grants',
  summary: 'Grants, newest first',
  query: PageQuery.extend({ state: z.enum(['requested', 'inForce']).optional() }),
  reply: page(Grant),
})

export const requestGrant = route({
  method: 'POST',
  path: '/grants',
  summary: 'Ask for a grant; it takes effect once another person has signed it',
  body: z
    .strictObject({
      accountId: Id,
      role: GrantedRole,
      unitId: Id.nullable().default(null),
      fromOn: Day,
      untilOn: Day.nullable().default(null),
    })
    .refine(grant => grant.untilOn === null || grant.untilOn > grant.fromOn, {
      path: ['untilOn'],
      error: '结束日必须晚于开始日 / the last day must come after the first',
    })
    .refine(grant => grant.unitId !== null || grant.role.endsWith('Administrator'), {
      path: ['unitId'],
      error: '业务角色要写明单位 / a business role needs its unit',
    }),
  reply: z.object({ id: Id }),
  errors: ['OWN_ACCOUNT', 'GRANT_CLASH'],
})

export const signGrant = route({
  method: 'POST',
  path: '/grants/:id/signature',
  summary: 'Second signature on a grant, by another person',
  params: One,
  errors: ['OWN_ACCOUNT', 'GRANT_SECOND_PERSON', 'STATE_CONFLICT'],
})

export const revokeGrant = route({
  method: 'DELETE',
  path: '/grants/:id',
  summary: 'Revoke a grant; it gives nothing on the holder’s next request',
  params: One,
  errors: ['OWN_ACCOUNT', 'STATE_CONFLICT'],
})
