import type { Group } from '@jiannuo/engine/format.ts'
import { graveVeto, MEMBER_GRADES, SECRETARY_GRADES, scaleOf, upTo } from '../parts.ts'
import { facts, known, template } from '../template/build.ts'
import { both, each, evenly, head, memberGrades, starsAt, when } from '../template/parts.ts'
import { COMPLETED, LOCAL, source } from '../template/source.ts'

const SOURCES = [
  LOCAL,
  source(
    '公开的积分制考核方案',
    '百分制、加分封顶 10—20 分、扣分、否决，评议占 20—40%',
    'V2',
    '二手公开网页',
    'secondary public pages',
  ),
]

const LEFT_OUT = [
  both(
    '日常 50、评议 30、检查 20 是建议，没有公开来源',
    'everyday 50, votes 30 and inspection 20 are a proposal without a published source',
  ),
  both(
    '优秀、合格等折算为 1、0.85、0.6、0 是建议',
    'what the four labels are worth (1, 0.85, 0.6 and 0) is a proposal',
  ),
  both('否决清单由各机关工委增减', 'the list of vetoes is for each work committee to change'),
]

const inspection = facts({ inspectionScore: ['points', 'up', '检查得分', 'Inspection'] })

/** 0.5 everyday + 0.3 votes + 0.2 inspection. */
const halves = (labels: readonly string[]): Group[] => [
  head('everyday', 50, '日常', 'Everyday', [
    upTo(1, 50, {
      id: 'everyday',
      fact: 'meetingCompliance',
      zh: '组织生活落实',
      en: 'Organisation life',
      cite: 'org-life',
    }),
  ]),
  head('votes', 30, '述职与评议', 'Report and votes', [
    {
      id: 'votes',
      title: both('民主测评', 'Democratic appraisal'),
      method: {
        kind: 'panel',
        points: 30,
        scale: scaleOf(labels),
        sources: [{ source: 'democratic', weight: 1, minimum: 5 }],
      },
    },
  ]),
  head('inspection', 20, '检查', 'Inspection', [evenly('inspectionScore', 100, 20)]),
]

const EVENTS = [each('honours', 2), each('criticisms', -2, { recoverable: 'criticismsRectified' })]
const EVENT_FACTS = ['meetingCompliance', 'honours', 'criticisms', 'criticismsRectified']

/** The best for a third of the members of a branch. */
export const suggestedMember = template({
  id: 'suggested-member',
  title: both('党员考评建议方案', 'Suggested scheme for members'),
  family: 'suggested',
  subject: 'member',
  sources: SOURCES,
  note: COMPLETED,
  leftOut: LEFT_OUT,
  facts: [...inspection, ...known(...EVENT_FACTS, 'graveViolations', 'probationary')],
  publicScores: 'none',
  body: {
    scopes: ['branch'],
    groups: halves(MEMBER_GRADES),
    adjustments: EVENTS,
    bonusCap: 10,
    limits: { min: 0, max: 100 },
    ungraded: 'probationary',
    grades: memberGrades([90, 70, 60], { share: '1/3', scope: 'branch', of: 'all' }),
    vetoes: [graveVeto('unqualified')],
  },
})

/** Five stars for at most 30 % of branches. */
export const suggestedBranch = template({
  id: 'suggested-branch',
  title: both('党支部考评建议方案', 'Suggested scheme for branches'),
  family: 'suggested',
  subject: 'branch',
  sources: SOURCES,
  note: COMPLETED,
  leftOut: LEFT_OUT,
  facts: [...inspection, ...known(...EVENT_FACTS, 'weakOrganization')],
  publicScores: 'grades',
  body: {
    groups: halves(SECRETARY_GRADES),
    adjustments: EVENTS,
    bonusCap: 10,
    limits: { min: 0, max: 100 },
    stars: starsAt([90, 80, 70, 60, 0], { share: 0.3, of: 'all' }),
    vetoes: [when('weakOrganization', { starsAtMost: 2, cite: 'weak-organization' })],
  },
})
