import { z } from 'zod'
import { route } from '../route.ts'
import { Instant } from '../values.ts'

/** off: in the inbox alone · atOnce: within minutes · daily: one mail each morning. */
export const MailMode = z.enum(['off', 'atOnce', 'daily'])
export type MailMode = z.output<typeof MailMode>

/** Hours and minutes of the city’s time. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const Reminders = z.object({
  /** Whether this installation can send mail, and whether it passes messages on to a messenger. */
  mailAvailable: z.boolean(),
  hookAvailable: z.boolean(),
  /** The address, masked; null while there is none. */
  address: z.string().nullable(),
  confirmed: z.boolean(),
  mode: MailMode,
  quietFrom: ClockTime.nullable(),
  quietUntil: ClockTime.nullable(),
  hook: z.boolean(),
  /** The last mail that could not be delivered after all attempts. */
  failedAt: Instant.nullable(),
})
export type Reminders = z.output<typeof Reminders>

export const readReminders = route({
  method: 'GET',
  path: '/reminders',
  summary: 'How the caller is reached beside the inbox',
  reply: Reminders,
})

export const setAddress = route({
  method: 'PUT',
  path: '/reminders/address',
  summary: 'Name an address for mail; a code sent there confirms it',
  body: z.strictObject({ address: z.email().max(200) }),
  reply: Reminders,
  errors: ['MAIL_NOT_SET', 'MAIL_FAILED', 'MAIL_SOON'],
})

export const confirmAddress = route({
  method: 'POST',
  path: '/reminders/address/confirm',
  summary: 'Confirm the address with the code that was sent to it',
  body: z.strictObject({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
  }),
  reply: Reminders,
  errors: ['MAIL_CODE'],
})

export const dropAddress = route({
  method: 'DELETE',
  path: '/reminders/address',
  summary: 'Forget the address: nothing is mailed any more',
  reply: Reminders,
})

export const setReminders = route({
  method: 'PUT',
  path: '/reminders',
  summary: 'When mail is sent, the quiet hours, and whether the messenger is told',
  body: z.strictObject({
    mode: MailMode,
    quietFrom: ClockTime.nullable(),
    quietUntil: ClockTime.nullable(),
    hook: z.boolean(),
  }),
  reply: Reminders,
})

const Health = z.object({
  waiting: z.int(),
  failed: z.array(z.object({ channel: z.enum(['mail', 'hook']), error: z.string(), count: z.int(), at: Instant })),
})

export const readDeliveries = route({
  method: 'GET',
  path: '/system/deliveries',
  summary: 'Reminders that wait or could not be delivered, by channel and reason; never for whom',
  reply: Health,
})

export const retryDeliveries = route({
  method: 'POST',
  path: '/system/deliveries/retry',
  summary: 'Try all that failed once more',
  reply: Health,
})
