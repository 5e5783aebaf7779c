import { randomUUID } from 'node:crypto'
import * as api from '@jiannuo/contract/pledge/duty.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { z } from 'zod'
import { fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { currentCycle } from '../../cycle/index.ts'
import { mayAdopt } from './policy.ts'
import * as sql from './sql.ts'
import { templatesFor } from './templates.ts'

const Levels = api.Template.shape.levels
export type AdoptedLevels = z.output<typeof Levels>

/** What a unit's drafts start from: the levels its organ adopted in that year; empty when it adopted nothing. */
export async function adoptedLevels(
  tx: Change['tx'],
  authorityId: string,
  unitId: string,
  cycleId: string,
): Promise<AdoptedLevels> {
  const organId = await sql.organOf(tx, authorityId, unitId)
  const row = organId && (await sql.adoptionOf(tx, authorityId, organId, cycleId))
  return row ? Levels.parse(row.content) : []
}

export interface AdoptionFacts {
  organId: string | null
}
export const adoptionFacts = async ({ tx, actor }: Change): Promise<AdoptionFacts> => ({
  organId: actor.capacity.unitId && (await sql.organOf(tx, actor.authorityId, actor.capacity.unitId)),
})

export async function listTemplates(change: Change, _input: unknown, facts: AdoptionFacts) {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const row = cycle && facts.organId ? await sql.adoptionOf(tx, actor.authorityId, facts.organId, cycle.id) : undefined
  return {
    year: cycle?.year ?? null,
    templates: templatesFor(cycle?.year ?? Number(today.slice(0, 4))),
    adopted: row ? { templateId: row.template_id, adoptedAt: row.adopted_at, levels: Levels.parse(row.content) } : null,
    mayAdopt: cycle !== null && mayAdopt(actor, facts) === true,
    coverage: cycle ? await sql.adoptionCoverage(tx, actor.authorityId, cycle.id) : { organs: 0, adopted: 0 },
  }
}

/** Adopts a model for the organ with its items as adapted; adopting again replaces it. Drafts begun before stay as they are. */
export async function adoptTemplate(
  change: Change,
  { body }: Input<typeof api.adoptTemplate>,
  { organId }: AdoptionFacts,
) {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  if (!cycle || !organId) fail('NO_CYCLE')
  const template = templatesFor(cycle.year).find(t => t.id === body.templateId)
  if (!template) fail('NOT_FOUND')
  const twice = body.levels.findIndex(({ level }, i) => body.levels.findIndex(l => l.level === level) !== i)
  if (twice >= 0)
    failFields([{ pointer: `/levels/${twice}/level`, zh: '同一层级只写一次', en: 'List each level once' }])
  await sql.saveAdoption(tx, template, {
    authority_id: actor.authorityId,
    id: randomUUID(),
    unit_id: organId,
    cycle_id: cycle.id,
    content: JSON.stringify(body.levels),
    adopted_by: actor.personId ?? actor.accountId,
    adopted_at: change.now.toISOString(),
  })
  await change.audit('pledge.adopt-template', organId, { unitId: organId, values: body })
}
