import type { PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import type { PeriodKind, SchemeSettings, SchemeState } from '@jiannuo/contract/appraisal/scheme.ts'
import type { SchemeSubject } from '@jiannuo/contract/appraisal/scheme-head.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'appraisal_scheme' | 'appraisal_round'>()

/** A scheme in any state. `document` is the last one that was read without errors; what stands in the text may be unfinished. */
export interface EditionRow {
  id: string
  subject: SchemeSubject
  family: string
  year: number
  version: number
  title: string
  sha256: string
  state: SchemeState
  ownerUnitId: string
  ownerUnitName: string
  document: Scheme
  panels: PanelOfScheme[]
  source: string | null
  savedAt: string | null
  draftedBy: string | null
  editedBy: string[]
  submittedBy: string | null
  publishedBy: string | null
  draftedByName: string | null
  submittedByName: string | null
  publishedByName: string | null
  publishedAt: string | null
  returnReason: string | null
  withdrawalReason: string | null
  basedOnSchemeId: string | null
  basedOnTemplate: string | null
  replacesId: string | null
  replacedUntil: Day | null
  periodKind: PeriodKind
  effectiveFrom: Day | null
  effectiveUntil: Day | null
  publication: SchemeSettings['publication']
  leaderBoardDecision: string | null
  adaptation: SchemeSettings['adaptation']
  lockedGroups: string[]
  adoptions: number
}

const editions = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_scheme as s')
    .select(['s.id', 's.family', 's.year', 's.version', 's.title', 's.sha256', 's.source'])
    .select([
      's.owner_unit_id as ownerUnitId',
      's.saved_at as savedAt',
      's.drafted_by as draftedBy',
      's.edited_by as editedBy',
      's.submitted_by as submittedBy',
      's.published_by as publishedBy',
      's.published_at as publishedAt',
      's.return_reason as returnReason',
      's.withdrawal_reason as withdrawalReason',
      's.based_on_scheme_id as basedOnSchemeId',
      's.based_on_template as basedOnTemplate',
      's.replaces_id as replacesId',
      's.replaced_until as replacedUntil',
      's.effective_from as effectiveFrom',
      's.effective_until as effectiveUntil',
      's.leader_board_decision as leaderBoardDecision',
      's.locked_groups as lockedGroups',
    ])
    .select([
      sql<SchemeSubject>`s.subject`.as('subject'),
      sql<SchemeState>`s.state`.as('state'),
      sql<PeriodKind>`s.period_kind`.as('periodKind'),
      sql<SchemeSettings['publication']>`s.publication`.as('publication'),
      sql<SchemeSettings['adaptation']>`s.adaptation`.as('adaptation'),
      sql<Scheme>`s.document`.as('document'),
      sql<PanelOfScheme[]>`s.panels`.as('panels'),
      sql<string>`unit_label(s.authority_id, s.owner_unit_id)`.as('ownerUnitName'),
      sql<string | null>`person_label(s.authority_id, s.drafted_by)`.as('draftedByName'),
      sql<string | null>`person_label(s.authority_id, s.submitted_by)`.as('submittedByName'),
      sql<string | null>`person_label(s.authority_id, s.published_by)`.as('publishedByName'),
      sql<number>`(select count(distinct c.owner_unit_id)::int from appraisal_scheme c where c.authority_id = s.authority_id and c.based_on_scheme_id = s.id
        and c.owner_unit_id <> s.owner_unit_id and c.state = 'published')`.as('adoptions'),
    ])
    .where('s.authority_id', '=', authorityId)

export const editionById = (tx: Tx, authorityId: string, id: string): Promise<EditionRow | undefined> =>
  editions(tx, authorityId).where('s.id', '=', id).executeTakeFirst()

/** The same, and nobody else changes it until this transaction ends. */
export async function lockEdition(tx: Tx, authorityId: string, id: string): Promise<EditionRow | undefined> {
  await own(tx)
    .selectFrom('appraisal_scheme')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return editionById(tx, authorityId, id)
}

export function listEditions(
  tx: Tx,
  authorityId: string,
  only: { year?: number | undefined; subject?: SchemeSubject | undefined },
): Promise<EditionRow[]> {
  let all = editions(tx, authorityId)
    .orderBy('s.year', 'desc')
    .orderBy('s.family')
    .orderBy('s.owner_unit_id')
    .orderBy('s.version', 'desc')
  if (only.year !== undefined) all = all.where('s.year', '=', only.year)
  if (only.subject !== undefined) all = all.where('s.subject', '=', only.subject)
  return all.execute()
}

/** Every version of one owner and family, the oldest first. */
export const lineOf = (
  tx: Tx,
  authorityId: string,
  { ownerUnitId, family }: { ownerUnitId: string; family: string },
): Promise<EditionRow[]> =>
  editions(tx, authorityId)
    .where('s.owner_unit_id', '=', ownerUnitId)
    .where('s.family', '=', family)
    .orderBy('s.year')
    .orderBy('s.version')
    .execute()

/** Versions of other owners made from this one, the newest of each last. */
export const copiesOf = (
  tx: Tx,
  authorityId: string,
  { id, ownerUnitId }: { id: string; ownerUnitId: string },
): Promise<EditionRow[]> =>
  editions(tx, authorityId)
    .where('s.based_on_scheme_id', '=', id)
    .where('s.owner_unit_id', '<>', ownerUnitId)
    .where('s.state', '=', 'published')
    .orderBy('s.published_at')
    .execute()

export interface NewDraft {
  id: string
  subject: SchemeSubject
  family: string
  ownerUnitId: string
  year: number
  version: number
  title: string
  document: string
  panels: string
  sha256: string
  source: string
  savedAt: string
  by: string
  basedOnSchemeId: string | null
  basedOnTemplate: string | null
  settings: SchemeSettings
}
const settingsRow = (s: SchemeSettings) => ({
  period_kind: s.periodKind,
  effective_from: s.effectiveFrom,
  effective_until: s.effectiveUntil,
  publication: s.publication,
  leader_board_decision: s.leaderBoardDecision,
  adaptation: s.adaptation,
  locked_groups: s.lockedGroups,
})
/** False when somebody begins the same version at the same moment. */
export async function insertDraft(tx: Tx, authorityId: string, d: NewDraft): Promise<boolean> {
  const done = await own(tx)
    .insertInto('appraisal_scheme')
    .values({
      authority_id: authorityId,
      id: d.id,
      subject: d.subject,
      family: d.family,
      owner_unit_id: d.ownerUnitId,
      year: d.year,
      version: d.version,
      title: d.title,
      document: d.document,
      panels: d.panels,
      sha256: d.sha256,
      state: 'draft',
      source: d.source,
      saved_at: d.savedAt,
      drafted_by: d.by,
      edited_by: [d.by],
      based_on_scheme_id: d.basedOnSchemeId,
      based_on_template: d.basedOnTemplate,
      ...settingsRow(d.settings),
    })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export interface SavedDraft {
  source: string
  savedAt: string
  by: string
  settings: SchemeSettings
  /** Left out while the text has errors: the last sound document stays. */
  read?: { title: string; document: string; panels: string; sha256: string }
}
/** False when the draft was saved by somebody else since `since`. */
export async function saveDraft(
  tx: Tx,
  authorityId: string,
  id: string,
  since: string,
  d: SavedDraft,
): Promise<boolean> {
  const done = await own(tx)
    .updateTable('appraisal_scheme')
    .set({
      source: d.source,
      saved_at: d.savedAt,
      edited_by: sql<
        string[]
      >`case when ${d.by}::uuid = any (edited_by) then edited_by else edited_by || ${d.by}::uuid end`,
      ...settingsRow(d.settings),
      ...d.read,
    })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('saved_at', '=', since)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export const dropDraft = (tx: Tx, authorityId: string, id: string) =>
  own(tx)
    .deleteFrom('appraisal_scheme')
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()

const change = (tx: Tx, authorityId: string, id: string) =>
  own(tx).updateTable('appraisal_scheme').where('authority_id', '=', authorityId).where('id', '=', id)

export const markSubmitted = (tx: Tx, authorityId: string, id: string, by: string, at: string) =>
  change(tx, authorityId, id)
    .set({ state: 'submitted', submitted_by: by, submitted_at: at, return_reason: null })
    .execute()
export const markReturned = (tx: Tx, authorityId: string, id: string, by: string, at: string, reason: string) =>
  change(tx, authorityId, id)
    .set({
      state: 'draft',
      returned_by: by,
      returned_at: at,
      return_reason: reason,
      submitted_by: null,
      submitted_at: null,
    })
    .execute()
export const markPublished = (
  tx: Tx,
  authorityId: string,
  id: string,
  by: string,
  at: string,
  replaced: { id: string; until: Day | null } | null,
) =>
  change(tx, authorityId, id)
    .set({
      state: 'published',
      published_by: by,
      published_at: at,
      replaces_id: replaced?.id ?? null,
      replaced_until: replaced?.until ?? null,
    })
    .execute()
export const markWithdrawn = (tx: Tx, authorityId: string, id: string, by: string, at: string, reason: string) =>
  change(tx, authorityId, id)
    .set({ state: 'withdrawn', withdrawn_by: by, withdrawn_at: at, withdrawal_reason: reason })
    .execute()
/** The version before ends on the day the next one begins; where both begin on the same day it is superseded as a whole. */
export const endOn = (tx: Tx, authorityId: string, id: string, day: Day) =>
  change(tx, authorityId, id).set({ effective_until: day }).execute()
export const supersede = (tx: Tx, authorityId: string, id: string) =>
  change(tx, authorityId, id).set({ state: 'superseded' }).execute()
export const restore = (tx: Tx, authorityId: string, id: string, until: Day | null) =>
  change(tx, authorityId, id).set({ state: 'published', effective_until: until }).execute()

/** Whom a scheme of that subject concerns under its owner: those it scores and the secretaries above them. */
export const audienceOf = async (
  tx: Tx,
  authorityId: string,
  scheme: { subject: SchemeSubject; ownerUnitId: string },
  day: Day,
): Promise<string[]> =>
  (
    await sql<{
      person_id: string
    }>`select person_id from scheme_audience(${authorityId}, ${scheme.ownerUnitId}, ${scheme.subject}, ${day})`.execute(
      tx,
    )
  ).rows.map(row => row.person_id)
/** Who may publish for the owner: the persons of its office. */
export const officeOf = async (tx: Tx, authorityId: string, unitId: string, day: Day): Promise<string[]> =>
  (
    await sql<{ person_id: string }>`select person_id from scheme_office(${authorityId}, ${unitId}, ${day})`.execute(tx)
  ).rows.map(row => row.person_id)
/** Organs under unified leadership, which could adapt a scheme of the city. */
export const organsOf = async (tx: Tx, authorityId: string): Promise<number> =>
  (
    await sql<{
      organs: number
    }>`select count(*)::int as organs from adopting_organs(${authorityId}) where kind_of_unit(${authorityId}, unit_id) = 'organCommittee'`.execute(
      tx,
    )
  ).rows[0]?.organs ?? 0
/** Rounds opened with a scheme and not filed yet: they keep it. */
export const openRoundsWith = async (tx: Tx, authorityId: string, schemeId: string): Promise<number> =>
  (
    await own(tx)
      .selectFrom('appraisal_round')
      .select(sql<number>`count(*)::int`.as('rounds'))
      .where('authority_id', '=', authorityId)
      .where('scheme_id', '=', schemeId)
      .where('state', '<>', 'filed')
      .executeTakeFirstOrThrow()
  ).rounds
