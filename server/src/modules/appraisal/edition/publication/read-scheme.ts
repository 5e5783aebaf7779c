import type * as api from '@jiannuo/contract/appraisal/scheme.ts'
import type { SchemeAction, SchemeLine, SchemePage, SchemeVersion } from '@jiannuo/contract/appraisal/scheme.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { describeChanges } from '@jiannuo/rules/schemes/changes/describe-changes.ts'
import { SCHEME_TEMPLATES } from '@jiannuo/rules/schemes/templates.ts'
import { fail } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { writeSchemeText } from '../../../documents/index.ts'
import { gradesOf } from '../../scheme/ship-scheme.ts'
import { isAdaptable } from '../draft/draft-scheme.ts'
import { checkRow } from '../draft/save-scheme.ts'
import { draftsSchemes, ownsScheme } from '../policy.ts'
import * as sql from '../sql.ts'
import { holdsOn } from './obstacles.ts'

export const lineOf = (row: sql.EditionRow, today: Day): SchemeLine => ({
  id: row.id,
  subject: row.subject,
  family: row.family,
  year: row.year,
  version: row.version,
  title: row.title,
  sha256: row.sha256,
  shipped: row.draftedBy === null,
  state: row.state,
  ownerUnitId: row.ownerUnitId,
  ownerUnitName: row.ownerUnitName,
  effectiveFrom: row.effectiveFrom,
  effectiveUntil: row.effectiveUntil,
  inForce: row.state === 'published' && holdsOn(row, today),
  adoptions: row.adoptions,
})

export async function listSchemes({ tx, actor, today }: Change, { query }: Input<typeof api.listSchemes>) {
  const rows = await sql.listEditions(tx, actor.authorityId, query)
  return { schemes: rows.map(row => lineOf(row, today)), mayDraft: draftsSchemes(actor) }
}

/** What the caller may do now; whether a second person is needed is told by `publish` missing for whoever wrote in it. */
function actionsFor({ actor, today }: Change, row: sql.EditionRow): SchemeAction[] {
  const me = actor.personId ?? actor.accountId
  const isPublished = row.state === 'published'
  const copies: SchemeAction[] =
    isPublished && actor.capacity.role === 'organCommittee' && isAdaptable(row) ? ['adapt'] : []
  if (!ownsScheme(actor, row)) return copies
  if (row.state === 'draft') return ['edit', 'submit', 'drop']
  if (row.state === 'submitted')
    return row.editedBy.includes(me) || row.submittedBy === me ? ['return'] : ['publish', 'return']
  if (!isPublished) return []
  return row.effectiveFrom !== null && row.effectiveFrom > today ? ['newVersion', 'withdraw'] : ['newVersion']
}

/** At most so many versions are told with their differences. */
const MOST_VERSIONS = 30

function historyOf(line: readonly sql.EditionRow[]): SchemeVersion[] {
  return line.slice(-MOST_VERSIONS).map((row, at, all) => {
    const before = all.slice(0, at).findLast(each => each.state !== 'withdrawn')
    return {
      id: row.id,
      year: row.year,
      version: row.version,
      state: row.state,
      effectiveFrom: row.effectiveFrom,
      effectiveUntil: row.effectiveUntil,
      publishedAt: row.publishedAt,
      changes: before ? describeChanges(before.document, row.document) : [],
    }
  })
}

async function basedOn({ tx, actor }: Change, row: sql.EditionRow): Promise<SchemePage['basedOn']> {
  const template = SCHEME_TEMPLATES.find(each => each.id === row.basedOnTemplate)
  if (template) return { kind: 'template', id: template.id, title: template.title }
  const scheme = row.basedOnSchemeId ? await sql.editionById(tx, actor.authorityId, row.basedOnSchemeId) : undefined
  return scheme
    ? {
        kind: 'scheme',
        id: scheme.id,
        title: scheme.title,
        ownerUnitName: scheme.ownerUnitName,
        version: scheme.version,
      }
    : null
}

export async function showScheme(change: Change, row: sql.EditionRow): Promise<SchemePage> {
  const { tx, actor, today } = change
  const isDraft = row.state === 'draft' || row.state === 'submitted'
  return {
    ...lineOf(row, today),
    settings: {
      periodKind: row.periodKind,
      effectiveFrom: row.effectiveFrom,
      effectiveUntil: row.effectiveUntil,
      publication: row.publication,
      leaderBoardDecision: row.leaderBoardDecision,
      adaptation: row.adaptation,
      lockedGroups: row.lockedGroups,
    },
    grades: gradesOf(row.document),
    panels: row.panels,
    document: JSON.parse(JSON.stringify(row.document)),
    text: row.source ?? writeSchemeText(row.document),
    basedOn: await basedOn(change, row),
    savedAt: row.savedAt,
    draftedByName: row.draftedByName,
    submittedByName: row.submittedByName,
    publishedByName: row.publishedByName,
    publishedAt: row.publishedAt,
    returnReason: row.returnReason,
    withdrawalReason: row.withdrawalReason,
    check: isDraft ? (await checkRow(change, row)).check : { errors: [], remarks: [] },
    history: historyOf(await sql.lineOf(tx, actor.authorityId, row)),
    may: actionsFor(change, row),
  }
}

export async function compareSchemes(
  { tx, actor, today }: Change,
  { query }: Input<typeof api.compareSchemes>,
  row: sql.EditionRow,
) {
  const from = await sql.editionById(tx, actor.authorityId, query.from)
  if (!from) fail('NOT_FOUND')
  return { from: lineOf(from, today), to: lineOf(row, today), changes: describeChanges(from.document, row.document) }
}

/** The newest published copy of each organ, with how many places of it differ from this scheme. */
export async function listAdoptions({ tx, actor }: Change, row: sql.EditionRow) {
  const copies = await sql.copiesOf(tx, actor.authorityId, row)
  const newest = [...new Map(copies.map(each => [each.ownerUnitId, each])).values()]
  return {
    organs: await sql.organsOf(tx, actor.authorityId),
    adoptions: newest.map(each => ({
      schemeId: each.id,
      unitId: each.ownerUnitId,
      unitName: each.ownerUnitName,
      version: each.version,
      from: each.effectiveFrom!,
      changes: describeChanges(row.document, each.document).length,
      state: each.state,
    })),
  }
}
