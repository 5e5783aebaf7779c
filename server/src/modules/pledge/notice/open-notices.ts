import type * as api from '@jiannuo/contract/pledge/notice.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Level } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { currentCycle, cycleById } from '../../cycle/index.ts'
import { noticeEnds, openNotice } from '../../disclosure/index.ts'
import type { PledgeRow } from '../pledge/sql.ts'
import { putOnNotice } from '../standing/bring-into-force.ts'
import * as sql from './sql.ts'

/** Approved pledges that wait to be put on notice by the caller's unit, by the unit they would be public in. */
export async function listApproved(change: Change) {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const ends = cycle && (await noticeEnds(change, cycle.noticeDays))
  const rows = await sql.approvedBy(tx, actor.authorityId, actor.capacity.unitId!, actor.personId, today)
  const units = [...byUnit(rows)].map(([unitId, pledges]) => ({
    unitId,
    unitName: pledges[0]!.unit_name,
    pledges: pledges.map(p => ({ id: p.id, personName: p.person_name, level: p.level, amendment: p.amends !== null })),
  }))
  return {
    noticeDays: cycle?.noticeDays ?? 5,
    lastDay: ends && addDays(ends.closesOn, -1),
    mayOpen: rows.length > 0,
    units,
  }
}

/** Puts approved pledges on notice, one notice for each unit and year. What is not approved, or not the caller's to publish, is left. */
export async function openPledgeNotices(change: Change, { body }: Input<typeof api.openPledgeNotices>) {
  const { tx, actor, today } = change
  const rows = await sql.lockApproved(
    tx,
    actor.authorityId,
    actor.capacity.unitId!,
    body.pledgeIds,
    actor.personId,
    today,
  )
  const notices = []
  for (const [unitId, pledges] of byUnit(rows)) {
    for (const cycleId of new Set(pledges.map(p => p.cycle_id))) {
      const published = pledges.filter(p => p.cycle_id === cycleId)
      const cycle = (await cycleById(tx, actor.authorityId, cycleId, today))!
      const opened = await openNotice(change, {
        subject: 'pledge',
        unitId,
        title: titleOf(published, cycle.year),
        objectIds: published.map(p => p.id),
        days: cycle.noticeDays,
      })
      await putOnNotice(
        tx,
        actor.authorityId,
        published.map(p => p.id),
        opened.noticeId,
      )
      notices.push({ ...opened, unitName: published[0]!.unit_name, pledges: published.length })
    }
  }
  const done = new Set(rows.map(p => p.id))
  return { notices, left: body.pledgeIds.filter(id => !done.has(id)) }
}

const OF_LEVEL: Record<Level, { zh: string; en: string }> = {
  member: { zh: '党员', en: 'members' },
  branchSecretary: { zh: '支部书记', en: 'the branch secretary' },
  organCommitteeSecretary: { zh: '机关党委书记', en: 'the organ committee secretary' },
  partyGroupSecretary: { zh: '党组书记', en: 'the Party group secretary' },
}

function titleOf(pledges: readonly PledgeRow[], year: number) {
  const { unit_name: unit, person_name: name } = pledges[0]!
  // A secretary’s pledge as such and his pledge as a member may stand in one notice: persons are counted, not papers.
  const people = new Set(pledges.map(p => p.person_id)).size
  const level = pledges.every(p => p.level === pledges[0]!.level) ? pledges[0]!.level : 'member'
  const amended = pledges.every(p => p.amends !== null)
  const who =
    people === 1
      ? { zh: `${name}`, en: name }
      : { zh: `${people}名${OF_LEVEL[level].zh}`, en: `${people} ${OF_LEVEL.member.en}` }
  return both(
    `${unit}${who.zh}${year}年承诺${amended ? '修改' : ''}公示`,
    `${year} ${amended ? 'amended pledges' : 'pledges'} of ${who.en}, ${unit}`,
  )
}

function byUnit(rows: readonly PledgeRow[]): Map<string, PledgeRow[]> {
  const units = new Map<string, PledgeRow[]>()
  for (const row of rows) units.set(row.unit_id, [...(units.get(row.unit_id) ?? []), row])
  return units
}
