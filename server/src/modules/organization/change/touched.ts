import { z } from 'zod'

const Row = z.object({ table: z.enum(['relation', 'name', 'post', 'belonging']), id: z.uuid() })

/** What a change did, row by row: enough to show it and to undo it. Kept as `organization_change.touched`. */
export const Touched = z.object({
  /** Every organisation the change alters; later changes to them build on it. */
  units: z.array(z.uuid()),
  /** Organisations that only stand above or receive. */
  near: z.array(z.uuid()),
  founded: z.array(z.uuid()),
  dissolved: z.array(z.uuid()),
  /** Rows that begin with the change. */
  opened: z.array(Row),
  /** Rows that end with it, and when they would have ended (null: not at all). */
  closed: z.array(Row.extend({ until: z.iso.date().nullable() })),
  /** Terms closed with their body, and their state before. */
  terms: z.array(z.object({ id: z.uuid(), state: z.enum(['normal', 'requested', 'approved', 'extended']) })),
  membersMoved: z.int(),
})
export type Touched = z.output<typeof Touched>
export type OpenedRow = Touched['opened'][number]
export type ClosedRow = Touched['closed'][number]

export const nothingTouched = (): Touched => ({
  units: [],
  near: [],
  founded: [],
  dissolved: [],
  opened: [],
  closed: [],
  terms: [],
  membersMoved: 0,
})
