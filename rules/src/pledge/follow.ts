import type { DutyLevel } from '../duty/orientation.ts'
import { factById, isBarred } from '../facts/catalogue.ts'
import type { Fact, FactPeriod, FactSubject, FactUnit } from '../facts/fact.ts'
import { FURTHER_FACTS } from '../facts/outside.ts'
import { COMMON_FACTS } from '../facts/shipped.ts'
import type { Bilingual } from '../rule.ts'

/** What an item moves with: a fact of its author or of the unit he answers for, over a period of the pledge's year. */
export interface Followed {
  id: string
  of: 'person' | 'unit'
  period: string
}

export interface FollowableFact extends Pick<Followed, 'id' | 'of'> {
  title: Bilingual
  /** What stands beside the target; null where its author names what is counted (次, 件, 家). */
  unit: string | null
  periods: string[]
  /** How records become the value, and who records them. */
  says: Bilingual
}

const SUBJECTS: Record<DutyLevel, Partial<Record<FactSubject, Followed['of']>>> = {
  member: { member: 'person' },
  branchSecretary: { secretary: 'person', branch: 'unit' },
  organCommitteeSecretary: { secretary: 'person', organ: 'unit' },
  leadingPartyGroupSecretary: { secretary: 'person', organ: 'unit' },
}
/** An amount can be promised of these; a mark, a rank or a label is no amount. */
const UNITS: Partial<Record<FactUnit, string | null>> = {
  ...{ share: '%', hours: '学时', days: '天', points: '分', yuan: '元', count: null },
}
/** Twelve months would be more choice than help: an item runs for a quarter at least. */
const SPANS: Record<FactPeriod, readonly string[]> = {
  year: [''],
  halfYear: ['-H1', '-H2'],
  quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
  month: [],
}

/** What one template reads and nobody else records would bury the dozen facts people work with. */
const OFFERED = [...COMMON_FACTS, ...FURTHER_FACTS]

/**
 * Only what is recorded by somebody else, and of which more is better: what the ledger of pledges says itself would feed an item with its
 * own progress, and that little of something happens is known at the end, so that its author says so.
 */
const fits = (fact: Fact) =>
  fact.unit in UNITS &&
  fact.direction === 'up' &&
  fact.reading !== 'derived' &&
  fact.source !== 'pledge' &&
  fact.visibility !== 'leadership' &&
  !isBarred(fact)

/** The facts an item of that level may follow in that year, its author's own before those of his unit. */
export const factsToFollow = (level: DutyLevel, year: number): FollowableFact[] =>
  (['person', 'unit'] as const).flatMap(of =>
    OFFERED.filter(fact => fits(fact) && fact.about.some(subject => SUBJECTS[level][subject] === of)).map(fact => ({
      id: fact.id,
      of,
      title: titleOf(fact, of),
      unit: UNITS[fact.unit] ?? null,
      periods: (['year', 'halfYear', 'quarter'] as const)
        .filter(kind => fact.periods.includes(kind))
        .flatMap(kind => SPANS[kind].map(span => `${year}${span}`)),
      says: saysOf(fact),
    })),
  )

const titleOf = ({ title }: Fact, of: Followed['of']): Bilingual =>
  of === 'person'
    ? { zh: `${title.zh}（本人）`, en: `${title.en} (own)` }
    : { zh: `${title.zh}（本单位）`, en: `${title.en} (of the unit)` }

const LATEST = { zh: '取时段内最近一条记录', en: 'The latest record of the period counts' }
const READ: Partial<Record<Fact['reading'], Bilingual>> = {
  sum: { zh: '时段内各条记录相加', en: 'The records of the period are added up' },
  mean: { zh: '取时段内各条记录的平均数', en: 'The mean of the records of the period counts' },
}
const RECORDED: Partial<Record<Fact['source'], Bilingual>> = {
  'meeting-life': { zh: '来自组织生活记录', en: 'they come from organisation life' },
  supervision: { zh: '来自督办记录', en: 'they come from supervision' },
  appraisal: { zh: '来自考评结果', en: 'they come from appraisals' },
}
const IMPORTED = { zh: '由主管单位导入', en: 'they are imported by the office in charge' }

function saysOf({ reading, source }: Fact): Bilingual {
  const [how, who] = [READ[reading] ?? LATEST, RECORDED[source] ?? IMPORTED]
  return { zh: `${how.zh}，${who.zh}`, en: `${how.en}; ${who.en}` }
}

const SPAN_TITLES: Record<string, Bilingual> = {
  ...{ H1: { zh: '上半年', en: 'first half of ' }, H2: { zh: '下半年', en: 'second half of ' } },
  ...{
    Q1: { zh: '一季度', en: 'Q1 ' },
    Q2: { zh: '二季度', en: 'Q2 ' },
    Q3: { zh: '三季度', en: 'Q3 ' },
    Q4: { zh: '四季度', en: 'Q4 ' },
  },
}
/** 2026年上半年主题党日次数（本单位）; an id nobody knows stands as it is. */
export function sayFollowed({ id, of, period }: Followed): Bilingual {
  const fact = factById(id)
  const title = fact ? titleOf(fact, of) : { zh: id, en: id }
  const [year = '', span = ''] = period.split('-')
  const part = SPAN_TITLES[span] ?? { zh: '', en: '' }
  return { zh: `${year}年${part.zh}${title.zh}`, en: `${title.en}, ${part.en}${year}` }
}
