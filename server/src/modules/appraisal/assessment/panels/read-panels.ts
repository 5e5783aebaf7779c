import type { PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import type * as api from '@jiannuo/contract/appraisal/unit-panel.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import { hidden, type Policy } from '../../../../platform/http/actor.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../../platform/http/wire/cursor.ts'
import type { SchemeRow } from '../../scheme/sql.ts'
import { mayHold } from '../../sitting/hold-sitting.ts'
import { measureOf, panelsOf } from '../../sitting/panels.ts'
import { showSitting, stateOf } from '../../sitting/sitting-state.ts'
import { sittingsOf } from '../../sitting/sql.ts'
import { COURSE } from '../course/course.ts'
import { isOffice, mayRead } from '../policy.ts'
import { headOf } from '../read/read-assessment.ts'
import type { AssessmentRow } from '../sql.ts'
import { mayRate } from './rater.ts'
import * as sql from './sql.ts'

export interface PanelFacts {
  assessment: AssessmentRow
  scheme: SchemeRow
}
export interface OnePanel extends PanelFacts {
  panel: PanelOfScheme
}

/** The whole course as always; while it is rated also the units in it and whoever leads them, who find no more than their own units. */
export const mayReadPanels: Policy<PanelFacts> = (actor, { assessment }) =>
  mayRead(actor, assessment) === true ||
  (assessment.state === 'rating' && ['branchSecretary', 'organCommittee'].includes(actor.capacity.role)) ||
  hidden

const isRating = ({ state }: AssessmentRow) => COURSE[state].actions.includes('rate')

export async function readUnitPanels({ tx, actor }: Change, _input: unknown, { assessment, scheme }: PanelFacts) {
  const { authorityId } = actor
  const sittings = await sittingsOf(tx, authorityId, { assessmentId: assessment.id })
  const panels = []
  for (const panel of panelsOf(scheme)) {
    const paper = sittings.filter(each => each.source === panel.source)
    const rated = panel.modes[0] === 'app' ? await sql.ratedUnits(tx, authorityId, assessment.id, panel.source) : []
    const done =
      rated.filter(each => each.value !== null).length +
      paper.filter(each => stateOf(each, panel.quorum).state === 'valid').length
    const mine =
      isRating(assessment) &&
      (rated.some(each => mayRate(actor, assessment, panel, each) === 'yes') ||
        paper.some(sitting => mayHold(actor, { sitting, assessment, round: null }) === true))
    panels.push({ ...panel, ...measureOf(scheme, panel.source), done, of: rated.length + paper.length, mine })
  }
  return {
    head: headOf(assessment),
    panels,
    may: isOffice(actor, assessment) ? [...COURSE[assessment.state].actions] : [],
  }
}

const Cursor = z.tuple([z.string(), z.string()])

export async function listUnitRatings(
  { tx, actor }: Change,
  { query }: Input<typeof api.listUnitRatings>,
  { assessment, panel }: OnePanel,
) {
  const after = openCursor(Cursor, query.after)
  const rows = await sql.listRated(tx, actor.authorityId, assessment.id, panel.source, after, query.limit + 1)
  return pageOf(
    rows,
    query.limit,
    row => [row.pinyin, row.id],
    ({ value, reason, document, ratedAt, ...row }) => ({
      ...{ assessedId: row.id, name: row.name, organ: row.organ },
      rated: value === null || ratedAt === null ? null : { value, reason, document, ratedAt },
      mayRate: isRating(assessment) ? mayRate(actor, assessment, panel, row) : ('no' as const),
    }),
  )
}

export async function listUnitSittings(
  { tx, actor }: Change,
  { query }: Input<typeof api.listUnitSittings>,
  { assessment, scheme, panel }: OnePanel,
) {
  const after = openCursor(Cursor, query.after)
  const panels = panelsOf(scheme)
  const all = (await sittingsOf(tx, actor.authorityId, { assessmentId: assessment.id }))
    .filter(each => each.source === panel.source)
    .map(sitting => ({ sitting, key: [sitting.homeUnitName, sitting.id] as const }))
  const rest = after ? all.filter(({ key }) => isAfter(key, after)) : all
  return pageOf(
    rest.slice(0, query.limit + 1),
    query.limit,
    ({ key }) => key,
    ({ sitting }) =>
      showSitting(
        sitting,
        panels,
        isRating(assessment) && mayHold(actor, { sitting, assessment, round: null }) === true,
      ),
  )
}
const isAfter = (a: readonly [string, string], b: readonly [string, string]) =>
  a[0] === b[0] ? a[1] > b[1] : a[0] > b[0]
