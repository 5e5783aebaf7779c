import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/scheme.ts'
import type { SchemeSettings } from '@jiannuo/contract/appraisal/scheme.ts'
import { SCHEME_SUBJECTS, type SchemeSubject } from '@jiannuo/contract/appraisal/scheme-head.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import type { SchemeTemplate } from '@jiannuo/rules/schemes/template/template.ts'
import { SCHEME_TEMPLATES } from '@jiannuo/rules/schemes/templates.ts'
import { fail } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { writeSchemeText } from '../../../documents/index.ts'
import { hashOf, shipMissing } from '../../scheme/ship-scheme.ts'
import * as sql from '../sql.ts'
import { checkDraft, isForRounds } from './check-draft.ts'
import { withHeading } from './text-place.ts'

/** What a draft begins with, before it has a version. */
interface Start {
  subject: SchemeSubject
  family: string
  text: string
  basedOnSchemeId: string | null
  basedOnTemplate: string | null
  settings: SchemeSettings
}

/** What an organ committee appraises itself and so may adapt. */
const OF_ORGANS: readonly SchemeSubject[] = ['member', 'branchSecretary', 'branch', 'section', 'department']
export const isAdaptable = ({ subject, adaptation }: Pick<sql.EditionRow, 'subject' | 'adaptation'>) =>
  adaptation !== 'none' && OF_ORGANS.includes(subject)

/**
 * Begins a draft in the caller's office. From a template it is a line of its own, or of the level's rounds; from an own scheme the next version;
 * from the city's, for an organ, a copy. Fails SCHEME_SOURCE_UNKNOWN, SCHEME_NOT_ADAPTABLE, SCHEME_DRAFT_EXISTS.
 */
export async function draftScheme(change: Change, { body }: Input<typeof api.draftScheme>) {
  const { tx, actor, now, audit } = change
  const ownerUnitId = actor.capacity.unitId
  if (!ownerUnitId) fail('NOT_ALLOWED')
  const start =
    body.from.kind === 'template'
      ? fromTemplate(body.from.id, body.year)
      : await fromScheme(change, body.from.id, body.year)
  if (isForRounds(start) && actor.capacity.role === 'workCommittee') await shipMissing(change, start.subject, body.year)
  const line = await sql.lineOf(tx, actor.authorityId, { ownerUnitId, family: start.family })
  if (line.some(each => each.state === 'draft' || each.state === 'submitted')) fail('SCHEME_DRAFT_EXISTS')
  const version = 1 + Math.max(0, ...line.filter(each => each.year === body.year).map(each => each.version))
  const source = withHeading(start.text, { version, year: body.year })
  const { read } = checkDraft(source, { ...start, year: body.year, version, locked: null })
  if (!read) fail('SCHEME_SOURCE_UNKNOWN')
  const id = randomUUID()
  const draft = {
    ...start,
    id,
    ownerUnitId,
    year: body.year,
    version,
    source,
    title: titleOf(read.scheme),
    document: JSON.stringify(read.scheme),
    panels: JSON.stringify(read.panels),
    sha256: hashOf(read.scheme, read.panels),
    savedAt: now.toISOString(),
    by: actor.personId ?? actor.accountId,
  }
  if (!(await sql.insertDraft(tx, actor.authorityId, draft))) fail('SCHEME_DRAFT_EXISTS')
  await audit('appraisal.draft-scheme', id, { unitId: ownerUnitId, values: body })
  return { id }
}

export const titleOf = (scheme: Scheme) => scheme.title?.zh ?? scheme.scheme

const settingsFor = (year: number, given: Partial<SchemeSettings>): SchemeSettings => ({
  periodKind: 'year',
  effectiveFrom: `${year}-01-01`,
  effectiveUntil: null,
  publication: 'none',
  leaderBoardDecision: null,
  adaptation: 'whole',
  lockedGroups: [],
  ...given,
})

const isSubject = (subject: string): subject is SchemeSubject => SCHEME_SUBJECTS.some(each => each === subject)

function fromTemplate(id: string, year: number): Start {
  const template = SCHEME_TEMPLATES.find(each => each.id === id)
  if (!template || !isSubject(template.subject)) fail('SCHEME_SOURCE_UNKNOWN')
  const { subject } = template
  return {
    subject,
    family: template.family === 'duty' && isForRounds({ subject, family: subject }) ? subject : template.id,
    text: writeSchemeText(template.forYear(year)),
    basedOnSchemeId: null,
    basedOnTemplate: id,
    settings: settingsFor(year, {
      periodKind: periodOf(template),
      publication: template.publicScores === 'all' ? 'totals' : template.publicScores,
    }),
  }
}
/** The shortest period in which a fact of the template comes in is the one it is run for, when all of them do. */
const periodOf = ({ facts }: SchemeTemplate) => {
  const [first, ...rest] = new Set(facts.map(each => each.period))
  return rest.length === 0 && first ? first : 'year'
}

async function fromScheme({ tx, actor }: Change, id: string, year: number): Promise<Start> {
  const base = await sql.editionById(tx, actor.authorityId, id)
  if (!base || (base.state !== 'published' && base.state !== 'superseded')) fail('SCHEME_SOURCE_UNKNOWN')
  const isOwn = base.ownerUnitId === actor.capacity.unitId
  if (!isOwn && (actor.capacity.role !== 'organCommittee' || !isAdaptable(base))) fail('SCHEME_NOT_ADAPTABLE')
  return {
    subject: base.subject,
    family: base.family,
    text: base.source ?? writeSchemeText(base.document),
    // The next version of a copy stays a copy of the same original.
    basedOnSchemeId: isOwn ? base.basedOnSchemeId : base.id,
    basedOnTemplate: isOwn ? base.basedOnTemplate : null,
    settings: settingsFor(year, {
      periodKind: base.periodKind,
      publication: base.publication,
      adaptation: isOwn ? base.adaptation : 'none',
      lockedGroups: isOwn ? base.lockedGroups : [],
    }),
  }
}
