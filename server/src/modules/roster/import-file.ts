import type { RosterCounts } from '@jiannuo/contract/roster.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { z } from 'zod'
import type { JobChange } from '../../platform/jobs/run-job.ts'
import type { CellError } from '../documents/index.ts'
import { lock } from './records/sql.ts'
import { assess } from './steps/assess.ts'
import { PERSONAL } from './steps/packed.ts'
import { readRoster } from './steps/read-upload.ts'
import { writeRoster } from './write/write-roster.ts'

interface FileImport {
  effectiveOn: Day
  counts: z.output<typeof RosterCounts>
  errorCount: number
  errors: CellError[]
  written: boolean
}

/** Reads, checks and, unless there are errors or `dryRun`, writes a roster file in the transaction of a job. The file itself stays where it is. */
export async function importFile(
  change: JobChange,
  path: string,
  choices: { effectiveOn: Day; complete: boolean; dryRun: boolean },
): Promise<FileImport> {
  const { tx, authorityId, today } = change
  const { effectiveOn, complete, dryRun } = choices
  const draft = await readRoster(tx, authorityId, path)
  await lock(tx)
  const personal = change.key(PERSONAL)
  const { records, comparison, errors, errorCount } = await assess(tx, draft, { effectiveOn, complete }, personal)
  const written = errorCount === 0 && !dryRun
  if (written) {
    await writeRoster(tx, comparison, records, { authorityId, today, personal })
    await change.audit('roster.import-file', authorityId, {
      values: { digest: comparison.digest, counts: comparison.counts },
    })
  }
  return { effectiveOn, counts: comparison.counts, errorCount, errors, written }
}
