import type * as api from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { type FileKind, MEDIA_TYPES } from '../../../../platform/files/files.ts'
import { fileStored, keepFile } from '../../../../platform/files/kept-files.ts'
import { fail } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import * as sql from '../sql.ts'
import type { ItemFacts } from './enter-progress.ts'

const ACCEPTED: readonly FileKind[] = ['pdf', 'png', 'jpeg', 'docx', 'xlsx']
export const MOST_BYTES = 10 * 1_048_576

/** Stores a file by its content; who may read it follows from the item it is attached to. */
export async function uploadEvidence({ tx, actor, now, files, upload, audit }: Change) {
  const stored = await files.store(upload!.stream, upload!.bytes, MOST_BYTES, ACCEPTED)
  await keepFile(tx, {
    authority_id: actor.authorityId,
    sha256: stored.sha256,
    media_type: MEDIA_TYPES[stored.kind],
    bytes: stored.bytes,
    uploaded_by: actor.personId,
    uploaded_at: now.toISOString(),
  })
  await audit('pledge.upload', stored.sha256)
  return { sha256: stored.sha256, bytes: stored.bytes }
}

/** A file named by an entry or an answer of this very item. */
export async function readEvidence(
  { tx, actor, files }: Change,
  { params }: Input<typeof api.readEvidence>,
  { item }: ItemFacts,
) {
  const named = [
    ...(await sql.entriesOf(tx, actor.authorityId, item.id)),
    ...(await sql.askedOf(tx, actor.authorityId, { itemId: item.id })),
  ].some(r => r.file_sha256 === params.sha256)
  const kept = named ? await fileStored(tx, actor.authorityId, params.sha256) : null
  const extension = Object.entries(MEDIA_TYPES).find(([, type]) => type === kept?.media_type)?.[0]
  if (!extension) return fail('NOT_FOUND')
  return { body: (await files.open(params.sha256)).stream, fileName: `${item.title.slice(0, 40)}.${extension}` }
}
