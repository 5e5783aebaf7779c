import { z } from 'zod'
import { PeriodId } from './facts.ts'
import { ColumnHeaders, RosterError } from './roster.ts'
import { route } from './route.ts'
import { Both, Id, Instant, line } from './values.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const One = z.strictObject({ id: Id })

export const IMPORT_ABOUT = ['organ', 'branch', 'member'] as const
export const ImportAbout = z.enum(IMPORT_ABOUT)
export type ImportAbout = z.output<typeof ImportAbout>

/** Which facts of which period are imported about whom; up to ten facts, separated by commas. */
const Choice = z.strictObject({
  about: ImportAbout,
  period: PeriodId,
  facts: z.string().regex(/^[\w.]{1,60}(,[\w.]{1,60}){0,9}$/),
})

export const FactChange = z.object({
  subject: z.string(),
  fact: Both,
  row: z.int(),
  /** Null when nothing stood there for this period. */
  from: z.string().nullable(),
  to: z.string(),
})
export type FactChange = z.output<typeof FactChange>

export const FactImportHead = z.object({
  id: Id,
  about: ImportAbout,
  period: PeriodId,
  facts: z.array(z.object({ id: z.string(), title: Both })),
  document: z.string(),
  office: z.string(),
  fileName: z.string(),
  state: z.enum(['open', 'confirmed', 'discarded', 'withdrawn']),
  counts: z.object({ rows: z.int(), new: z.int(), changed: z.int(), unchanged: z.int() }),
  madeBy: z.string(),
  madeAt: Instant,
})
export type FactImportHead = z.output<typeof FactImportHead>

export const FactImport = FactImportHead.extend({
  digest: z.string(),
  errorCount: z.int(),
  /** Headers of the file that mean nothing yet, and the columns nothing in it stands for. */
  columns: z.object({
    open: z.array(z.object({ header: z.string(), suggested: z.string().nullable() })),
    free: z.array(z.object({ key: z.string(), label: Both, required: z.boolean() })),
  }),
  /** The first 200 of them. */
  errors: z.array(RosterError),
  /** The first 500 of them, in the order of the file. */
  changes: z.array(FactChange),
})
export type FactImport = z.output<typeof FactImport>

export const listFactImports = route({
  method: 'GET',
  path: '/facts/imports',
  summary: 'The last hundred imports of facts in view, newest first',
  reply: z.object({ imports: z.array(FactImportHead) }),
})

export const downloadFactTemplate = route({
  method: 'GET',
  path: '/facts/imports/template',
  summary: 'A workbook that lists the subjects, with one column a fact',
  query: Choice,
  download: XLSX,
  errors: ['FACT_CHOICE'],
})

export const previewFactImport = route({
  method: 'POST',
  path: '/facts/imports',
  summary: 'Read a workbook of facts, check it and compare it with what is recorded; nothing is written to the ledger',
  query: Choice.extend({ document: line(60), office: line(60) }),
  body: z.custom<Blob>(),
  upload: { maxBytes: 10 * 1_048_576 },
  reply: FactImport,
  errors: ['FACT_CHOICE', 'ROSTER_FILE_REFUSED', 'FILE_TOO_LARGE', 'FILE_TRUNCATED', 'FILE_TYPE'],
})

export const readFactImport = route({
  method: 'GET',
  path: '/facts/imports/:id',
  summary: 'One import with what was found in its file',
  params: One,
  reply: FactImport,
})

export const rememberFactColumns = route({
  method: 'PUT',
  path: '/facts/imports/columns',
  summary:
    'Remember which column a header of one’s own means: code, name or a fact; null leaves that column out. Later files are read with it',
  body: z.strictObject({ headers: ColumnHeaders }),
  errors: ['ROSTER_COLUMN_UNKNOWN'],
})

export const downloadFactErrors = route({
  method: 'GET',
  path: '/facts/imports/:id/errors',
  summary: 'Every error of the file as a sheet to work through',
  params: One,
  download: XLSX,
})

export const confirmFactImport = route({
  method: 'POST',
  path: '/facts/imports/:id/confirm',
  summary: 'Write what the preview shows, in one transaction; a changed value is a reversal and a new record',
  params: One,
  body: z.strictObject({ digest: z.string().max(100) }),
  reply: FactImport,
  errors: ['FACT_IMPORT_STATE', 'FACT_IMPORT_STALE', 'ROSTER_HAS_ERRORS', 'FACT_CHOICE'],
})

export const discardFactImport = route({
  method: 'DELETE',
  path: '/facts/imports/:id',
  summary: 'Put a preview aside',
  params: One,
  errors: ['FACT_IMPORT_STATE'],
})

export const withdrawFactImport = route({
  method: 'POST',
  path: '/facts/imports/:id/withdraw',
  summary: 'Take a confirmed import back as a whole; what it had replaced stands again',
  params: One,
  reply: FactImport,
  errors: ['FACT_IMPORT_STATE', 'FACT_CHOICE'],
})
