import { randomUUID } from 'node:crypto'
import type { DatedPlan } from '@jiannuo/contract/organization/change.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { settleUnits } from '../settle-units.ts'
import { spellUnit } from '../spell.ts'
import { answersFor, placeUnits, superiorOf, type Unit, unitById } from '../sql.ts'
import { type Belongings, concerned, destinations, ending, examine, relationTo } from './plan-change.ts'
import * as sql from './sql.ts'
import { nothingTouched, type Touched } from './touched.ts'

/** Carries a plan out in the caller's transaction and records it. Fails CHANGE_OBSTACLE with what the preview would have said. */
export async function applyChange(change: Change, plan: DatedPlan, belongings: Belongings): Promise<string> {
  const { tx, actor, today, now } = change
  const { authorityId } = actor
  await sql.lockUnits(tx, authorityId, [...concerned(plan), ...destinations(plan)])
  const { verdicts } = await examine(change, plan, belongings)
  const obstacles = verdicts.filter(v => v.severity === 'obstacle')
  if (obstacles[0]) fail('CHANGE_OBSTACLE', { first: obstacles[0], count: obstacles.length })
  const under = await leaderOf(change, plan)
  const touched = { ...nothingTouched(), units: concerned(plan), near: destinations(plan) }
  const founded = await found(change, plan, under, touched)
  const receiving =
    founded ?? (plan.kind === 'merge' ? plan.intoId : plan.kind === 'dissolve' ? plan.membersToId : null)
  await belongings.move(receiving, touched)
  if (plan.kind === 'merge') await adoptLower(change, plan.intoId, ending(plan), plan.effectiveOn, touched)
  for (const id of ending(plan)) await dissolve(change, id, plan.effectiveOn, touched)
  if (plan.kind === 'move') await moveBelow(change, plan.unitId, plan.upperId, plan.effectiveOn, touched)
  if (plan.kind === 'rename') await rename(change, plan.unitId, plan.name, plan.effectiveOn, touched)
  if (plan.kind === 'merge' && plan.name) await rename(change, plan.intoId, plan.name, plan.effectiveOn, touched)
  const id = randomUUID()
  await sql.insertChange(tx, authorityId, {
    ...{
      id,
      kind: plan.kind,
      unitId: under.id,
      effectiveOn: plan.effectiveOn,
      document: plan.document,
      reason: plan.reason,
    },
    ...{ touched, reverses: null, by: actor.personId ?? actor.accountId, at: now.toISOString() },
  })
  await settleUnits(tx, authorityId, today)
  await change.audit(`organization.${plan.kind}`, id, { unitId: under.id, values: plan })
  return id
}

/** The organisation under whose lead the change happens; its record is kept there. */
async function leaderOf({ tx, actor, today }: Change, plan: DatedPlan): Promise<Unit> {
  const [about] = concerned(plan)
  const id =
    plan.kind === 'setUp'
      ? plan.upperId
      : about &&
        ((await superiorOf(tx, actor.authorityId, about, plan.effectiveOn))?.id ??
          (await answersFor(tx, actor.authorityId, about, today))?.id ??
          about)
  return (id && (await unitById(tx, actor.authorityId, id))) || fail('NOT_FOUND')
}

