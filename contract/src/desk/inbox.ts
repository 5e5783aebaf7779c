import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, PageQuery, page } from '../values.ts'

/** One message; `link` is the page that answers it. */
export const InboxMessage = z.object({
  id: Id,
  kind: z.string(),
  title: Both,
  link: z.string(),
  dueOn: Day.nullable(),
  sentAt: Instant,
  read: z.boolean(),
})
export type InboxMessage = z.output<typeof InboxMessage>

export const listInbox = route({
  method: 'GET',
  path: '/inbox',
  summary: 'The caller’s messages, newest first',
  query: PageQuery.extend({ only: z.enum(['unread']).optional() }),
  reply: page(InboxMessage).extend({ unread: z.number().int(), all: z.number().int() }),
})

export const markRead = route({
  method: 'POST',
  path: '/inbox/:messageId/read',
  summary: 'Mark one message as read; a second time changes nothing',
  params: z.strictObject({ messageId: Id }),
  reply: z.object({ unread: z.number().int() }),
})

export const markAllRead = route({
  method: 'POST',
  path: '/inbox/read',
  summary: 'Mark every message sent up to a moment as read: those that came since stay unread',
  body: z.strictObject({ upTo: Instant }),
  reply: z.object({ unread: z.number().int() }),
})

export const readFeed = route({
  method: 'GET',
  path: '/calendar-feed',
  summary: 'Whether the caller has a calendar feed, and since when; its address is shown once only, when it is made',
  reply: z.object({ since: Instant.nullable() }),
})

export const openFeed = route({
  method: 'POST',
  path: '/calendar-feed',
  summary: 'Make a new secret address of the calendar feed; the old one stops at once',
  // A kept reply would keep the secret.
  once: false,
  reply: z.object({ path: z.string(), since: Instant }),
})

export const closeFeed = route({ method: 'DELETE', path: '/calendar-feed', summary: 'Stop the calendar feed' })

export const downloadFeed = route({
  method: 'GET',
  path: '/calendar/:token.ics',
  summary:
    'Phases of the year and the person’s own due dates as iCalendar, for calendar programs; needs no session, only the secret',
  params: z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) }),
  query: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  download: 'text/calendar; charset=utf-8',
})
