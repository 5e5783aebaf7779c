import type * as api from '@jiannuo/contract/appraisal/assessment.ts'
import {
  type AssessmentAction,
  type AssessmentHead,
  type AssessmentPage,
  Moved,
} from '@jiannuo/contract/appraisal/assessment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { GROUNDS } from '@jiannuo/rules/schemes/grounds.ts'
import { z } from 'zod'
import type { Change } from '../../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../../platform/http/wire/cursor.ts'
import { filingOfAssessment } from '../../filing/sql.ts'
import { AWARDS } from '../../result/trace-legend.ts'
import { gradesOf, limitsOf, nodesOf } from '../../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById } from '../../scheme/sql.ts'
import { panelsOf } from '../../sitting/panels.ts'
import { namesOf } from '../../sql.ts'
import { COURSE } from '../course/course.ts'
import { countObjections } from '../objection/sql.ts'
import { isOffice } from '../policy.ts'
import { Place } from '../run/reckon.ts'
import * as sql from '../sql.ts'
import { scopeOf } from '../unit/scope.ts'
import { type UnitRow, unitsOf } from '../unit/sql.ts'

const Cursor = z.tuple([z.string(), z.string()])

export const headOf = (row: sql.AssessmentRow): AssessmentHead => ({
  id: row.id,
  unitId: row.unitId,
  unitName: row.unitName,
  subject: row.subject,
  schemeId: row.schemeId,
  schemeTitle: row.schemeTitle,
  schemeVersion: row.schemeVersion,
  period: row.period,
  cutOff: row.cutOff,
  placedOn: row.placedOn,
  state: row.state,
  units: row.units,
  inputsSha256: row.inputsSha256,
  computedAt: row.computedAt,
  publishedAt: row.publishedAt,
})

/** Names the results as they stand: another computation or decision gives another. */
export const versionOf = ({ computedAt, decidedAt }: sql.AssessmentRow): string =>
  [computedAt, decidedAt].filter(each => each !== null).join(' ')

/** The work committee sees every assessment, an organ committee its own. */
export async function listAssessments({ tx, actor }: Change, { query }: Input<typeof api.listAssessments>) {
  const { role, unitId } = actor.capacity
  const only = role === 'workCommittee' ? null : (unitId ?? '')
  const after = openCursor(Cursor, query.after)
  const rows = await sql.assessmentsInView(tx, actor.authorityId, only, after, query.limit + 1)
  return pageOf(rows, query.limit, row => [row.computedAt, row.id], headOf)
}

/** What a unit has: decided, else proposed. */
export const gradeOf = (row: UnitRow) => (row.decidedAt === null ? row.proposed : row.grade)
export const starsOf = (row: UnitRow) => (row.decidedAt === null ? row.proposedStars : row.stars)
export const isOpen = (row: UnitRow) => row.toBeDecided && row.decidedAt === null
export const starLevelsOf = ({ document }: Pick<SchemeRow, 'document'>) =>
  (document.stars ?? []).map(each => each.stars)

/** How many of each, in no particular order. */
const tally = (values: Iterable<string | number | null>): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(values, String)].filter(([value]) => value !== 'null').map(([value, all]) => [value, all.length]),
  )

const counted = (values: Iterable<string | null>) =>
  Object.entries(tally(values)).map(([name, count]) => ({ name, count }))

function countsOf(rows: readonly UnitRow[]): AssessmentPage['counts'] {
  return {
    organs: [...Map.groupBy(rows, each => each.organId)].map(([id, of]) => ({
      id,
      name: of[0]!.organ,
      count: of.length,
    })),
    classes: counted(rows.map(each => each.organClass)),
    zones: counted(rows.map(each => each.zone)),
    grades: tally(rows.map(gradeOf)),
    stars: tally(rows.map(starsOf)),
    lights: tally(rows.map(each => each.light)),
    toBeDecided: rows.filter(isOpen).length,
    blocked: rows.filter(each => each.blocked.length > 0).length,
    limited: rows.filter(each => each.limits.length > 0 || each.barred.length > 0).length,
    otherwise: rows.filter(each => each.reason !== null).length,
  }
}

