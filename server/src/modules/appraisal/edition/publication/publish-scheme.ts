import type * as api from '@jiannuo/contract/appraisal/scheme.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { describeChanges } from '@jiannuo/rules/schemes/changes/describe-changes.ts'
import { fail } from '../../../../platform/http/fail.ts'
import { both, type Change } from '../../../../platform/http/serve.ts'
import { informMany } from '../../../cycle/index.ts'
import { headOf } from '../../scheme/ship-scheme.ts'
import { cityOwner, schemeById } from '../../scheme/sql.ts'
import { checkDraft } from '../draft/check-draft.ts'
import { inState, keepOf } from '../draft/save-scheme.ts'
import * as sql from '../sql.ts'
import { obstaclesOf, replacedBy } from './obstacles.ts'

const me = ({ actor }: Change) => actor.personId ?? actor.accountId

async function refuseUnfit(change: Change, row: sql.EditionRow) {
  const obstacles = await obstaclesOf(change, row, await sql.lineOf(change.tx, change.actor.authorityId, row))
  const [first] = obstacles
  if (first) fail('SCHEME_UNFIT', { count: obstacles.length, ...first })
}

/** Hands a clean draft in; the others of the office are asked to publish or return it. */
export async function submitScheme(change: Change, row: sql.EditionRow) {
  const { tx, actor, now, today, audit, inform } = change
  inState(row, 'draft', '提交')
  await refuseUnfit(change, row)
  await sql.markSubmitted(tx, actor.authorityId, row.id, me(change), now.toISOString())
  const office = await sql.officeOf(tx, actor.authorityId, row.ownerUnitId, today)
  const others = office.filter(each => each !== me(change) && !row.editedBy.includes(each))
  await inform(others, {
    kind: 'scheme-submitted',
    objectId: `${row.id} ${now.toISOString()}`,
    title: both(`考评方案“${row.title}”等您审核发布`, `Scheme “${row.title}” waits for you to publish it`),
    link: `/scheme/${row.id}/publish`,
    unitId: row.ownerUnitId,
  })
  await audit('appraisal.submit-scheme', row.id, { unitId: row.ownerUnitId, values: { sha256: row.sha256 } })
  return { id: row.id }
}

export async function returnScheme(change: Change, { body }: Input<typeof api.returnScheme>, row: sql.EditionRow) {
  const { tx, actor, now, audit, inform } = change
  inState(row, 'submitted', '退回')
  await sql.markReturned(tx, actor.authorityId, row.id, me(change), now.toISOString(), body.reason)
  await inform(
    row.editedBy.filter(each => each !== me(change)),
    {
      kind: 'scheme-returned',
      objectId: `${row.id} ${now.toISOString()}`,
      title: both(
        `考评方案“${row.title}”退回修改：${body.reason}`,
        `Scheme “${row.title}” was returned: ${body.reason}`,
      ),
      link: `/scheme/${row.id}/edit`,
      unitId: row.ownerUnitId,
    },
  )
  await audit('appraisal.return-scheme', row.id, { unitId: row.ownerUnitId, values: body })
  return { id: row.id }
}

/** The second person. Ends the version before on the new one's first day, and tells everybody concerned. Fails SCHEME_SECOND_PERSON, SCHEME_UNFIT. */
export async function publishScheme(change: Change, row: sql.EditionRow) {
  const { tx, actor, now, audit } = change
  inState(row, 'submitted', '发布')
  if (row.editedBy.includes(me(change)) || row.submittedBy === me(change)) fail('SCHEME_SECOND_PERSON')
  await refuseUnfit(change, row)
  const before = replacedBy(row, await sql.lineOf(tx, actor.authorityId, row))
  if (before && before.effectiveFrom === row.effectiveFrom) await sql.supersede(tx, actor.authorityId, before.id)
  else if (before) await sql.endOn(tx, actor.authorityId, before.id, row.effectiveFrom!)
  await sql.markPublished(
    tx,
    actor.authorityId,
    row.id,
    me(change),
    now.toISOString(),
    before && { id: before.id, until: before.effectiveUntil },
  )
  await audit('appraisal.publish-scheme', row.id, {
    unitId: row.ownerUnitId,
    values: { sha256: row.sha256, from: row.effectiveFrom, until: row.effectiveUntil, replaces: before?.id ?? null },
  })
  await tell(change, row)
  return { id: row.id }
}

async function tell(change: Change, row: sql.EditionRow) {
  const { tx, actor, today, inform } = change
  const audience = await sql.audienceOf(tx, actor.authorityId, row, today)
  await informMany(inform, audience, {
    kind: 'scheme-published',
    objectId: row.id,
    title: both(
      `考评方案“${row.title}”发布，自 ${row.effectiveFrom} 起执行`,
      `Scheme “${row.title}” is published, in force from ${row.effectiveFrom}`,
    ),
    link: `/scheme/${row.id}`,
    unitId: row.ownerUnitId,
  })
  const city = await cityOwner(tx, actor.authorityId)
  if (!city || city === row.ownerUnitId) return
  await inform(await sql.officeOf(tx, actor.authorityId, city, today), {
    kind: 'scheme-adapted',
    objectId: row.id,
    title: both(
      `${row.ownerUnitName}发布了自己的考评方案“${row.title}”`,
      `${row.ownerUnitName} published a scheme of its own, “${row.title}”`,
    ),
    link: `/scheme/${row.id}`,
    unitId: row.ownerUnitId,
  })
}

/** Before its first day only; the version whose place it took holds on as if nothing had been. Fails SCHEME_IN_EFFECT. */
export async function withdrawScheme(change: Change, { body }: Input<typeof api.withdrawScheme>, row: sql.EditionRow) {
  const { tx, actor, now, today, audit } = change
  inState(row, 'published', '撤回')
  if (row.effectiveFrom! <= today) fail('SCHEME_IN_EFFECT', { from: row.effectiveFrom! })
  await sql.markWithdrawn(tx, actor.authorityId, row.id, me(change), now.toISOString(), body.reason)
  if (row.replacesId) await sql.restore(tx, actor.authorityId, row.replacesId, row.replacedUntil)
  await audit('appraisal.withdraw-scheme', row.id, { unitId: row.ownerUnitId, values: body })
  return { id: row.id }
}

/** What the page of this final act says: what changes, whom it touches, which rounds keep the version before, what stands in the way. */
export async function showPublication(change: Change, row: sql.EditionRow) {
  const { tx, actor, today } = change
  const line = await sql.lineOf(tx, actor.authorityId, row)
  const before = replacedBy(row, line)
  const original =
    before ?? (row.basedOnSchemeId ? await sql.editionById(tx, actor.authorityId, row.basedOnSchemeId) : undefined)
  const { read } = checkDraft(row.source ?? '', await keepOf(change, row))
  const replaces = before && (await schemeById(tx, actor.authorityId, before.id))
  return {
    replaces: replaces && headOf(replaces),
    changes: original ? describeChanges(original.document, read?.scheme ?? row.document) : [],
    people: (await sql.audienceOf(tx, actor.authorityId, row, today)).length,
    openRounds: before ? await sql.openRoundsWith(tx, actor.authorityId, before.id) : 0,
    obstacles: row.state === 'draft' || row.state === 'submitted' ? await obstaclesOf(change, row, line) : [],
  }
}
