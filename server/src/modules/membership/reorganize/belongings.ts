import type { Plan } from '@jiannuo/contract/organization/change.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { type Belongings, ending, type ForeignRows } from '../../organization/index.ts'
import { servicesReaching } from '../service/sql.ts'
import { headcount } from '../sql.ts'
import * as sql from './sql.ts'

/** Which belongings a plan moves: everyone's of the units and parts that end, or those of the members named. */
const wanted = (plan: Plan) =>
  plan.kind === 'setUp' || plan.kind === 'split' ? { memberIds: plan.memberIds } : { unitIds: ending(plan) }

/**
 * The members' side of a reorganisation. Fails NOT_FOUND when a member named does not belong to the unit split, or is not the
 * caller's to move; CHANGE_OBSTACLE when a belonging begins only on or after the day of the change.
 */
export async function belongingsOf({ tx, actor }: Change, plan: Plan): Promise<Belongings> {
  const { authorityId } = actor
  const on = plan.effectiveOn
  const rows = await sql.belongingsReaching(tx, authorityId, wanted(plan), on)
  const members = [...new Set(rows.map(r => r.memberId))]
  if (plan.kind === 'setUp' || plan.kind === 'split') {
    if (plan.memberIds.some(id => !members.includes(id))) fail('NOT_FOUND')
    if (plan.kind === 'split' && rows.some(r => r.unitId !== plan.unitId)) fail('NOT_FOUND')
  }
  const late = rows.find(r => r.from >= on)
  if (late) fail('LATER_ENTRY', { from: late.from })
  const left = [...new Set(rows.map(r => r.unitId))]
  const ends = ending(plan)
  const place = (r: (typeof rows)[number], to: string | null) => ({
    memberId: r.memberId,
    // A group stays behind with its branch; a part that ends gives way to the one that receives, or to none.
    ...(ends.includes(r.unitId) || ends.length === 0
      ? { unitId: to ?? r.unitId, sectionId: r.sectionId, groupId: null }
      : {
          unitId: r.unitId,
          sectionId: r.sectionId && ends.includes(r.sectionId) ? to : r.sectionId,
          groupId: r.groupId && ends.includes(r.groupId) ? to : r.groupId,
        }),
    from: on,
    until: r.until,
  })
  return {
    moving: await headcount(tx, authorityId, left, on, members),
    leaving: new Map(
      await Promise.all(left.map(async id => [id, await headcount(tx, authorityId, [id], on, members)] as const)),
    ),
    services: await servicesReaching(tx, authorityId, ends, on),
    count: unitId => headcount(tx, authorityId, [unitId], on),
    move: async (toUnitId, touched) => {
      const opened = await sql.insertBelongings(
        tx,
        authorityId,
        rows.map(r => place(r, toUnitId)),
      )
      for (const r of rows) await sql.endBelonging(tx, authorityId, r.id, on)
      touched.opened.push(...opened.map(id => ({ table: 'belonging' as const, id })))
      touched.closed.push(...rows.map(r => ({ table: 'belonging' as const, id: r.id, until: r.until })))
      touched.membersMoved = members.length
    },
  }
}

/** How a counter-change reaches the belongings. */
export const foreignRows = ({ tx, actor: { authorityId } }: Change): ForeignRows => ({
  byId: id => sql.belongingById(tx, authorityId, id),
  close: (id, until) => sql.endBelonging(tx, authorityId, id, until),
  remove: id => sql.removeBelonging(tx, authorityId, id),
  copy: (row, from) => sql.copyBelonging(tx, authorityId, row, from),
  others: (unitIds, on, but) => sql.otherBelongings(tx, authorityId, unitIds, on, but),
})
