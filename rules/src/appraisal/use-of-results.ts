import { type Bilingual, cite, defineRule, value } from '../rule.ts'
import type { Level } from './panels.ts'

interface Named {
  id: string
  title: Bilingual
}

/** What a filed result counts for. */
interface Use extends Named {
  /** The worst grade that still opens it. */
  atLeast: string
}

type LowIn = 'party' | 'business'

export interface Filed {
  level: Level
  grade: string
  /** Ids of uses that a veto or limit of the scheme bars. */
  barred: readonly string[]
  /** Kinds of pledge in which fulfilment was low when it was filed. */
  low: readonly string[]
  /** Grades of the scheme it was filed by, the best first. */
  ladder: readonly Named[]
  /** What the year calls low, in percent; null where it sets nothing and the default holds. */
  lowFulfilment: number | null
}

export interface Verdict {
  use: Named
  eligible: boolean
  why: Bilingual[]
}

interface UseParams {
  /** Percent of the pledges of a kind below which somebody is low: the bound of the lowest passing grade. */
  lowFulfilment: number
  uses: Record<Level, readonly Use[]>
}

const use = (id: string, zh: string, en: string, atLeast: string): Use => ({ id, title: { zh, en }, atLeast })
const promotion = (atLeast: string) => use('promotion', '列入提拔推荐人选', 'List for promotion', atLeast)
const partyWorker = use('outstandingPartyWorker', '推荐优秀党务工作者', 'Outstanding Party worker', 'good')
const fiveStar = use('fiveStar', '所在机关参评五星机关', 'Organ may be a five-star organ', 'good')

/**
 * Who may be put forward for what from a filed result, and every reason why not.
 *
 * Not eligible below the grade a use asks for, where the scheme bars it, or where fulfilment was low in Party or in business
 * work. A grade the ladder does not hold is below none. All of it is in principle: an exception needs a decision of its own
 * source  that who is low in either is not put forward: a city's practice (三项优化); list, grades and bound: the product's own default
 */
export const useOfResults = defineRule({
  id: 'appraisal.use-of-results',
  title: { zh: '考评结果运用', en: 'Use of results' },
  unit: 'verdicts',
  versions: [
    {
      from: '2020-01-01',
      until: null,
      checkedOn: '2026-11-28',
      cite: cite('本系统默认配置，由各机关工委自定', '结果运用与完成率下限', 'local'),
      params: {
        lowFulfilment: 60,
        uses: {
          member: [
            use('outstandingMember', '推荐优秀共产党员', 'Outstanding member', 'excellent'),
            promotion('qualified'),
          ],
          branchSecretary: [
            partyWorker,
            use('redFlagBranch', '所在支部参评红旗支部', 'Branch may be a red-flag branch', 'fairlyGood'),
            promotion('fairlyGood'),
          ],
          organCommitteeSecretary: [
            partyWorker,
            use(
              'advancedOrganization',
              '所在组织参评先进基层党组织',
              'Organisation may be an advanced one',
              'fairlyGood',
            ),
            fiveStar,
            promotion('fairlyGood'),
          ],
          partyGroupSecretary: [
            use('advancedOrganization', '所在单位参评先进', 'Unit may be an advanced one', 'fairlyGood'),
            fiveStar,
            promotion('fairlyGood'),
          ],
        },
      },
    },
  ],
  compute(filed: Filed, params: UseParams) {
    const { level, grade, barred, low, ladder } = filed
    const rank = (id: string) => ladder.findIndex(each => each.id === id)
    const lows = LOW.filter(kind => low.includes(kind)).map(kind =>
      sayLow(kind, filed.lowFulfilment ?? params.lowFulfilment),
    )
    return value(
      params.uses[level].map(({ id, title, atLeast }): Verdict => {
        const needed = ladder.find(each => each.id === atLeast)
        const why = [
          ...(needed && rank(grade) > rank(atLeast) ? [sayNeeded(needed.title)] : []),
          ...(barred.includes(id) ? [BARRED] : []),
          ...lows,
        ]
        return { use: { id, title }, eligible: why.length === 0, why }
      }),
    )
  },
})

const LOW: readonly LowIn[] = ['party', 'business']
const BARRED: Bilingual = { zh: '方案中的否决或限制项不允许', en: 'Barred by a veto or limit of the scheme' }
const KINDS: Record<LowIn, Bilingual> = {
  party: { zh: '党建', en: 'Party' },
  business: { zh: '业务', en: 'business' },
}

const sayNeeded = (title: Bilingual): Bilingual => ({
  zh: `需要“${title.zh}”以上等次`,
  en: `Needs the grade “${title.en}” or better`,
})
const sayLow = (kind: LowIn, percent: number): Bilingual => ({
  zh: `${KINDS[kind].zh}承诺完成率低于${percent}%，原则上不列入`,
  en: `Less than ${percent}% of the ${KINDS[kind].en} pledges fulfilled: in principle not eligible`,
})

/** `fulfilment` is a share 0…1 as a decimal; unknown is not low. */
export const isLow = (fulfilment: string | null | undefined, percent: number): boolean =>
  fulfilment != null && Number(fulfilment) < percent / 100
