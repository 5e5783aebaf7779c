import { type Version, versionAt, versions } from '@jiannuo/engine/dated.ts'
import type { PanelSource } from '@jiannuo/engine/indicators/panel.ts'
import type { Scheme } from '@jiannuo/engine/scheme.ts'
import { type Bilingual, type Citation, cite } from '../rule.ts'
import type { RaterPool, RatingMode } from './panels.ts'
import { SMALLEST_POOL } from './small-pool.ts'
import { SOURCE_TITLES } from './sources.ts'

export type AssessedKind = 'branch' | 'organ'

/** Who gives the ratings of one source on units, and how. */
export interface UnitPanel {
  /** Name of the source in the scheme, and of the panel. */
  source: string
  title: Bilingual
  who: readonly RaterPool[]
  /** `app`: one body gives one rating a unit. `paper`: slips of several raters, counted by two tellers. `imported`: also a decision with its document. */
  modes: readonly [RatingMode, ...RatingMode[]]
  weight: number
  minimum: number
  quorum: string | null
  cite: Citation
}

interface Practice {
  who: Record<AssessedKind, readonly RaterPool[]>
  modes: UnitPanel['modes']
  quorum: string | null
}
interface PracticeVersion extends Version {
  checkedOn: string
  cite: Citation
  sources: Readonly<Record<string, Practice>>
  /** What holds for a source that a city named itself. */
  other: Practice
}

const body = (who: RaterPool): Practice => ({
  ...{ who: { branch: [who], organ: [who] }, modes: ['app', 'imported'], quorum: null },
})
const jury: Practice = { who: { branch: ['jury'], organ: ['jury'] }, modes: ['paper'], quorum: null }
const vote: Practice = {
  who: { branch: ['branchMembers', 'massRepresentatives'], organ: ['memberRepresentatives', 'massRepresentatives'] },
  ...{ modes: ['paper'], quorum: '1/2' },
}

const SHIPPED: readonly PracticeVersion[] = versions([
  {
    ...{ from: '2020-01-01', until: null, checkedOn: '2026-11-28' },
    cite: cite('本系统默认配置，由各机关工委自定', '单位考核的评议来源、到会比例', 'local'),
    sources: {
      ...{ self: body('unitItself'), superior: body('superiorCommittee'), organisation: body('assessingOffice') },
      ...{ contest: jury, observation: jury },
      ...{ democratic: vote, vote, ownUnit: vote, yearEndVote: vote, reportVote: vote },
    },
    other: {
      ...{ who: { branch: ['invitedRaters'], organ: ['invitedRaters'] }, modes: ['paper'], quorum: '1/2' },
    },
  },
])

const sourcesOf = (scheme: Scheme): PanelSource[] =>
  scheme.groups.flatMap(group =>
    group.indicators.flatMap(({ method }) => (method.kind === 'panel' ? method.sources : [])),
  )

/** The panels that a scheme on units asks for, one for every source it reads. Throws NotInForce before the first version. */
export function unitPanels(scheme: Scheme, about: AssessedKind, day: string): UnitPanel[] {
  const version = versionAt(SHIPPED, day)
  const bySource = new Map(sourcesOf(scheme).map(each => [each.source, each]))
  return [...bySource.values()].map(({ source, weight, minimum = 1 }) => {
    const { who, modes, quorum } = version.sources[source] ?? version.other
    return {
      ...{ source, weight, modes, quorum, who: who[about], cite: version.cite },
      title: SOURCE_TITLES[source] ?? { zh: source, en: source },
      minimum: modes[0] === 'paper' ? Math.max(SMALLEST_POOL, minimum) : minimum,
    }
  })
}

/** A jury shows its scores when it gives them, so nothing of them is kept secret and they enter the reckoning as given. */
export const isShown = ({ who }: { who: readonly string[] }): boolean => who.includes('jury')
/** Members and representatives of a unit sit at their unit; everybody else rates all units together. */
export const sitsAtUnit = ({ who }: { who: readonly string[] }): boolean => who.includes('massRepresentatives')
