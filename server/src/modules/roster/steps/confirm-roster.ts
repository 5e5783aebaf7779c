import type * as api from '@jiannuo/contract/roster.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { lock } from '../records/sql.ts'
import { writeRoster } from '../write/write-roster.ts'
import { assess } from './assess.ts'
import { PERSONAL } from './packed.ts'
import { draftOf, reread } from './preview-roster.ts'
import { showPreview } from './show-preview.ts'
import * as sql from './sql.ts'

/** Writes what the preview showed, if the records still say what they said then. Fails ROSTER_HAS_ERRORS, ROSTER_STALE, ROSTER_CLOSED. */
export async function confirmRoster(change: Change, { body }: Input<typeof api.confirmRoster>, row: sql.PreviewRow) {
  const { tx, actor, today } = change
  if (row.state === 'confirmed') return showPreview(change, row)
  const draft = draftOf(change, row)
  await lock(tx)
  const personal = change.key(PERSONAL)
  const { records, comparison, errorCount } = await assess(
    tx,
    draft,
    { effectiveOn: row.effective_on, complete: row.complete },
    personal,
  )
  if (errorCount > 0) fail('ROSTER_HAS_ERRORS', { count: errorCount })
  if (comparison.digest !== body.digest) fail('ROSTER_STALE')
  await writeRoster(tx, comparison, records, { authorityId: actor.authorityId, today, personal })
  await sql.closePreview(tx, actor.authorityId, row.id, 'confirmed', change.now.toISOString())
  await change.audit('roster.confirm', row.id, { values: { digest: comparison.digest, counts: comparison.counts } })
  return reread(change, row.id)
}

/** Deletes what was read of the file. Fails ROSTER_CLOSED. */
export async function discardPreview(change: Change, _input: unknown, row: sql.PreviewRow) {
  draftOf(change, row)
  await sql.closePreview(change.tx, change.actor.authorityId, row.id, 'discarded', change.now.toISOString())
  await change.audit('roster.discard', row.id)
}
