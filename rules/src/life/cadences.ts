import type { Day } from '../day.ts'
import { BRANCH_REGULATIONS, ORGAN_REGULATIONS } from '../organization/verdict.ts'
import { type Citation, cite } from '../rule.ts'
import { type CadenceParams, type CadenceRule, defineCadence } from './cadence.ts'
import { LIFE_KINDS, type LifeKind } from './kinds.ts'

const CHECKED: Day = '2026-09-30'
const BRANCH_FROM: Day = '2018-10-28'
const ORGAN_FROM: Day = '2019-11-29'
const branch = (article: string, confidence: Citation['confidence'] = 'V') =>
  cite(BRANCH_REGULATIONS, article, confidence)
const organ = (article: string) => cite(ORGAN_REGULATIONS, article, 'V')

const rule = (
  id: string,
  kind: LifeKind,
  [from, source]: readonly [Day, Citation],
  every: CadenceParams['every'],
  force: CadenceParams['force'],
): CadenceRule =>
  defineCadence({
    ...{ id: `life.${id}`, title: LIFE_KINDS[kind], kind },
    versions: [{ from, until: null, checkedOn: CHECKED, cite: source, params: { every, times: 1, force } }],
  })

/** Which rules a unit of each kind is judged by; 'committee' and 'groups' only where it has them. */
export interface LifeRule {
  rule: CadenceRule
  asks: readonly ('branch' | 'generalBranch' | 'organCommittee' | 'committee' | 'groups' | 'leadingPartyGroup')[]
}

/**
 * What the regulations and, where they print no number, the city ask to be held, and how often. 「一般」 is generally: a gap wants
 * a reason; the rest must be held. Rules of confidence 'local' are defaults which a city confirms or replaces.
 */
export const LIFE_RULES: readonly LifeRule[] = [
  {
    rule: rule('branch-assembly', 'branchAssembly', [BRANCH_FROM, branch('第十一条')], 'quarter', 'generally'),
    asks: ['branch', 'generalBranch'],
  },
  {
    rule: rule('committee-meeting', 'committeeMeeting', [BRANCH_FROM, branch('第十二条')], 'month', 'generally'),
    asks: ['committee'],
  },
  {
    rule: rule('group-meeting', 'groupMeeting', [BRANCH_FROM, branch('第十三条')], 'month', 'generally'),
    asks: ['groups'],
  },
  {
    // Article sixteen asks for lectures and prints no number; once a quarter is the common local default.
    rule: rule('lecture', 'partyLecture', [BRANCH_FROM, branch('第十六条', 'local')], 'quarter', 'generally'),
    asks: ['branch'],
  },
  {
    rule: rule('theme-day', 'themeDay', [BRANCH_FROM, branch('第十六条', 'V2')], 'month', 'must'),
    asks: ['branch'],
  },
  {
    rule: rule(
      'organization-life-meeting',
      'organizationLifeMeeting',
      [BRANCH_FROM, branch('第十七条')],
      'year',
      'must',
    ),
    asks: ['branch'],
  },
  {
    rule: rule('member-appraisal', 'memberAppraisal', [BRANCH_FROM, branch('第十八条')], 'year', 'generally'),
    asks: ['branch'],
  },
  {
    rule: rule('heart-talk', 'heartTalk', [BRANCH_FROM, branch('第十九条', 'V2')], 'year', 'must'),
    asks: ['branch'],
  },
  {
    rule: rule(
      'democratic-life-meeting',
      'democraticLifeMeeting',
      ['2016-10-27', cite('关于新形势下党内政治生活的若干准则', '民主生活会', 'U')],
      'year',
      'generally',
    ),
    asks: ['leadingPartyGroup'],
  },
  {
    rule: rule(
      'governance-study',
      'governanceStudy',
      ['2020-03-09', cite('党委（党组）落实全面从严治党主体责任规定', '责任落实', 'V2')],
      'halfYear',
      'must',
    ),
    asks: ['leadingPartyGroup'],
  },
  {
    rule: rule('annual-briefing', 'annualBriefing', [ORGAN_FROM, organ('第二十六条')], 'year', 'must'),
    asks: ['organCommittee'],
  },
]
