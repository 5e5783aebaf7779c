import { z } from 'zod'
import { route } from '../route.ts'
import { Id, Instant, PageQuery, page, text } from '../values.ts'

/** 意见建议 of a guiding body: read by the two units alone, binding on nobody, answered in writing. */
export const Advice = z.object({
  id: Id,
  fromUnitId: Id,
  fromUnitName: z.string(),
  toUnitId: Id,
  toUnitName: z.string(),
  text: z.string(),
  givenAt: Instant,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  /** The caller acts for the unit that has been advised and has not answered yet. */
  mayAnswer: z.boolean(),
})
export type Advice = z.output<typeof Advice>

export const listAdvice = route({
  method: 'GET',
  path: '/organization/advice',
  summary: 'Suggestions the caller’s unit has given or received: those it has to answer first, then the latest',
  query: PageQuery,
  reply: page(Advice),
})

export const giveAdvice = route({
  method: 'POST',
  path: '/organization/units/:unitId/advice',
  summary: 'Suggest something to a unit that the caller’s own unit only guides',
  params: z.strictObject({ unitId: Id }),
  body: z.strictObject({ text: text(2000, 5) }),
  reply: Advice,
})

export const answerAdvice = route({
  method: 'POST',
  path: '/organization/advice/:adviceId/answer',
  summary: 'Answer a suggestion in writing, once',
  params: z.strictObject({ adviceId: Id }),
  body: z.strictObject({ answer: text(2000, 2) }),
  reply: Advice,
  errors: ['STATE_CONFLICT'],
})
