import { z } from 'zod'
import { route } from './route.ts'
import { Both, Day, Id, Instant, PageQuery, page } from './values.ts'

export const ROSTER_SHEETS = ['units', 'members', 'posts'] as const
export const RosterSheet = z.enum(ROSTER_SHEETS)
export type RosterSheet = z.output<typeof RosterSheet>

export const ROSTER_CHANGES = ['new', 'changed', 'ended'] as const
export const RosterChange = z.enum(ROSTER_CHANGES)
export type RosterChange = z.output<typeof RosterChange>

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const One = z.strictObject({ id: Id })

/** One thing to mend before the file can be taken in. `row` is the number the spreadsheet shows; the column is blank when a whole sheet is meant. */
export const RosterError = Both.extend({
  sheet: z.string(),
  row: z.int(),
  column: z.object({ letter: z.string(), header: z.string() }),
  value: z.string(),
  accepted: Both,
})

/** A field as it is and as it would be; sealed numbers are masked. */
export const RosterField = z.object({ column: Both, from: Both, to: Both })

/** One unit, member or post that differs from the records; `row` is null for what the file leaves out. */
export const RosterDifference = z.object({
  sheet: RosterSheet,
  change: RosterChange,
  code: z.string(),
  name: z.string(),
  row: z.int().nullable(),
  fields: z.array(RosterField),
})
export type RosterDifference = z.output<typeof RosterDifference>

const Count = z.object({ rows: z.int(), new: z.int(), changed: z.int(), ended: z.int(), unchanged: z.int() })
export const RosterCounts = z.object({ units: Count, members: Count, posts: Count })

/** How the columns of one sheet were understood, and which may be chosen for those that were not. */
export const RosterColumns = z.object({
  sheet: RosterSheet,
  name: z.string(),
  headers: z.array(
    z.object({ letter: z.string(), header: z.string(), key: z.string().nullable(), suggested: z.string().nullable() }),
  ),
  columns: z.array(z.object({ key: z.string(), label: Both, required: z.boolean() })),
})

export const RosterPreview = z.object({
  id: Id,
  fileName: z.string(),
  state: z.enum(['open', 'confirmed', 'discarded']),
  madeAt: Instant,
  effectiveOn: Day,
  /** The file is the whole roster: what it leaves out ends on the effective day. */
  complete: z.boolean(),
  /** Names what was seen: the confirmation repeats it, and is refused when the records have moved on. */
  digest: z.string(),
  errorCount: z.int(),
  errors: z.array(RosterError),
  remarks: z.array(
    Both.extend({ sheet: z.string(), column: z.object({ letter: z.string(), header: z.string() }), count: z.int() }),
  ),
  columns: z.array(RosterColumns),
  counts: RosterCounts,
  confirmedAt: Instant.nullable(),
})
export type RosterPreview = z.output<typeof RosterPreview>

export const downloadTemplate = route({
  method: 'GET',
  path: '/roster/template',
  summary: 'The empty roster with drop-downs and a sheet of notes',
  download: XLSX,
})

export const exportRoster = route({
  method: 'GET',
  path: '/roster/export',
  summary: 'The whole roster as of a day, in the form the import takes; includes unmasked personal numbers',
  query: z.strictObject({ on: Day.optional() }),
  download: XLSX,
})

/** What headers of one’s own mean; at most this many headers a sheet and characters a header are kept. */
export const ColumnHeaders = z
  .record(z.string().trim().min(1).max(200), z.string().max(60).nullable())
  .refine(headers => Object.keys(headers).length <= 200)

export const rememberColumns = route({
  method: 'PUT',
  path: '/roster/columns',
  summary:
    'Remember which column a header of one’s own means; null leaves that column out. Later files are read with it',
  body: z.strictObject({ sheets: z.partialRecord(RosterSheet, ColumnHeaders) }),
  errors: ['ROSTER_COLUMN_UNKNOWN'],
})

export const previewRoster = route({
  method: 'POST',
  path: '/roster/previews',
  summary: 'Read a roster file, check it and compare it with the records; nothing is written to them',
  body: z.custom<Blob>(),
  upload: { maxBytes: 30 * 1_048_576 },
  reply: RosterPreview,
  errors: ['ROSTER_FILE_REFUSED', 'FILE_TOO_LARGE', 'FILE_TRUNCATED', 'FILE_TYPE'],
})

export const readPreview = route({
  method: 'GET',
  path: '/roster/previews/:id',
  summary: 'A preview made earlier',
  params: One,
  reply: RosterPreview,
})

export const choosePreview = route({
  method: 'PUT',
  path: '/roster/previews/:id/choices',
  summary: 'Choose from when the import counts and whether the file is complete; checked and compared anew',
  params: One,
  body: z.strictObject({ effectiveOn: Day, complete: z.boolean() }),
  reply: RosterPreview,
  errors: ['ROSTER_CLOSED', 'ROSTER_DAY'],
})

export const listDifferences = route({
  method: 'GET',
  path: '/roster/previews/:id/differences',
  summary: 'What the import would change, in the order of the file',
  params: One,
  query: PageQuery.extend({
    limit: z.coerce.number().int().min(1).max(200).default(200),
    sheet: RosterSheet.optional(),
    change: RosterChange.optional(),
  }),
  reply: page(RosterDifference).extend({ total: z.int() }),
})

export const downloadErrors = route({
  method: 'GET',
  path: '/roster/previews/:id/errors',
  summary: 'Every error as a sheet to work through',
  params: One,
  download: XLSX,
})

export const confirmRoster = route({
  method: 'POST',
  path: '/roster/previews/:id/confirm',
  summary: 'Write everything the preview shows, in one transaction; repeating it changes nothing',
  params: One,
  body: z.strictObject({ digest: z.string().max(100) }),
  reply: RosterPreview,
  errors: ['ROSTER_HAS_ERRORS', 'ROSTER_STALE', 'ROSTER_CLOSED'],
})

export const discardPreview = route({
  method: 'DELETE',
  path: '/roster/previews/:id',
  summary: 'Put a preview aside; what was read of the file is deleted',
  params: One,
  errors: ['ROSTER_CLOSED'],
})
