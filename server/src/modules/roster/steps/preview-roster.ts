import { randomUUID } from 'node:crypto'
import * as api from '@jiannuo/contract/roster.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import type { Draft } from '../check/draft.ts'
import type { Choices } from '../check/known-units.ts'
import { type Assessment, assess, findingsOf } from './assess.ts'
import { PERSONAL, pack, unpack, WAITING } from './packed.ts'
import { readUpload } from './read-upload.ts'
import { showPreview } from './show-preview.ts'
import * as sql from './sql.ts'

const DAY_MS = 86_400_000
const EARLIEST: Day = '2000-01-01'

/** Reads, checks and compares an uploaded file as of today; nothing is written to the records. */
export async function previewRoster(change: Change) {
  const { tx, actor, now, today } = change
  if (!change.upload) fail('FILE_TRUNCATED')
  await sql.discardOlder(tx, actor.authorityId, new Date(now.getTime() - DAY_MS).toISOString())
  const { draft, sha256 } = await readUpload(
    tx,
    actor.authorityId,
    change.files,
    change.upload,
    api.previewRoster.upload?.maxBytes ?? 0,
  )
  const choices = { effectiveOn: today, complete: false }
  const assessment = await assess(tx, draft, choices, change.key(PERSONAL))
  const id = randomUUID()
  await sql.insertPreview(tx, {
    authorityId: actor.authorityId,
    id,
    fileName: change.upload.name,
    fileSha256: sha256,
    contentSealed: pack(change.key(WAITING), draft),
    madeBy: actor.personId,
    madeAt: now.toISOString(),
    ...kept(change, draft, choices, assessment),
  })
  await change.audit('roster.preview', id, { values: { sha256 } })
  return reread(change, id)
}

/** Checks and compares the same file as of another day, or as the complete roster. Fails ROSTER_DAY, ROSTER_CLOSED. */
export async function choosePreview(change: Change, { body }: Input<typeof api.choosePreview>, row: sql.PreviewRow) {
  const latest = new Date(Date.parse(change.today) + 366 * DAY_MS).toISOString().slice(0, 10)
  if (body.effectiveOn < EARLIEST || body.effectiveOn > latest) fail('ROSTER_DAY', { from: EARLIEST, until: latest })
  const draft = draftOf(change, row)
  const assessment = await assess(change.tx, draft, body, change.key(PERSONAL))
  await sql.keepChoices(change.tx, change.actor.authorityId, row.id, kept(change, draft, body, assessment))
  await change.audit('roster.choose', row.id, { values: body })
  return reread(change, row.id)
}

/** What was read of the file of an open preview. Fails ROSTER_CLOSED. */
export function draftOf(change: Pick<Change, 'key'>, row: sql.PreviewRow): Draft {
  if (row.state === 'open' && row.content_sealed) return unpack<Draft>(change.key(WAITING), row.content_sealed)
  return fail('ROSTER_CLOSED', {
    state:
      row.state === 'confirmed'
        ? { zh: '已经导入', en: 'was imported already' }
        : { zh: '已经作废', en: 'was put aside' },
  })
}

function kept(change: Change, draft: Draft, { effectiveOn, complete }: Choices, assessment: Assessment): sql.Kept {
  const { errorCount, comparison } = assessment
  return {
    effectiveOn,
    complete,
    digest: comparison.digest,
    errorCount,
    counts: comparison.counts,
    findingsSealed: pack(change.key(WAITING), findingsOf(draft, assessment)),
  }
}

export async function reread(change: Change, id: string) {
  const row = await sql.previewById(change.tx, change.actor.authorityId, id)
  return showPreview(change, row ?? fail('NOT_FOUND'))
}
