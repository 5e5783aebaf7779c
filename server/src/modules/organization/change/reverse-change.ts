import { randomUUID } from 'node:crypto'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Verdict } from '@jiannuo/rules/organization/verdict.ts'
import { cite } from '@jiannuo/rules/rule.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { settleUnits } from '../settle-units.ts'
import * as sql from './sql.ts'
import { type ClosedRow, nothingTouched, type OpenedRow, Touched } from './touched.ts'

export type ChangeFound = NonNullable<Awaited<ReturnType<typeof sql.changeById>>>

/** Dated rows that are not this module's: the membership module keeps the belongings. */
export interface ForeignRows {
  byId: (id: string) => Promise<{ from: Day; until: Day | null } | undefined>
  close: (id: string, until: Day | null) => Promise<unknown>
  remove: (id: string) => Promise<unknown>
  copy: (row: ClosedRow, from: Day) => Promise<string>
  /** Belongings at these units on or after a day, beyond those given. */
  others: (unitIds: readonly string[], on: Day, but: readonly string[]) => Promise<number>
}

const source = cite('本系统的办理规则', '反向变更', 'local')
const stop = (zh: string, en: string): Verdict => ({ severity: 'obstacle', zh, en, cite: source })

/** What stands against undoing a change: it was undone, or something was built on it since. */
export async function examineReversal(change: Change, found: ChangeFound, foreign: ForeignRows): Promise<Verdict[]> {
  const { tx, actor } = change
  const touched = Touched.parse(found.touched)
  if (found.kind === 'counterChange')
    return [stop('反向变更本身不能再撤回，请重新办理原变更', 'A counter-change is not reversed; make the change anew')]
  if (found.reversedBy) return [stop('这项变更已经撤回', 'This change has been reversed already')]
  const verdicts: Verdict[] = []
  const later = await sql.laterChanges(tx, actor.authorityId, found.madeAt, found.id, touched.units)
  for (const l of later)
    verdicts.push(
      stop(
        `其后又有变更（${l.document}），请先撤回它`,
        `A later change (${l.document}) builds on it; reverse that first`,
      ),
    )
  for (const row of touched.opened) {
    const now = await readRow(change, row, foreign)
    if (!now || now.until !== null)
      verdicts.push(stop('由这项变更产生的记录后来又变了', 'An entry made by this change has been changed since'))
  }
  for (const unitId of touched.founded) {
    const mine = touched.opened.map(o => o.id)
    const added = (await sql.rowsReaching(tx, actor.authorityId, unitId, found.effectiveOn)).filter(
      r => !mine.includes(r.id),
    ).length
    const terms = (await sql.openTerms(tx, actor.authorityId, [unitId])).length
    const belongings = await foreign.others([unitId], found.effectiveOn, mine)
    const pledges = await sql.openPledges(tx, [unitId])
    if (added + terms + belongings + pledges > 0)
      verdicts.push(
        stop(
          '新设的组织已有职务、任期、党员或承诺',
          'The organisation set up has posts, a term, members or pledges by now',
        ),
      )
  }
  return verdicts
}

interface Counter {
  effectiveOn: Day
  document: string
  reason: string
}
/**
 * Undoes a change from a day on. On the day of the change itself its rows vanish; later they end, and what the change had ended
 * begins anew. Fails CHANGE_OBSTACLE.
 */
export async function reverseChange(
  change: Change,
  found: ChangeFound,
  body: Counter,
  foreign: ForeignRows,
): Promise<string> {
  const { tx, actor, now, today } = change
  const { authorityId } = actor
  const done = Touched.parse(found.touched)
  await sql.lockUnits(tx, authorityId, [...done.units, ...done.near])
  const verdicts = await examineReversal(change, found, foreign)
  if (body.effectiveOn < found.effectiveOn)
    verdicts.push(
      stop(`撤回日期不能早于原变更的${found.effectiveOn}`, `The day must not be before ${found.effectiveOn}`),
    )
  if (verdicts[0]) fail('CHANGE_OBSTACLE', { first: verdicts[0], count: verdicts.length })
  const on = body.effectiveOn
  const sameDay = on === found.effectiveOn
  const touched = { ...nothingTouched(), units: done.units, near: done.near, membersMoved: done.membersMoved }
  for (const id of done.dissolved) await sql.setDissolved(tx, authorityId, id, null)
  for (const row of done.opened) await undoOpened(change, row, on, sameDay, touched, foreign)
  for (const row of done.closed) await undoClosed(change, row, on, sameDay, touched, foreign)
  for (const { id, state } of done.terms) await sql.setTermState(tx, authorityId, id, state)
  for (const id of done.founded)
    await (sameDay ? sql.deleteUnit(tx, authorityId, id) : sql.setDissolved(tx, authorityId, id, on))
  const id = randomUUID()
  await sql.insertChange(tx, authorityId, {
    ...{
      id,
      kind: 'counterChange',
      unitId: found.unitId,
      effectiveOn: on,
      document: body.document,
      reason: body.reason,
    },
    ...{ touched, reverses: found.id, by: actor.personId ?? actor.accountId, at: now.toISOString() },
  })
  await settleUnits(tx, authorityId, today)
  await change.audit('organization.counter-change', id, { unitId: found.unitId, values: body })
  return id
}

function readRow({ tx, actor }: Change, row: OpenedRow, foreign: ForeignRows) {
  return row.table === 'belonging' ? foreign.byId(row.id) : sql.rowById(tx, actor.authorityId, row.table, row.id)
}

async function undoOpened(
  { tx, actor }: Change,
  row: OpenedRow,
  on: Day,
  sameDay: boolean,
  touched: Touched,
  foreign: ForeignRows,
) {
  const { authorityId } = actor
  if (row.table === 'belonging') await (sameDay ? foreign.remove(row.id) : foreign.close(row.id, on))
  else
    await (sameDay
      ? sql.deleteRow(tx, authorityId, row.table, row.id)
      : sql.closeRow(tx, authorityId, row.table, row.id, on))
  touched.closed.push({ ...row, until: null })
}

async function undoClosed(
  { tx, actor }: Change,
  row: ClosedRow,
  on: Day,
  sameDay: boolean,
  touched: Touched,
  foreign: ForeignRows,
) {
  const { authorityId } = actor
  // What would have ended by now of itself stays ended.
  if (row.until !== null && row.until <= on && !sameDay) return
  if (sameDay)
    await (row.table === 'belonging'
      ? foreign.close(row.id, row.until)
      : sql.closeRow(tx, authorityId, row.table, row.id, row.until))
  else
    touched.opened.push({
      table: row.table,
      id: row.table === 'belonging' ? await foreign.copy(row, on) : await sql.copyRow(tx, authorityId, row, on),
    })
}
