import { z } from 'zod'
import { Id, LEVELS } from '../values.ts'

/** What a scheme scores: a post holder or member at one of the four levels, or a unit. */
export const SCHEME_SUBJECTS = [...LEVELS, 'branch', 'organ', 'section', 'department'] as const
export const SchemeSubject = z.enum(SCHEME_SUBJECTS)
export type SchemeSubject = z.output<typeof SchemeSubject>

export const SchemeHead = z.object({
  id: Id,
  subject: SchemeSubject,
  /** One line of versions for one use; the rounds of the four levels take the one named like the level. */
  family: z.string(),
  year: z.number().int(),
  version: z.number().int(),
  title: z.string(),
  sha256: z.string(),
  shipped: z.boolean(),
})
export type SchemeHead = z.output<typeof SchemeHead>
