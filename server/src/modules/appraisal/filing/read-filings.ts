import type * as api from '@jiannuo/contract/appraisal/filing.ts'
import type { Named } from '@jiannuo/contract/appraisal/round.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { checkKeptScheme } from '@jiannuo/engine/scheme.ts'
import { useOfResults, type Verdict } from '@jiannuo/rules/appraisal/use-of-results.ts'
import { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { cycleOfYear } from '../../cycle/index.ts'
import { gradesOf } from '../scheme/ship-scheme.ts'
import { schemeById } from '../scheme/sql.ts'
import type { Filed } from './filed.ts'
import type { FiledAssessment } from './filed-assessment.ts'
import { AnyFiled, replay } from './replay.ts'
import * as sql from './sql.ts'

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
  const parsed = AnyFiled.safeParse(safeJson(filing.document))
  const filed = parsed.success ? parsed.data : null
  const checked = filed && checkKeptScheme(filed.scheme)
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
    rows: filed
      ? rowsOf(filed).map(({ id, grade, ...row }) => {
          const total = totals.get(id) ?? null
          return {
            ...row,
            total: total === null ? null : String(total),
            grade: grades.find(each => each.id === grade) ?? null,
          }
        })
      : [],
    replay: replayed,
    document: filed?.input.ratings.some(each => each.count > 1) ? null : filing.document,
  }
}

/** Who stands in a filed document, with what was decided. */
function rowsOf(filed: Filed | FiledAssessment) {
  if (filed.format === 'jiannuo-filing-1') {
    const decided = new Map(filed.decisions.map(each => [each.subject, each]))
    return filed.subjects.map(({ id, name, unitName }) => {
      const { grade = null, reason = null } = decided.get(id) ?? {}
      return { id, name, homeUnitName: unitName, grade, stars: null, reason }
    })
  }
  const decided = new Map(filed.decisions.map(each => [each.unit, each]))
  return filed.units.map(({ id, name, organ }) => {
    const { grade = null, stars = null, reason = null } = decided.get(id) ?? {}
    return { id, name, homeUnitName: organ, grade, stars, reason }
  })
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** From filed results: who may be put forward for what, and why not, by the grades of the scheme each was filed by (R0.9, R4.10). */
export async function listEligibility({ tx, actor, today }: Change, { query }: Input<typeof api.listEligibility>) {
  const { authorityId } = actor
  const { level } = query
  const year = query.year ?? (await sql.lastFiledYear(tx, authorityId, level))
  const rule = useOfResults.at(year === null ? today : `${year}-12-31`)
  const uses = rule.params.uses[level].map(({ id, title }) => ({ id, title }))
  if (year === null) return { items: [], next: null, year, uses, eligible: {}, of: 0 }
  const lowFulfilment = (await cycleOfYear(tx, authorityId, year, today))?.bounds.lowFulfilment ?? null
  const kinds = new Map<string, { people: number; grade: Named; uses: Verdict[] }>()
  const ladders = new Map<string, Named[]>()
  for (const { kind, schemeId, people, ...filed } of await sql.filedKinds(tx, authorityId, level, year)) {
    const ladder = ladders.get(schemeId) ?? gradesOf((await schemeById(tx, authorityId, schemeId))!.document)
    ladders.set(schemeId, ladder)
    const grade = ladder.find(each => each.id === filed.grade) ?? { id: filed.grade, title: same(filed.grade) }
    const judged = rule.compute({ ...filed, level, ladder, lowFulfilment })
    kinds.set(kind, { people, grade, uses: judged.kind === 'value' ? judged.value : [] })
  }
  const opening = (use: string) =>
    [...kinds].filter(([, each]) => each.uses.some(verdict => verdict.use.id === use && verdict.eligible))
  const found = await sql.filedPage(tx, authorityId, level, {
    year,
    kinds: query.use === undefined ? null : opening(query.use).map(([kind]) => kind),
    after: openCursor(Cursor, query.after),
    limit: query.limit + 1,
  })
  const last = found.length > query.limit ? found[query.limit - 1] : undefined
  const peopleIn = (all: Iterable<{ people: number }>) => [...all].reduce((sum, { people }) => sum + people, 0)
  return {
    items: found.slice(0, query.limit).map(({ kind, ...row }) => ({
      ...row,
      level,
      year,
      grade: kinds.get(kind)?.grade ?? { id: row.grade, title: same(row.grade) },
      uses: kinds.get(kind)?.uses ?? [],
    })),
    next: last ? sealCursor([last.name, last.id]) : null,
    year,
    uses,
    eligible: Object.fromEntries(uses.map(({ id }) => [id, peopleIn(opening(id).map(([, each]) => each))])),
    of: peopleIn(kinds.values()),
  }
}

const same = (text: string) => ({ zh: text, en: text })
