import { randomUUID } from 'node:crypto'
import { countCharacters } from '@jiannuo/contract/pledge/count-characters.ts'
import type * as api from '@jiannuo/contract/pledge/report.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { cycleById, PHASE_TITLES } from '../../cycle/index.ts'
import { deciders } from '../pledge/sql.ts'
import { compose } from './compose.ts'
import type { ReportFacts } from './policy.ts'
import { toReport } from './read-report.ts'
import * as sql from './sql.ts'

const stillOpen = ({ pledge, report }: ReportFacts, action: string) => {
  if (!pledge.cycle_open) fail('STATE_CONFLICT', { state: { zh: '年度已关闭', en: 'the year is closed' }, action })
  if (report?.state === 'submitted') fail('STATE_CONFLICT', { state: { zh: '已提交', en: 'submitted' }, action })
}

export async function saveReport(change: Change, { body }: Input<typeof api.saveReport>, facts: ReportFacts) {
  stillOpen(facts, '再修改')
  const { tx, actor } = change
  const { pledge } = facts
  const savedAt = change.now.toISOString()
  const row = {
    authority_id: actor.authorityId,
    id: randomUUID(),
    cycle_id: pledge.cycle_id,
    pledge_id: pledge.id,
    person_id: pledge.person_id,
    unit_id: pledge.unit_id,
    text: body.text,
    saved_at: savedAt,
  }
  if (!(await sql.saveDraft(tx, row, body.savedAt))) fail('CHANGED_MEANWHILE')
  await change.audit('report.save', pledge.id, { unitId: pledge.unit_id, values: body })
  return { savedAt, characters: countCharacters(body.text) }
}

/** Hands the report in with the figures of today. Fails PHASE_NOT_BEGUN, REPORT_EMPTY, REPORT_TOO_LONG. Late is possible. */
export async function submitReport(change: Change, _input: unknown, facts: ReportFacts) {
  stillOpen(facts, '再提交')
  const { tx, actor, today } = change
  const { pledge, report } = facts
  const cycle = (await cycleById(tx, actor.authorityId, pledge.cycle_id, today))!
  const phase = cycle.phases.find(p => p.phase === 'reporting')!
  if (today < phase.from) fail('PHASE_NOT_BEGUN', { phase: PHASE_TITLES.reporting, from: phase.from })
  const characters = countCharacters(report?.text ?? '')
  if (characters === 0) fail('REPORT_EMPTY')
  if (characters > cycle.reportMaxCharacters)
    fail('REPORT_TOO_LONG', { max: cycle.reportMaxCharacters, over: characters - cycle.reportMaxCharacters })
  await sql.setSubmitted(
    tx,
    actor.authorityId,
    pledge.id,
    change.now.toISOString(),
    await compose(change, pledge, cycle),
  )
  await change.inform(await deciders(tx, actor.authorityId, pledge.reviewer_unit_id, today), {
    kind: 'report.submitted',
    objectId: pledge.id,
    title: both(
      `${pledge.person_name}交了${pledge.year}年述职报告`,
      `${pledge.person_name} handed in the ${pledge.year} report`,
    ),
    link: `/reports/${pledge.id}`,
    unitId: pledge.unit_id,
  })
  await change.audit('report.submit', pledge.id, { unitId: pledge.unit_id })
  return toReport(change, { pledge, report: (await sql.reportOf(tx, actor.authorityId, pledge.id))! })
}

/** The superior's remark; it may be bettered while the year is open. */
export async function remarkReport(change: Change, { body }: Input<typeof api.remarkReport>, { pledge }: ReportFacts) {
  const { tx, actor } = change
  if (!pledge.cycle_open)
    fail('STATE_CONFLICT', { state: { zh: '年度已关闭', en: 'the year is closed' }, action: '再点评' })
  await sql.setRemark(tx, actor.authorityId, pledge.id, {
    remark: body.text,
    remarked_by: actor.personId ?? actor.accountId,
    remarked_at: change.now.toISOString(),
  })
  await change.inform([pledge.person_id], {
    kind: 'report.remarked',
    objectId: pledge.id,
    title: both(`您的${pledge.year}年述职报告有了点评`, `Your ${pledge.year} report has a remark`),
    link: `/reports/${pledge.id}`,
    unitId: pledge.unit_id,
  })
  await change.audit('report.remark', pledge.id, { unitId: pledge.unit_id, values: body })
  return toReport(change, { pledge, report: (await sql.reportOf(tx, actor.authorityId, pledge.id))! })
}
