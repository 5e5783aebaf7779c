import type { Cycle } from '@jiannuo/contract/cycle.ts'
import { fail } from '../../platform/http/fail.ts'
import type { Change } from '../../platform/http/serve.ts'
import { PHASE_TITLES } from './phases.ts'
import * as sql from './sql.ts'

/** Closes a year from its filing phase on. */
export async function closeCycle(change: Change, _input: unknown, cycle: Cycle) {
  const { tx, actor, today } = change
  await sql.lockCycle(tx, actor.authorityId, cycle.id)
  const filing = cycle.phases.find(p => p.phase === 'filing')!
  if (cycle.state === 'closed') fail('STATE_CONFLICT', { state: { zh: '已关闭', en: 'closed' }, action: '再关闭' })
  if (today < filing.from)
    fail('STATE_CONFLICT', {
      state: cycle.now ? PHASE_TITLES[cycle.now.phase] : { zh: '未开始', en: 'not begun' },
      action: '关闭，备案阶段开始后才可以',
    })
  await sql.setClosed(tx, actor.authorityId, cycle.id)
  await change.audit('cycle.close', cycle.id)
  return (await sql.cycleById(tx, actor.authorityId, cycle.id, today))!
}
