import * as api from '@jiannuo/contract/pledge/report.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { currentCycle, cycleById } from '../../cycle/index.ts'
import { inForceOf } from '../fulfilment/sql.ts'
import { seen } from '../pledge/paper.ts'
import { compose } from './compose.ts'
import { mayRemark, mayWriteReport, type ReportFacts } from './policy.ts'
import * as sql from './sql.ts'

export async function reportFacts(
  change: Change,
  input: { params: { pledgeId: string } },
): Promise<ReportFacts | null> {
  const pledge = await seen(change, input)
  return pledge && { pledge, report: (await sql.reportOf(change.tx, change.actor.authorityId, pledge.id)) ?? null }
}

/** The report as the caller sees it: with the figures it was handed in with, before that with those of today. */
export async function toReport(change: Change, { pledge, report }: ReportFacts): Promise<api.Report> {
  const { tx, actor, today } = change
  const cycle = (await cycleById(tx, actor.authorityId, pledge.cycle_id, today))!
  const phase = cycle.phases.find(p => p.phase === 'reporting')!
  const submitted = report?.state === 'submitted'
  return {
    pledgeId: pledge.id,
    year: pledge.year,
    level: pledge.level,
    personName: pledge.person_name,
    unitName: pledge.unit_name,
    state: submitted ? 'submitted' : 'draft',
    submittedAt: report?.submitted_at ?? null,
    remarked: Boolean(report?.remark),
    composed: submitted ? api.Composed.parse(report.composed) : await compose(change, pledge, cycle),
    text: report?.text ?? '',
    maxCharacters: cycle.reportMaxCharacters,
    savedAt: report?.saved_at ?? null,
    from: phase.from,
    lastDay: addDays(phase.until, -1),
    remark:
      report?.remark && report.remarked_at
        ? { text: report.remark, by: report.remarked_by_name ?? '', at: report.remarked_at }
        : null,
    mayWrite: !submitted && pledge.cycle_open && mayWriteReport(actor, { pledge, report }) === true,
    mayRemark: submitted && pledge.cycle_open && mayRemark(actor, { pledge, report }) === true,
  }
}

export async function listMine(change: Change) {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  if (!cycle || !actor.personId) return { reports: [] }
  const reports: api.Report[] = []
  for (const pledge of await inForceOf(tx, actor.authorityId, actor.personId, cycle.id, today)) {
    reports.push(
      await toReport(change, { pledge, report: (await sql.reportOf(tx, actor.authorityId, pledge.id)) ?? null }),
    )
  }
  return { reports }
}

export async function listReports({ tx, actor, today }: Change, { query }: Input<typeof api.listReports>) {
  const cycle = await currentCycle(tx, actor.authorityId, today)
  if (!cycle) return { items: [], next: null, owed: 0, submitted: 0, toRemark: 0 }
  const [mark, id] = (query.after ?? '').split('|')
  const of = { cycleId: cycle.id, scope: query.scope }
  const after = mark && id && /^[\da-f-]{36}$/.test(id) ? { remarked: Number(mark) === 1 ? 1 : 0, id } : null
  const rows = await sql.submittedReports(tx, actor.authorityId, actor.personId, today, {
    ...of,
    after,
    limit: query.limit + 1,
  })
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  const { owed, submitted, to_remark: toRemark } = await sql.counts(tx, actor.authorityId, actor.personId, today, of)
  return {
    items: shown.map(r => ({
      pledgeId: r.id,
      year: r.year,
      level: r.level,
      personName: r.person_name,
      unitName: r.unit_name,
      state: 'submitted' as const,
      submittedAt: r.report_at,
      remarked: r.remarked === 1,
    })),
    next: last ? `${last.remarked}|${last.id}` : null,
    owed,
    submitted,
    toRemark,
  }
}
