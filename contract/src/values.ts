import { z } from 'zod'

/** A calendar day in the city's time zone, `YYYY-MM-DD`, that exists. */
export const Day = z.iso.date()
export type Day = z.output<typeof Day>

/** A moment, ISO 8601 in UTC. */
export const Instant = z.iso.datetime({ offset: true })

export const Id = z.uuid()

/** One line a person types: trimmed, 1 to `max` characters, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/)

/** The name somebody signs in with. */
export const Login = line(60).regex(/^[\w.@-]+$/, '只能用字母、数字和. _ - @ / only letters, digits and . _ - @')

/** Running text: trimmed, line breaks allowed, no other control characters. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)

/** Running text as it is being typed: kept to the last space, may be empty, no control characters but line breaks and tabs. */
export const typed = (max: number) =>
  z
    .string()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)

/** An exact decimal as text, at most 12 digits before and 4 after the point. */
export const Decimal = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,4})?$/, '请填写数字，最多4位小数 / a number with at most 4 decimals')

/** A year in a query, which arrives as text. */
export const YearQuery = z.coerce.number().int().min(2000).max(2100)

/** A keyset page: pass `next` back as `after` for the following page; null when there is none. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
export const PageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** A sentence in both languages. */
export const Both = z.object({ zh: z.string(), en: z.string() })
export type Both = z.output<typeof Both>

/** The four levels of responsible subject (四级责任主体). */
export const LEVELS = ['member', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary'] as const
export const Level = z.enum(LEVELS)
export type Level = z.output<typeof Level>
