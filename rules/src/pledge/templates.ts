import type { DutyLevel } from '../duty/orientation.ts'
import type { PledgeItem } from './remarks/remark.ts'
import { FINANCE } from './templates/finance.ts'
import { HEALTH } from './templates/health.ts'
import { STATE_ASSETS } from './templates/state-assets.ts'
import type { PledgeTemplate } from './templates/template.ts'

/** The three pilot models: two committees and a branch. */
export const PLEDGE_TEMPLATES: readonly PledgeTemplate[] = [FINANCE, HEALTH, STATE_ASSETS]

/** A starting pledge of that level for the year, to be adapted; empty when the template has none for the level. */
export function startPledge(template: PledgeTemplate, level: DutyLevel, year: number): PledgeItem[] {
  return (template.pledges[level] ?? []).map((item, i) => ({
    id: `${template.id}-${i + 1}`,
    kind: item.kind,
    title: item.title.zh,
    target: item.target,
    unit: item.unit,
    measures: item.measures,
    dueOn: `${year}-${item.due}`,
    weight: item.weight,
    dutyId: item.dutyId,
  }))
}
