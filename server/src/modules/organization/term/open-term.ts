import { randomUUID } from 'node:crypto'
import type { openTerm as api } from '@jiannuo/contract/organization/post.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import type { UnitFacts } from '../policy.ts'
import { lockUnit } from '../post/sql.ts'
import { endByRule, withClock } from './read-term.ts'
import * as sql from './sql.ts'

/** Begins a term after an election and closes the one before. Fails TERM_NEEDS_END, PERIOD_EMPTY, TERM_OVERLAPS. */
export async function openTerm(change: Change, { body }: Input<typeof api>, { unit }: UnitFacts) {
  const { tx, actor, today } = change
  const until = body.until ?? endByRule(unit.kind, body.from)
  if (!until) fail('TERM_NEEDS_END')
  if (until <= body.from) fail('PERIOD_EMPTY', { from: body.from })
  await lockUnit(tx, actor.authorityId, unit.id)
  const latest = await sql.latestTerm(tx, actor.authorityId, unit.id)
  if (latest && latest.from >= body.from) fail('TERM_OVERLAPS', { from: latest.from })
  const id = randomUUID()
  await sql.closeTermsBefore(tx, actor.authorityId, unit.id, body.from)
  await sql.insertTerm(tx, actor.authorityId, { id, unitId: unit.id, from: body.from, until })
  await change.audit('organization.open-term', id, { unitId: unit.id, values: body })
  const row = await sql.termById(tx, actor.authorityId, id)
  if (!row) fail('NOT_FOUND')
  return withClock(row, unit.kind, today)
}