/** Sets the new organisation up, when the plan has one, and answers its id. */
async function found({ tx, actor }: Change, plan: DatedPlan, upper: Unit, touched: Touched): Promise<string | null> {
  if (plan.kind !== 'setUp' && plan.kind !== 'split') return null
  const { authorityId } = actor
  const parted = plan.kind === 'split' ? await unitById(tx, authorityId, plan.unitId) : null
  const kind = plan.kind === 'setUp' ? plan.unitKind : (parted?.kind ?? 'branch')
  const id = randomUUID()
  const code = await sql.nextCode(tx, authorityId, upper.code)
  const purpose = (plan.kind === 'setUp' && plan.purpose) || null
  await sql.insertUnit(tx, authorityId, {
    id,
    code,
    kind,
    name: plan.name,
    spelling: spellUnit(plan.name),
    purpose,
    foundedOn: plan.effectiveOn,
  })
  touched.units.push(id)
  touched.founded.push(id)
  touched.opened.push({ table: 'name', id: await sql.insertName(tx, authorityId, id, plan.name, plan.effectiveOn) })
  touched.opened.push({
    table: 'relation',
    id: await sql.insertRelation(tx, authorityId, {
      kind: relationTo(kind),
      upperId: upper.id,
      lowerId: id,
      from: plan.effectiveOn,
    }),
  })
  if (plan.kind === 'setUp' && plan.formedInId)
    touched.opened.push({
      table: 'relation',
      id: await sql.insertRelation(tx, authorityId, {
        ...{ kind: 'formedIn', upperId: plan.formedInId, lowerId: id, from: plan.effectiveOn },
      }),
    })
  await placeUnits(tx, authorityId)
  return id
}

async function close({ tx, actor }: Change, row: sql.OpenRow, on: string, touched: Touched) {
  await sql.closeRow(tx, actor.authorityId, row.table, row.id, on)
  touched.closed.push({ table: row.table, id: row.id, until: row.until })
}

/** What stood below the merged organisations stands below the remaining one from that day. */
async function adoptLower(change: Change, intoId: string, ended: readonly string[], on: string, touched: Touched) {
  const { tx, actor } = change
  for (const unitId of ended) {
    for (const row of await sql.rowsReaching(tx, actor.authorityId, unitId, on)) {
      if (row.table !== 'relation' || row.upperId !== unitId || !row.lowerId || ended.includes(row.lowerId)) continue
      await close(change, row, on, touched)
      const kind = row.kind as Parameters<typeof sql.insertRelation>[2]['kind']
      touched.opened.push({
        table: 'relation',
        id: await sql.insertRelation(tx, actor.authorityId, {
          kind,
          upperId: intoId,
          lowerId: row.lowerId,
          from: on,
          until: row.until,
        }),
      })
      touched.units.push(row.lowerId)
    }
  }
}

async function dissolve(change: Change, unitId: string, on: string, touched: Touched) {
  const { tx, actor } = change
  for (const row of await sql.rowsReaching(tx, actor.authorityId, unitId, on)) await close(change, row, on, touched)
  for (const term of await sql.openTerms(tx, actor.authorityId, [unitId])) {
    await sql.setTermState(tx, actor.authorityId, term.id, 'closed')
    if (term.state !== 'closed') touched.terms.push({ id: term.id, state: term.state })
  }
  await sql.setDissolved(tx, actor.authorityId, unitId, on)
  touched.dissolved.push(unitId)
}

async function moveBelow(change: Change, unitId: string, upperId: string, on: string, touched: Touched) {
  const { tx, actor } = change
  const rows = await sql.rowsReaching(tx, actor.authorityId, unitId, on)
  for (const row of rows)
    if (row.table === 'relation' && row.lowerId === unitId && (row.kind === 'leads' || row.kind === 'partOf'))
      await close(change, row, on, touched)
  const unit = await unitById(tx, actor.authorityId, unitId)
  touched.opened.push({
    table: 'relation',
    id: await sql.insertRelation(tx, actor.authorityId, {
      kind: relationTo(unit?.kind ?? 'branch'),
      upperId,
      lowerId: unitId,
      from: on,
    }),
  })
}

async function rename(change: Change, unitId: string, name: string, on: string, touched: Touched) {
  const { tx, actor } = change
  for (const row of await sql.rowsReaching(tx, actor.authorityId, unitId, on))
    if (row.table === 'name') await close(change, row, on, touched)
  touched.opened.push({ table: 'name', id: await sql.insertName(tx, actor.authorityId, unitId, name, on) })
}
