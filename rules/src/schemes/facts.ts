import type { Bilingual } from '../rule.ts'

/** A fact the shipped schemes read. Units: share 0…1, count, hours, points 0…100, mark 1 = yes. */
export interface SchemeFact {
  id: string
  title: Bilingual
  unit: 'share' | 'count' | 'hours' | 'points' | 'mark'
}

const fact = (id: string, unit: SchemeFact['unit'], zh: string, en: string): SchemeFact => ({
  id,
  unit,
  title: { zh, en },
})

/** Every fact that a shipped scheme reads, and no other. */
export const SCHEME_FACTS: readonly SchemeFact[] = [
  fact('pledgeCompletion', 'share', '承诺完成率(按权重)', 'Fulfilment of pledges, by weight'),
  fact(
    'meetingCompliance',
    'share',
    '组织生活参加或落实率',
    'Organisation life taken part in or held, of what was due',
  ),
  fact('trainingHours', 'hours', '集中学习培训学时', 'Hours of organised study and training'),
  fact('themeDays', 'count', '主题党日次数', 'Theme days held'),
  fact(
    'strictGovernanceMeetings',
    'count',
    '全面从严治党专题会议次数',
    'Dedicated meetings on strict Party governance',
  ),
  fact('partyWorkAppraisal', 'points', '机关党建考核得分', 'Appraisal of organ Party work'),
  fact('fiveTypeScore', 'points', '五型机关评定得分', 'Five-type organ appraisal'),
  fact('satisfaction', 'share', '党员群众满意率', 'Satisfaction of members and masses'),
  fact('honours', 'count', '县处级以上表彰次数', 'Commendations at county level or above'),
  fact('criticisms', 'count', '通报批评次数', 'Criticisms in a bulletin'),
  fact('criticismsRectified', 'count', '已整改销号的通报批评', 'Criticisms rectified and verified'),
  fact('probationary', 'mark', '预备党员', 'Probationary member'),
  fact('weakOrganization', 'mark', '所在组织被列为软弱涣散', 'Organisation listed as weak'),
  fact('graveViolations', 'count', '严重违纪违法', 'Grave violations of discipline or law'),
]
