import type { Named } from '@jiannuo/contract/appraisal/round.ts'
import type { Both, Level } from '@jiannuo/contract/values.ts'

/** What a filed result counts for, and the worst grade that still opens it. Local defaults: no national text fixes the list. */
interface Use extends Named {
  atLeast: string
  /** An award in the sense of R4.10: closed in principle to whoever is low in Party work or in business. */
  award: boolean
}

const use = (id: string, zh: string, en: string, atLeast: string, award = true): Use => ({
  id,
  title: { zh, en },
  atLeast,
  award,
})
const promotion = (atLeast: string) => use('promotion', '列入提拔推荐人选', 'List for promotion', atLeast)

export const USES: Record<Level, readonly Use[]> = {
  member: [use('outstandingMember', '推荐优秀共产党员', 'Outstanding member', 'excellent'), promotion('qualified')],
  branchSecretary: [
    use('outstandingPartyWorker', '推荐优秀党务工作者', 'Outstanding Party worker', 'good'),
    use('redFlagBranch', '所在支部参评红旗支部', 'Branch may be a red-flag branch', 'fairlyGood'),
    promotion('fairlyGood'),
  ],
  organCommitteeSecretary: [
    use('outstandingPartyWorker', '推荐优秀党务工作者', 'Outstanding Party worker', 'good'),
    use('advancedOrganization', '所在组织参评先进基层党组织', 'Organisation may be an advanced one', 'fairlyGood'),
    use('fiveStar', '所在机关参评五星机关', 'Organ may be a five-star organ', 'good'),
    promotion('fairlyGood'),
  ],
  partyGroupSecretary: [
    use('advancedOrganization', '所在单位参评先进', 'Unit may be an advanced one', 'fairlyGood'),
    use('fiveStar', '所在机关参评五星机关', 'Organ may be a five-star organ', 'good'),
    promotion('fairlyGood'),
  ],
}

/** Fulfilment below this share of the pledges of a kind is low: the bound of the lowest passing grade. */
const LOW = 0.6
export type LowIn = 'party' | 'business'
export const isLow = (fulfilment: string | null | undefined): boolean => fulfilment != null && Number(fulfilment) < LOW

const LOW_TITLES: Record<LowIn, Both> = {
  party: {
    zh: '党建承诺完成率低于60%，原则上不列入',
    en: 'Less than 60% of the Party pledges fulfilled: in principle not eligible',
  },
  business: {
    zh: '业务承诺完成率低于60%，原则上不列入',
    en: 'Less than 60% of the business pledges fulfilled: in principle not eligible',
  },
}

/** Who may be put forward for what, and every reason why not. `ladder` lists the grades, the best first. */
export function eligibilityOf(
  level: Level,
  filed: { grade: string; barred: readonly string[]; low: readonly string[] },
  ladder: readonly Named[],
) {
  const rank = (grade: string) => ladder.findIndex(each => each.id === grade)
  return USES[level].map(({ id, title, atLeast, award }) => {
    const needed = ladder.find(each => each.id === atLeast)
    const below = needed !== undefined && rank(filed.grade) > rank(atLeast)
    const why: Both[] = [
      ...(below
        ? [{ zh: `需要“${needed.title.zh}”以上等次`, en: `Needs the grade “${needed.title.en}” or better` }]
        : []),
      ...(filed.barred.includes(id)
        ? [{ zh: '方案中的否决或限制项不允许', en: 'Barred by a veto or limit of the scheme' }]
        : []),
      ...(award
        ? (['party', 'business'] as const).filter(kind => filed.low.includes(kind)).map(kind => LOW_TITLES[kind])
        : []),
    ]
    return { use: { id, title }, eligible: why.length === 0, why }
  })
}
