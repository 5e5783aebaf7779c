import type { PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { isOffice, speaksFor } from '../policy.ts'

interface Rated {
  unitId: string
  organId: string
}

/** Whose rating of a unit a panel asks: its own, that of the committee that leads it, or of the office that assesses. */
export function raterOf({ who }: PanelOfScheme, office: string, { unitId, organId }: Rated): string {
  const [pool] = who
  if (pool?.id === 'unitItself') return unitId
  return pool?.id === 'superiorCommittee' && organId !== unitId ? organId : office
}

/** Whether the caller rates the unit in that panel. For another body the office that assesses enters a decision by its document. */
export function mayRate(
  actor: Actor,
  assessment: { unitId: string },
  panel: PanelOfScheme,
  unit: Rated,
): 'yes' | 'document' | 'no' {
  const rater = raterOf(panel, assessment.unitId, unit)
  const office = isOffice(actor, assessment)
  if (rater === assessment.unitId) return office ? 'yes' : 'no'
  if (speaksFor(actor, rater)) return 'yes'
  return office ? 'document' : 'no'
}
