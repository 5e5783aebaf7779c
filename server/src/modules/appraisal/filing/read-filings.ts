import type * as api from '@jiannuo/contract/appraisal/filing.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { checkScheme } from '@jiannuo/engine/scheme.ts'
import { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { gradesOf } from '../scheme/ship-scheme.ts'
import { cityOwner, schemeInForce } from '../scheme/sql.ts'
import { Filed, replay } from './replay.ts'
import * as sql from './sql.ts'
import { eligibilityOf, USES } from './uses.ts'

const Cursor = z.tuple([z.string(), z.string()])

export async function listFilings({ tx, actor }: Change, { query }: Input<typeof api.listFilings>) {
  const rows = await sql.filingsInView(
    tx,
    actor.authorityId,
    query.level,
    openCursor(Cursor, query.after),
    query.limit + 1,
  )
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return { items: rows.slice(0, query.limit), next: last ? sealCursor([last.filedAt, last.id]) : null }
}

type FilingRow = NonNullable<Awaited<ReturnType<typeof sql.filingById>>>

/** A filed round with what replaying it says now. */
export async function showFiling(_change: Change, _input: unknown, filing: FilingRow) {
  const replayed = replay(filing.document, filing.sha256)
  const parsed = Filed.safeParse(safeJson(filing.document))
  const filed = parsed.success ? parsed.data : null
  const checked = filed && checkScheme(filed.scheme)
  const grades = checked && 'scheme' in checked ? gradesOf(checked.scheme) : []
  const results = z
    .array(z.looseObject({ subject: z.string(), total: z.number().nullable() }))
    .safeParse(filed?.results)
  const totals = new Map((results.data ?? []).map(row => [row.subject, row.total]))
  return {
    ...filing,
    grades,
    meeting: filed?.meeting.name ?? '',
    meetingOn: filed?.meeting.on ?? filing.filedAt.slice(0, 10),
    rows: (filed?.subjects ?? []).map(subject => {
      const decision = filed?.decisions.find(each => each.subject === subject.id)
      const total = totals.get(subject.id) ?? null
      return {
        name: subject.name,
        homeUnitName: subject.unitName,
        total: total === null ? null : String(total),
        grade: grades.find(each => each.id === decision?.grade) ?? null,
        reason: decision?.reason ?? null,
      }
    }),
    replay: replayed,
    document: filed?.input.ratings.some(each => each.count > 1) ? null : filing.document,
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** From filed results: who may be put forward for what, and why not (R0.9, R4.10). */
export async function listEligibility({ tx, actor }: Change, { query }: Input<typeof api.listEligibility>) {
  const { authorityId } = actor
  const { level } = query
  const uses = USES[level].map(({ id, title }) => ({ id, title }))
  const year = query.year ?? (await sql.lastFiledYear(tx, authorityId, level))
  const unitId = actor.capacity.unitId ?? (await cityOwner(tx, authorityId))
  const scheme =
    year === null || unitId === null
      ? null
      : await schemeInForce(tx, { authorityId, family: level, unitId, on: `${year}-12-31` })
  if (year === null || !scheme) return { items: [], next: null, year, uses, eligible: {}, of: 0 }
  const ladder = gradesOf(scheme.document)
  const judged = (row: sql.FiledRow) => eligibilityOf(level, row, ladder)
  const all = await sql.filedInView(tx, authorityId, level, year, null, null)
  const fits = (row: sql.FiledRow) =>
    query.use === undefined || judged(row).some(each => each.use.id === query.use && each.eligible)
  const after = openCursor(Cursor, query.after)
  const wanted = (await sql.filedInView(tx, authorityId, level, year, after, null)).filter(fits)
  const shown = wanted.slice(0, query.limit)
  const last = wanted.length > query.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(row => ({
      id: row.id,
      personId: row.personId,
      name: row.name,
      unitName: row.unitName,
      level,
      year,
      total: row.total,
      grade: ladder.find(each => each.id === row.grade) ?? { id: row.grade, title: { zh: row.grade, en: row.grade } },
      uses: judged(row),
    })),
    next: last ? sealCursor([last.name, last.id]) : null,
    year,
    uses,
    eligible: Object.fromEntries(
      uses.map(({ id }) => [
        id,
        all.filter(row => judged(row).some(each => each.use.id === id && each.eligible)).length,
      ]),
    ),
    of: all.length,
  }
}
