import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/cycle.ts'
import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { sayDay } from '@jiannuo/rules/day.ts'
import { fail, failFields } from '../../platform/http/fail.ts'
import { both, type Change } from '../../platform/http/serve.ts'
import { informMany } from './inform-many.ts'
import { extended, PHASE_TITLES } from './phases.ts'
import * as sql from './sql.ts'

/** Lets a phase end later and moves those after it; each moved end is kept with the reason, and everybody concerned is told. */
export async function extendPhase(change: Change, { body }: Input<typeof api.extendPhase>, found: Cycle) {
  const { tx, actor, today } = change
  await sql.lockCycle(tx, actor.authorityId, found.id)
  const cycle = (await sql.cycleById(tx, actor.authorityId, found.id, today))!
  if (cycle.state === 'closed') fail('STATE_CONFLICT', { state: { zh: '已关闭', en: 'closed' }, action: '延期' })
  const before = cycle.phases.find(p => p.phase === body.phase)!
  const least = [before.until, today].sort().at(-1)!
  if (body.until <= least)
    failFields([{ pointer: '/until', zh: `请填${least}以后的日期`, en: `Choose a day after ${least}` }])
  const fulfilling = cycle.phases.find(p => p.phase === 'fulfilling')!
  if (body.phase === 'midYear' && body.until > fulfilling.until)
    failFields([
      {
        pointer: '/until',
        zh: `年中自查最迟到${fulfilling.until}，先延长践诺阶段`,
        en: `The mid-year check ends by ${fulfilling.until}; extend the fulfilling phase first`,
      },
    ])
  if (body.until > `${cycle.year + 2}-01-01`)
    failFields([
      {
        pointer: '/until',
        zh: `请填${cycle.year + 1}年底以前的日期`,
        en: `Choose a day up to the end of ${cycle.year + 1}`,
      },
    ])
  for (const phase of extended(cycle.phases, body.phase, body.until)) {
    const old = cycle.phases.find(p => p.phase === phase.phase)!
    if (old.from === phase.from && old.until === phase.until) continue
    await sql.movePhase(tx, actor.authorityId, cycle.id, phase)
    if (phase.until === old.until) continue
    await sql.insertExtension(tx, {
      authority_id: actor.authorityId,
      id: randomUUID(),
      cycle_id: cycle.id,
      phase: phase.phase,
      until_before: old.until,
      until_after: phase.until,
      reason: body.reason,
      extended_by: actor.personId ?? actor.accountId,
      extended_at: change.now.toISOString(),
    })
  }
  const title = PHASE_TITLES[body.phase]
  const day = sayDay(body.until)
  await informMany(change.inform, await sql.audience(tx, actor.authorityId, body.phase, today), {
    kind: 'cycle.extended',
    objectId: `${cycle.id}:${body.phase}:${body.until}`,
    title: both(
      `${cycle.year}年度“${title.zh}”阶段延到${day.zh}前`,
      `The phase “${title.en}” of ${cycle.year} now ends before ${day.en}`,
    ),
    link: '/cycle',
  })
  await change.audit('cycle.extend', cycle.id, { values: body })
  return (await sql.cycleById(tx, actor.authorityId, cycle.id, today))!
}
