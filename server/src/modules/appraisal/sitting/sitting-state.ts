import type { PanelOfScheme, PanelState, Sitting } from '@jiannuo/contract/appraisal/round.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { compare, fromNumber, multiply, parseShare, ZERO } from '@jiannuo/engine/rational.ts'
import type { SittingRow } from './sql.ts'

/** What of a sitting tells where it stands. */
export type SittingProgress = Pick<
  SittingRow,
  'counted' | 'added' | 'takesAdded' | 'minimum' | 'firstTeller' | 'countState' | 'returned' | 'waivedReason'
>

/** Raters entitled to a slip; null while the number of representatives is missing. */
export const entitledTo = (sitting: Pick<SittingRow, 'counted' | 'added' | 'takesAdded'>): number | null =>
  sitting.takesAdded && sitting.added === null ? null : sitting.counted + (sitting.added ?? 0)

/** Nobody rates himself in a pool that leaves the subject out. */
export const mostPerSubject = (panel: PanelOfScheme | undefined, entitled: number): number =>
  panel?.who.some(pool => pool.id.endsWith('ExceptSubject')) ? entitled - 1 : entitled

/** Raters who belong to one subject's own unit sit there; everybody else sits together. */
export const sitsAtHome = ({ who }: Pick<PanelOfScheme, 'who'>): boolean =>
  who.some(pool => pool.id === 'partyGroupMembers' || pool.id === 'branchSecretariesOfOrgan')

const notRated = (zh: string, en: string) => ({ state: 'notRated' as const, why: { zh, en } })

/** Where a paper panel stands. Below its minimum or quorum it is not rated, and says so. */
export function stateOf(sitting: SittingProgress, quorum: string | null): { state: PanelState; why: Both | null } {
  const { minimum, returned, waivedReason } = sitting
  const entitled = entitledTo(sitting)
  if (waivedReason !== null) return notRated(`没有组织：${waivedReason}`, `Not held: ${waivedReason}`)
  if (entitled !== null && entitled < minimum)
    return notRated(
      `应参加${entitled}人，不足${minimum}人，不计`,
      `${entitled} entitled, fewer than ${minimum}: not rated`,
    )
  if (sitting.countState === null) return { state: sitting.firstTeller ? 'open' : 'notStarted', why: null }
  if (sitting.countState === 'entered') return { state: 'sealed', why: null }
  if (returned === null || entitled === null || returned < minimum)
    return notRated(
      `收回${returned ?? 0}张，不足${minimum}张，不计`,
      `${returned ?? 0} slips returned, fewer than ${minimum}: not rated`,
    )
  if (!reaches(returned, entitled, quorum))
    return notRated(
      `收回${returned}张，应参加${entitled}人，没有达到${quorum}，不计`,
      `${returned} slips from ${entitled} entitled, below ${quorum}: not rated`,
    )
  return { state: 'valid', why: null }
}

function reaches(returned: number, entitled: number, quorum: string | null): boolean {
  const share = quorum === null ? ZERO : parseShare(quorum)
  return share !== null && compare(fromNumber(returned), multiply(share, fromNumber(entitled))) >= 0
}

export const isUnfinished = (state: PanelState): boolean =>
  state === 'notStarted' || state === 'open' || state === 'sealed'

/** A sitting as those see it who hold it or look on: slips handed out and returned, never a grade. `mayHold`: the caller may name tellers now. */
export function showSitting(sitting: SittingRow, panels: readonly PanelOfScheme[], mayHold: boolean): Sitting {
  const panel = panels.find(each => each.id === sitting.panel)
  const teller = (personId: string | null, name: string | null) => (personId ? [{ personId, name: name ?? '' }] : [])
  const confirmed = sitting.countState === 'confirmed'
  const stands = stateOf(sitting, panel?.quorum ?? null)
  const mayWaive = mayHold && isUnfinished(stands.state)
  return {
    id: sitting.id,
    panel: sitting.panel,
    source: sitting.source,
    title: panel?.title ?? { zh: sitting.panel, en: sitting.panel },
    homeUnitId: sitting.homeUnitId,
    homeUnitName: sitting.homeUnitName,
    who: panel?.who ?? [],
    counted: sitting.counted,
    added: sitting.added,
    takesAdded: sitting.takesAdded,
    entitled: entitledTo(sitting),
    minimum: sitting.minimum,
    quorum: panel?.quorum ?? null,
    ...stands,
    tellers: [
      ...teller(sitting.firstTeller, sitting.firstTellerName),
      ...teller(sitting.secondTeller, sitting.secondTellerName),
    ],
    handedOut: confirmed ? sitting.handedOut : null,
    returned: confirmed ? sitting.returned : null,
    // One recorded as not held, or too small by its number of representatives, may still be put right; one that was counted may not.
    mayName: mayWaive || (mayHold && !confirmed),
    mayWaive,
  }
}
