import { type Version, versionAt, versions } from '@jiannuo/engine/dated.ts'
import type { PanelSource } from '@jiannuo/engine/indicators/panel.ts'
import { type Bilingual, type Citation, cite } from '../rule.ts'

export const LEVELS = ['member', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary'] as const
/** The four levels of responsible subject (四级责任主体). */
export type Level = (typeof LEVELS)[number]

/** A set of people entitled to rate; a panel's pool may join several. */
export type RaterPool =
  | 'self'
  | 'branchMembersExceptSubject'
  | 'branchMembers'
  | 'massRepresentatives'
  | 'branchCommittee'
  | 'branchSecretariesOfOrganExceptSubject'
  | 'memberRepresentatives'
  | 'organCommittee'
  | 'partyGroupMembers'
  | 'branchSecretariesOfOrgan'
  | 'outsideDelegates'
  | 'workCommittee'
  | 'cityCommittee'
  | 'unitItself'
  | 'superiorCommittee'
  | 'assessingOffice'
  | 'jury'
  | 'invitedRaters'

/** How ratings come in: each rater in the app, slips counted by two tellers, or a decision entered with its document. */
export type RatingMode = 'app' | 'paper' | 'imported'

export interface PanelDefinition {
  /** Unique over all levels. */
  id: string
  /** Name of the source in the scheme's panel and in the ratings. */
  source: 'self' | 'peer' | 'democratic' | 'organisation'
  title: Bilingual
  who: readonly RaterPool[]
  /** The first is the default; the others are open to the authority. */
  modes: readonly [RatingMode, ...RatingMode[]]
  weight: number
  /** Ratings below this are not opened and the source is not rated. */
  minimum: number
  /** Share of those entitled that must take part, as a fraction; null where one person or body gives one rating. */
  quorum: string | null
  cite: Citation
}

export interface PanelVersion extends Version {
  checkedOn: string
  /** Weights, minimum and quorum follow no national text: they are local configuration, these are the shipped defaults. */
  figures: Citation
  levels: Record<Level, readonly PanelDefinition[]>
}

export const POOL_TITLES: Record<RaterPool, Bilingual> = {
  self: { zh: '本人', en: 'the subject' },
  branchMembersExceptSubject: { zh: '所在支部党员(本人除外)', en: 'members of the branch except the subject' },
  branchMembers: { zh: '所在支部党员', en: 'members of the branch' },
  massRepresentatives: { zh: '群众代表', en: 'mass representatives' },
  branchCommittee: { zh: '支部委员会', en: 'branch committee' },
  branchSecretariesOfOrganExceptSubject: { zh: '同机关其他党支部书记', en: 'other branch secretaries of the organ' },
  memberRepresentatives: { zh: '党员代表', en: 'member representatives' },
  organCommittee: { zh: '机关党委', en: 'organ committee' },
  partyGroupMembers: { zh: '本单位党组成员', en: 'members of the leading Party group' },
  branchSecretariesOfOrgan: { zh: '本机关党支部书记', en: 'branch secretaries of the organ' },
  outsideDelegates: { zh: '两代表一委员', en: 'delegates and CPPCC members' },
  workCommittee: { zh: '机关工委', en: 'work committee' },
  cityCommittee: { zh: '市委', en: 'city committee' },
  unitItself: { zh: '被考核单位自己', en: 'the unit itself' },
  superiorCommittee: { zh: '上级机关党委', en: 'the committee that leads the unit' },
  assessingOffice: { zh: '考核单位', en: 'the office that assesses' },
  jury: { zh: '评委', en: 'jury' },
  invitedRaters: { zh: '参加评议的人员', en: 'raters who were invited' },
}

const MEMBER_ORDER = cite('中国共产党支部工作条例（试行）', '第十八条', 'V')
const SECRETARY_REPORT = cite('中国共产党党和国家机关基层组织工作条例', '第三十九条', 'V')
const CITY_PRACTICE = cite('一岗双责三联评定实施办法（城市实践）', '评定办法', 'S')
const LOCAL_FIGURES = cite('本系统默认配置，由各机关工委自定', '权重、最低票数、到会比例', 'local')

const SLIPS_MINIMUM = 5
const HALF = '1/2'

type Spec = Pick<PanelDefinition, 'id' | 'who' | 'weight' | 'cite'>

const selfRating = (id: string, ground: Citation): PanelDefinition => ({
  id,
  source: 'self',
  title: { zh: '个人自评', en: 'Self-appraisal' },
  who: ['self'],
  modes: ['app', 'paper'],
  weight: 1,
  minimum: 1,
  quorum: null,
  cite: ground,
})

const slips = (source: 'peer' | 'democratic', title: Bilingual, spec: Spec): PanelDefinition => ({
  ...spec,
  source,
  title,
  modes: ['paper'],
  minimum: SLIPS_MINIMUM,
  quorum: HALF,
})

const peers = (title: Bilingual, spec: Spec) => slips('peer', title, spec)
const democratic = (spec: Spec) => slips('democratic', { zh: '民主测评', en: 'Democratic appraisal' }, spec)

const organisation = (spec: Spec, modes: PanelDefinition['modes'] = ['app', 'paper']): PanelDefinition => ({
  ...spec,
  source: 'organisation',
  title: { zh: '组织评定', en: 'Rating by the organisation' },
  modes,
  minimum: 1,
  quorum: null,
})

const SHIPPED: readonly PanelVersion[] = versions([
  {
    from: '2020-01-01',
    until: null,
    checkedOn: '2026-09-30',
    figures: LOCAL_FIGURES,
    levels: {
      member: [
        selfRating('member-self', MEMBER_ORDER),
        peers(
          { zh: '党员互评', en: 'Mutual appraisal' },
          { id: 'member-peer', who: ['branchMembersExceptSubject'], weight: 2, cite: MEMBER_ORDER },
        ),
        democratic({
          id: 'member-democratic',
          who: ['branchMembers', 'massRepresentatives'],
          weight: 4,
          cite: MEMBER_ORDER,
        }),
        organisation({ id: 'member-organisation', who: ['branchCommittee'], weight: 3, cite: MEMBER_ORDER }),
      ],
      branchSecretary: [
        selfRating('branch-secretary-self', SECRETARY_REPORT),
        peers(
          { zh: '书记互评', en: 'Appraisal among secretaries' },
          {
            id: 'branch-secretary-peer',
            who: ['branchSecretariesOfOrganExceptSubject'],
            weight: 2,
            cite: CITY_PRACTICE,
          },
        ),
        democratic({
          id: 'branch-secretary-democratic',
          who: ['memberRepresentatives', 'massRepresentatives'],
          weight: 3,
          cite: CITY_PRACTICE,
        }),
        organisation({
          id: 'branch-secretary-organisation',
          who: ['organCommittee'],
          weight: 4,
          cite: SECRETARY_REPORT,
        }),
      ],
      organCommitteeSecretary: [
        selfRating('organ-committee-secretary-self', SECRETARY_REPORT),
        democratic({
          id: 'organ-committee-secretary-democratic',
          who: ['partyGroupMembers', 'branchSecretariesOfOrgan', 'outsideDelegates'],
          weight: 4,
          cite: CITY_PRACTICE,
        }),
        organisation({
          id: 'organ-committee-secretary-organisation',
          who: ['workCommittee'],
          weight: 5,
          cite: SECRETARY_REPORT,
        }),
      ],
      partyGroupSecretary: [
        selfRating('party-group-secretary-self', CITY_PRACTICE),
        organisation(
          { id: 'party-group-secretary-organisation', who: ['cityCommittee'], weight: 9, cite: CITY_PRACTICE },
          ['app', 'imported'],
        ),
      ],
    },
  },
])

/** The panels shipped for that day. Throws NotInForce before the first version. */
export const panelsAt = (day: string): PanelVersion => versionAt(SHIPPED, day)

/** The panels of a level as the sources of a scheme. Throws NotInForce. */
export const panelSources = (level: Level, day: string): PanelSource[] =>
  panelsAt(day).levels[level].map(({ source, weight, minimum }) => ({ source, weight, minimum }))
