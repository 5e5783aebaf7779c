import type { Bilingual } from '../rule.ts'

/** Every kind of organisational life the rules speak of, by its identifier in the glossary. */
export const LIFE_KINDS = {
  branchAssembly: { zh: '支部党员大会', en: 'Branch assembly' },
  committeeMeeting: { zh: '支委会', en: 'Committee meeting' },
  groupMeeting: { zh: '党小组会', en: 'Group meeting' },
  partyLecture: { zh: '党课', en: 'Party lecture' },
  themeDay: { zh: '主题党日', en: 'Themed Party day' },
  organizationLifeMeeting: { zh: '组织生活会', en: 'Organisational life meeting' },
  democraticLifeMeeting: { zh: '民主生活会', en: 'Democratic life meeting' },
  memberAppraisal: { zh: '民主评议党员', en: 'Appraisal of members' },
  heartTalk: { zh: '谈心谈话', en: 'Heart-to-heart talk' },
  studyCentreGroup: { zh: '理论学习中心组学习', en: 'Study centre group session' },
  governanceStudy: { zh: '全面从严治党专题会议', en: 'Meeting on strict Party governance' },
  annualBriefing: { zh: '党员干部大会', en: 'Annual briefing of members' },
  massJointMeeting: { zh: '群团联席会议', en: 'Joint meeting of mass organisations' },
  exhibition: { zh: '巡回展览', en: 'Touring exhibition' },
} as const satisfies Record<string, Bilingual>

export type LifeKind = keyof typeof LIFE_KINDS
