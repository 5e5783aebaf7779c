import type * as api from '@jiannuo/contract/appraisal/scheme.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { type FieldError, fail, failFields } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { hashOf } from '../../scheme/ship-scheme.ts'
import * as sql from '../sql.ts'
import { type Checked, checkDraft, type Keep } from './check-draft.ts'
import { titleOf } from './draft-scheme.ts'

export const STATES: Record<sql.EditionRow['state'], Both> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '待发布', en: 'handed in' },
  published: { zh: '已发布', en: 'published' },
  superseded: { zh: '已被新版本取代', en: 'replaced by a newer version' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

export const inState = (row: sql.EditionRow, state: sql.EditionRow['state'], action: string) => {
  if (row.state !== state) fail('STATE_CONFLICT', { state: STATES[row.state], action })
}

/** What the draft has to keep, with the locked groups of the original it adapts. */
export async function keepOf({ tx, actor }: Change, row: sql.EditionRow): Promise<Keep> {
  const original = row.basedOnSchemeId ? await sql.editionById(tx, actor.authorityId, row.basedOnSchemeId) : undefined
  const isCopy = original && original.ownerUnitId !== row.ownerUnitId
  return {
    ...row,
    locked:
      isCopy && original.adaptation === 'lockedGroups'
        ? { groups: original.lockedGroups, original: original.document }
        : null,
  }
}
export const checkRow = async (change: Change, row: sql.EditionRow): Promise<Checked> =>
  checkDraft(row.source ?? '', await keepOf(change, row))

/** Saves what was typed, with errors too; what the scheme means moves only with a text that was read. Fails CHANGED_MEANWHILE, STATE_CONFLICT. */
export async function saveScheme(change: Change, { body }: Input<typeof api.saveScheme>, row: sql.EditionRow) {
  const { tx, actor, now, audit } = change
  inState(row, 'draft', '修改')
  checkDays(body.settings, row.year)
  const checked = checkDraft(body.text, await keepOf(change, row))
  const savedAt = now.toISOString()
  const saved = {
    source: body.text,
    savedAt,
    by: actor.personId ?? actor.accountId,
    settings: body.settings,
    ...(checked.read && {
      read: {
        title: titleOf(checked.read.scheme),
        document: JSON.stringify(checked.read.scheme),
        panels: JSON.stringify(checked.read.panels),
        sha256: hashOf(checked.read.scheme, checked.read.panels),
      },
    }),
  }
  if (!(await sql.saveDraft(tx, actor.authorityId, row.id, body.savedAt, saved))) fail('CHANGED_MEANWHILE')
  await audit('appraisal.save-scheme', row.id, { unitId: row.ownerUnitId, values: body })
  return { savedAt, check: checked.check }
}

function checkDays({ effectiveFrom: from, effectiveUntil: until }: api.SchemeSettings, year: number) {
  const wrong: FieldError[] = []
  if (from && from < `${year}-01-01`)
    wrong.push({
      pointer: '/settings/effectiveFrom',
      zh: `不能早于方案年度，最早 ${year}-01-01`,
      en: `not before the year of the scheme; the earliest is ${year}-01-01`,
    })
  if (from && until && until <= from)
    wrong.push({ pointer: '/settings/effectiveUntil', zh: '停用日应晚于生效日', en: 'must be after the first day' })
  if (wrong.length > 0) failFields(wrong)
}

/** Checks a text and writes nothing; a draft's own heading and locks count when it is named. */
export async function checkText(change: Change, { body }: Input<typeof api.checkSchemeText>) {
  const row = body.schemeId ? await sql.editionById(change.tx, change.actor.authorityId, body.schemeId) : undefined
  return checkDraft(body.text, row && (await keepOf(change, row))).check
}

export async function dropScheme({ tx, actor, audit }: Change, row: sql.EditionRow) {
  inState(row, 'draft', '放弃')
  await sql.dropDraft(tx, actor.authorityId, row.id)
  await audit('appraisal.drop-scheme', row.id, { unitId: row.ownerUnitId })
  return { id: row.id }
}
