import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Instant } from '../values.ts'

const span = { from: Day, until: Day.nullable() }

export const MyData = z.object({
  /** Each field held, what it is for and on which footing; the value is null where nothing is held. */
  fields: z.array(z.object({ key: z.string(), label: Both, purpose: Both, value: z.string().nullable() })),
  standings: z.array(z.object({ kind: z.string(), state: z.string(), leadingCadre: z.boolean(), ...span })),
  belongings: z.array(z.object({ unit: z.string(), ...span })),
  posts: z.array(z.object({ unit: z.string(), kind: z.string(), title: Both, ...span })),
  results: z.array(
    z.object({ year: z.number().int(), level: z.string(), grade: z.string().nullable(), releasedAt: Instant }),
  ),
  /** How many rows of each further kind there are; they are shown on their own pages. */
  counts: z.object({
    pledges: z.number().int(),
    reports: z.number().int(),
    facts: z.number().int(),
    transfers: z.number().int(),
    messages: z.number().int(),
  }),
  account: z.object({ login: z.string(), createdAt: Instant, secondFactor: z.boolean() }),
  /** Who else looked at or changed this person's file, newest first, the last 200. */
  views: z.array(
    z.object({ at: Instant, action: z.string(), role: z.string().nullable(), name: z.string(), unit: z.string() }),
  ),
})

export const readMyData = route({
  method: 'GET',
  path: '/my-data',
  summary: 'Everything held about the person who asks, and who looked at it',
  reply: MyData,
})

export const exportMyData = route({
  method: 'GET',
  path: '/my-data/export',
  summary: 'The same as a file',
  download: 'application/json; charset=utf-8',
})
