import type { Scheme } from '@jiannuo/engine/format.ts'
import { ADJUSTMENTS, graveVeto, MEMBER_GRADES, pledges, upTo, votes } from './parts.ts'

/** 民主评议党员: pledges 50, organisation life 20, votes 30; the top grade for a third of all members of the branch. */
export const member = (year: number): Scheme => ({
  scheme: 'member-default',
  version: 1,
  title: { zh: '党员年度评定(默认方案)', en: 'Yearly appraisal of members (default)' },
  subject: 'member',
  year,
  decimals: 2,
  missing: 'exempt',
  scopes: ['branch'],
  groups: [
    pledges(50),
    {
      id: 'organisation-life',
      title: { zh: '组织生活', en: 'Organisation life' },
      max: 20,
      indicators: [
        upTo(1, 12, {
          id: 'meetings',
          fact: 'meetingCompliance',
          zh: '参加组织生活',
          en: 'Taking part',
          cite: 'org-life',
        }),
        upTo(32, 8, {
          id: 'training',
          fact: 'trainingHours',
          zh: '集中培训学时',
          en: 'Hours of training',
          cite: 'training-hours-member',
        }),
      ],
    },
    votes('member', year, 30, MEMBER_GRADES, 'member-appraisal'),
  ],
  adjustments: ADJUSTMENTS,
  bonusCap: 5,
  deductionCap: 10,
  limits: { min: 0, max: 100 },
  ungraded: 'probationary',
  grades: [
    {
      grade: 'excellent',
      atLeast: 90,
      cap: { share: '1/3', scope: 'branch', of: 'all' },
      title: { zh: '优秀', en: 'Excellent' },
      cite: 'member-appraisal-grades',
    },
    { grade: 'qualified', atLeast: 70, title: { zh: '合格', en: 'Qualified' } },
    { grade: 'basic', atLeast: 60, title: { zh: '基本合格', en: 'Basically qualified' } },
    { grade: 'unqualified', atLeast: 0, title: { zh: '不合格', en: 'Unqualified' } },
  ],
  vetoes: [graveVeto('unqualified')],
})