/** Caps with what fills them. Of a cap within parts of the city only what needs a look: ties, and more given than there are seats. */
export function placesGiven(places: readonly Place[], rows: readonly UnitRow[]): AssessmentPage['places'] {
  return places.flatMap(({ kind, rung, scope, unit, seats, of, tied }) => {
    const whole = scope === 'all'
    const within = whole ? rows : rows.filter(each => scopeOf(each, scope) === unit)
    const given = within.filter(each => String(kind === 'grade' ? gradeOf(each) : starsOf(each)) === rung).length
    const open = within.some(isOpen) ? tied : 0
    return whole || open > 0 || given > seats
      ? [{ kind, rung, unit: whole ? null : unit, seats, of, given, tied: open }]
      : []
  })
}
export const readPlaces = (json: unknown) => z.array(Place).parse(json)

/** What still stands against filing; empty when nothing does. */
export function obstaclesTo(
  { state, objectionUntil }: Pick<sql.AssessmentRow, 'state' | 'objectionUntil'>,
  open: number,
  today: string,
): Both[] {
  if (state === 'filed') return []
  if (state !== 'objection')
    return [{ zh: '结果还没有告知各单位', en: 'The units have not been told their results yet' }]
  return [
    ...(objectionUntil !== null && today < objectionUntil
      ? [
          {
            zh: `异议期到${addDays(objectionUntil, -1)}为止，还没有结束`,
            en: `Objections are possible through ${addDays(objectionUntil, -1)}`,
          },
        ]
      : []),
    ...(open > 0 ? [{ zh: `还有${open}件异议没有答复`, en: `${open} objection(s) not answered` }] : []),
  ]
}

const limitsWithClause = ({ document }: SchemeRow): AssessmentPage['limits'] => {
  const cites = new Map([...(document.vetoes ?? []), ...(document.gates ?? [])].map(each => [each.id, each.cite]))
  return limitsOf(document).map(each => {
    const ground = GROUNDS[cites.get(each.id) ?? '']
    return { ...each, clause: ground ? `${ground.document}${ground.article}` : (cites.get(each.id) ?? null) }
  })
}

/** Everything about an assessment but its rows, which come page by page. */
export async function showAssessment(
  { tx, actor, today }: Change,
  _input: unknown,
  row: sql.AssessmentRow,
): Promise<AssessmentPage> {
  const { authorityId } = actor
  const scheme = (await schemeById(tx, authorityId, row.schemeId))!
  const rows = await unitsOf(tx, authorityId, row.id)
  const last = await sql.lastRun(tx, authorityId, row.id)
  const objections = await countObjections(tx, authorityId, row.id)
  const names = row.decidedBy ? await namesOf(tx, [row.decidedBy]) : new Map<string, string>()
  const hasPanels = panelsOf(scheme).length > 0
  const isOpen = (action: AssessmentAction) =>
    (action !== 'publish' || (row.publication !== 'none' && row.publishedAt === null)) &&
    (action !== 'reopen' || hasPanels)
  return {
    ...headOf(row),
    grades: gradesOf(scheme.document),
    starLevels: starLevelsOf(scheme),
    limits: limitsWithClause(scheme),
    nodes: nodesOf(scheme.document),
    awards: [...AWARDS],
    counts: countsOf(rows),
    places: placesGiven(readPlaces(last?.places ?? []), rows),
    runs: (await sql.runsOf(tx, authorityId, row.id)).map(each => ({
      ...each,
      moved: z.array(Moved).parse(each.moved),
    })),
    meeting: row.meeting,
    meetingOn: row.meetingOn,
    document: row.document,
    decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? null),
    objectionUntil: row.objectionUntil,
    objections,
    obstacles: obstaclesTo(row, objections.open, today),
    filingId: (await filingOfAssessment(tx, authorityId, row.id))?.id ?? null,
    publication: row.publication,
    hasPanels,
    version: versionOf(row),
    may: isOffice(actor, row) ? COURSE[row.state].actions.filter(isOpen) : [],
  }
}
