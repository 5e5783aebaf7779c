import { randomUUID } from 'node:crypto'
import type { WrittenItem } from '@jiannuo/contract/pledge/pledge.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { currentCycle } from '../../cycle/index.ts'
import { adoptedLevels } from '../duty/adopt-template.ts'
import { descriptionOf } from '../duty/sql.ts'
import { headOf } from '../pledge/paper.ts'
import { pledges } from '../pledge/sql.ts'
import * as sql from './sql.ts'

/** From a duty description come so many business items at most. */
const MOST_FROM_DESCRIPTION = 3

/** My pledges of the year in hand; for each level I owe and have not begun, a draft is begun from what the organ adopted and what my post is for. */
export async function listMyPledges(change: Change) {
  const { tx, actor, today } = change
  const cycle = actor.personId ? await currentCycle(tx, actor.authorityId, today) : null
  if (!cycle || !actor.personId) return { year: cycle?.year ?? null, submitBy: null, noticeDays: 5, pledges: [] }
  const mine = () =>
    pledges(tx, actor.authorityId, actor.personId, today)
      .where('p.person_id', '=', actor.personId!)
      .where('p.cycle_id', '=', cycle.id)
      .orderBy('p.level')
      .orderBy('p.version', 'desc')
      .execute()
  const begun = await mine()
  for (const owed of await sql.owedBy(tx, actor.authorityId, actor.personId, today)) {
    if (!begun.some(p => p.level === owed.level)) await begin(change, owed, cycle)
  }
  const pledging = cycle.phases.find(p => p.phase === 'pledging')!
  return {
    year: cycle.year,
    submitBy: addDays(pledging.until, -1),
    noticeDays: cycle.noticeDays,
    pledges: (await mine()).map(headOf),
  }
}

async function begin(change: Change, owed: sql.Owed, cycle: { id: string; year: number }) {
  const { tx, actor } = change
  const id = randomUUID()
  const made = await sql.insertPledge(tx, {
    ...owed,
    authority_id: actor.authorityId,
    id,
    cycle_id: cycle.id,
    saved_at: change.now.toISOString(),
  })
  if (!made) return
  await sql.replaceItems(tx, actor.authorityId, id, await startingItems(change, owed, cycle))
  await change.audit('pledge.begin', id, { unitId: owed.unit_id })
}

/** The adopted template's items; where the post is described, its scope takes the place of the template's business items. */
async function startingItems(
  { tx, actor }: Change,
  owed: sql.Owed,
  cycle: { id: string; year: number },
): Promise<WrittenItem[]> {
  const levels = await adoptedLevels(tx, actor.authorityId, owed.unit_id, cycle.id)
  const adopted = levels.find(l => l.level === owed.level)?.items ?? []
  const description = await descriptionOf(tx, actor.authorityId, owed.person_id)
  const lines = description ? scopeLines(description.scope) : []
  const kept = lines.length > 0 ? adopted.filter(i => i.kind === 'party') : adopted
  const left = Math.max(0, 100 - kept.reduce((sum, i) => sum + i.weight, 0))
  const shares = lines.map((_, i) => Math.floor(left / lines.length) + (i < left % lines.length ? 1 : 0))
  const described = lines.map((title, i) => ({
    kind: 'business' as const,
    title,
    target: null,
    unit: '',
    measures: '',
    dueOn: null,
    weight: shares[i]!,
    dutyId: null,
  }))
  return [...kept, ...described].map(item => ({ ...item, id: randomUUID(), fact: null }))
}

/** 「一、……；二、……」: one line for each matter, without its number. */
export const scopeLines = (scope: string): string[] =>
  scope
    .split(/[\n；;。]/)
    .map(line =>
      line
        .replace(/^[\s（(]*[\d一二三四五六七八九十]*[)）.、，\s]*/, '')
        .trim()
        .slice(0, 200),
    )
    .filter(line => line !== '')
    .slice(0, MOST_FROM_DESCRIPTION)
