import { z } from 'zod'

/** What a backup folder holds: every table's rows as gzipped COPY text, and the stored files, each with its SHA-256. */
export const Manifest = z.object({
  format: z.literal('jiannuo-backup/1'),
  takenAt: z.iso.datetime(),
  /** Migrations the data belong to; a restore needs exactly these. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(
    z.object({
      table: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      file: z.string(),
      sha256: z.string(),
    }),
  ),
  files: z.array(z.string()),
})
export type Manifest = z.output<typeof Manifest>
