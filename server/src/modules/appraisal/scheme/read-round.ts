import type * as api from '@jiannuo/contract/appraisal/round.ts'
import type { Round, RoundHead } from '@jiannuo/contract/appraisal/round.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { cycleById, openCycles } from '../../cycle/index.ts'
import { FLOW } from '../flow.ts'
import { isRunner, ratesForOrganisation, runs } from '../policy.ts'
import { isStale } from '../result/gather-input.ts'
import { showSitting } from '../sitting/sitting-state.ts'
import { sittingsOf } from '../sitting/sql.ts'
import { managingUnit, type RoundRow, roundById, roundsInView, subjectsOf } from '../sql.ts'
import { gradesOf, headOf } from './ship-scheme.ts'
import * as sql from './sql.ts'

export const headOfRound = (r: RoundRow): RoundHead => ({
  id: r.id,
  cycleId: r.cycleId,
  year: r.year,
  level: r.level,
  unitId: r.unitId,
  unitName: r.unitName,
  state: r.state,
  subjects: r.subjects,
  objections: r.objections,
  objectionUntil: r.objectionUntil,
  openedAt: r.openedAt,
})

/** The round as those see it who may read it; `may` is what the caller may do now. */
export async function showRound({ tx, actor, today }: Change, id: string): Promise<Round> {
  const { authorityId } = actor
  const round = (await roundById(tx, authorityId, id))!
  const scheme = (await sql.schemeById(tx, authorityId, round.schemeId))!
  const cycle = await cycleById(tx, authorityId, round.cycleId, today)
  const rated = await sql.ratedIn(tx, authorityId, id)
  const hasRating = (subjectId: string, source: string) =>
    rated.some(each => each.subjectId === subjectId && each.source === source)
  const role = actor.capacity.role
  const actions = FLOW[round.state].actions
  const people = await subjectsOf(tx, authorityId, id)
  const mayHold = runs(role, round) && actions.includes('nameTellers')
  const pledged = await sql.pledgedAt(tx, authorityId, round.cycleId, round.level, round.unitId)
  const probationary = new Set(pledged.filter(each => each.probationary).map(each => each.person_id))
  return {
    ...headOfRound(round),
    scheme: headOf(scheme),
    grades: gradesOf(scheme.document),
    panels: scheme.panels,
    sittings: (await sittingsOf(tx, authorityId, { roundId: id })).map(each =>
      showSitting(each, scheme.panels, mayHold),
    ),
    people: people.map(each => ({
      id: each.id,
      personId: each.personId,
      name: each.name,
      homeUnitId: each.homeUnitId,
      homeUnitName: each.homeUnitName,
      selfRated: hasRating(each.id, 'self'),
      organisationRated: hasRating(each.id, 'organisation'),
      ungraded: scheme.document.ungraded !== undefined && probationary.has(each.personId),
    })),
    managingUnitName: (await managingUnit(tx, authorityId, round.level, round.unitId)).name,
    meeting: round.meeting,
    meetingOn: round.meetingOn,
    ratingFrom: cycle?.phases.find(each => each.phase === 'rating')?.from ?? null,
    may: runs(role, round)
      ? [...actions]
      : ratesForOrganisation(role, round)
        ? actions.filter(each => each === 'rateAsOrganisation')
        : [],
    stale: round.state === 'computed' && runs(role, round) && (await isStale(tx, authorityId, round, scheme, today)),
  }
}

const Cursor = z.tuple([z.string(), z.string()])

/** Rounds in view, newest first, and the units in which the caller may open one now. */
export async function listRounds({ tx, actor, today }: Change, { query }: Input<typeof api.listRounds>) {
  const { authorityId } = actor
  const after = openCursor(Cursor, query.after)
  let found = roundsInView(tx, authorityId)
    .orderBy('r.opened_at', 'desc')
    .orderBy('r.id')
    .limit(query.limit + 1)
  if (query.level) found = found.where('r.level', '=', query.level)
  if (query.state) found = found.where('r.state', '=', query.state)
  if (after)
    found = found.where(eb =>
      eb.or([eb('r.opened_at', '<', after[0]), eb.and([eb('r.opened_at', '=', after[0]), eb('r.id', '>', after[1])])]),
    )
  const rows = await found.execute()
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  const openable = []
  if (!query.after) {
    for (const cycle of await openCycles(tx, authorityId, today)) {
      const units = await sql.openableUnits(tx, authorityId, cycle.id)
      const mine = units.filter(each =>
        runs(actor.capacity.role, { level: each.level, unitKind: each.unit_kind, office: each.office }),
      )
      openable.push(
        ...mine.map(each => ({
          cycleId: cycle.id,
          level: each.level,
          unitId: each.unit_id,
          unitName: each.unit_name,
          subjects: each.subjects,
        })),
      )
    }
  }
  return {
    items: items.map(headOfRound),
    next: rows.length > query.limit && last ? sealCursor([last.openedAt, last.id]) : null,
    openable: openable.slice(0, 200),
    mayRun: isRunner(actor.capacity.role),
  }
}
