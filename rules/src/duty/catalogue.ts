import type { Bilingual } from '../rule.ts'
import { BRANCH_SECRETARY } from './branch-secretary.ts'
import { LEADING_PARTY_GROUP_SECRETARY } from './leading-party-group-secretary.ts'
import { MEMBER } from './member.ts'
import { ORGAN_COMMITTEE_SECRETARY } from './organ-committee-secretary.ts'
import type { Duty, DutyLevel, Orientation } from './orientation.ts'

/**
 * The duty catalogue of the four responsible subjects (四级责任主体): each level's duty orientations, each broken down
 * into concrete duties, the same ids in every city. Business duties are not here: they belong to the post and are
 * described under the four headings below.
 */
export const DUTY_LEVELS: readonly { level: DutyLevel; title: Bilingual; orientations: readonly Orientation[] }[] = [
  {
    level: 'leadingPartyGroupSecretary',
    title: { zh: '党组书记', en: 'Leading Party group secretary' },
    orientations: LEADING_PARTY_GROUP_SECRETARY,
  },
  {
    level: 'organCommitteeSecretary',
    title: { zh: '机关党委书记', en: 'Organ committee secretary' },
    orientations: ORGAN_COMMITTEE_SECRETARY,
  },
  { level: 'branchSecretary', title: { zh: '党支部书记', en: 'Branch secretary' }, orientations: BRANCH_SECRETARY },
  { level: 'member', title: { zh: '党员', en: 'Member' }, orientations: MEMBER },
]

/** What a business duty description of a post states. */
export const BUSINESS_DUTY_HEADINGS: readonly { id: string; title: Bilingual; ask: Bilingual }[] = [
  {
    id: 'scope',
    title: { zh: '职责', en: 'Scope' },
    ask: { zh: '这个岗位管哪些事', en: 'What the post is in charge of' },
  },
  {
    id: 'authority',
    title: { zh: '权限', en: 'Authority' },
    ask: { zh: '自己能定什么，什么要报批', en: 'What it decides, and what needs approval' },
  },
  {
    id: 'standard',
    title: { zh: '标准', en: 'Standard' },
    ask: { zh: '办到什么程度、多长时间', en: 'How well and how fast it is done' },
  },
  {
    id: 'accountability',
    title: { zh: '问责', en: 'Accountability' },
    ask: { zh: '没有办好由谁负什么责', en: 'Who answers for what if it is not' },
  },
]

const ALL: readonly Duty[] = DUTY_LEVELS.flatMap(({ level, orientations }) =>
  orientations.flatMap(o =>
    o.duties.map(d => ({ id: `${level}.${o.id}.${d.id}`, level, orientation: o.id, title: { zh: d.zh, en: d.en } })),
  ),
)
const BY_ID = new Map(ALL.map(duty => [duty.id, duty]))

/** All duties of a level in the catalogue's order. */
export const dutiesOf = (level: DutyLevel): readonly Duty[] => ALL.filter(duty => duty.level === level)

/** Undefined for an id the catalogue does not know, for example a duty of the post itself. */
export const dutyById = (id: string): Duty | undefined => BY_ID.get(id)
