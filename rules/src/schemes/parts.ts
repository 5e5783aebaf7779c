import type { Adjustment, Gate, Group, Indicator } from '@jiannuo/engine/format.ts'
import { type Level, panelSources } from '../appraisal/panels.ts'
import type { Bilingual } from '../rule.ts'

/** What a label of either scale is worth: 1, 0.85, 0.6 and 0 are proposed, no national text gives numbers. */
const WORTH = [1, 0.85, 0.6, 0] as const

export const MEMBER_GRADES = ['excellent', 'qualified', 'basic', 'unqualified'] as const
export const SECRETARY_GRADES = ['good', 'fairlyGood', 'average', 'poor'] as const

export const scaleOf = (grades: readonly string[]): Record<string, number> =>
  Object.fromEntries(grades.map((grade, i) => [grade, WORTH[i] ?? 0]))

export const pledges = (points: number): Group => ({
  id: 'pledges',
  title: { zh: '承诺完成', en: 'Pledges fulfilled' },
  max: points,
  indicators: [
    {
      id: 'pledge-completion',
      title: { zh: '承诺完成率', en: 'Fulfilment of pledges' },
      cite: 'organ-pledge',
      fact: 'pledgeCompletion',
      method: { kind: 'linear', from: 0, to: 1, points },
    },
  ],
})

export const upTo = (
  to: number,
  points: number,
  { id, fact, zh, en, cite }: { id: string; fact: string; zh: string; en: string; cite: string },
): Indicator => ({ id, title: { zh, en }, cite, fact, method: { kind: 'linear', from: 0, to, points } })

/** The panels of the level in force at the end of the year. */
export const votes = (level: Level, year: number, points: number, grades: readonly string[], cite: string): Group => ({
  id: 'appraisal',
  title: { zh: '多方评议', en: 'Appraisal' },
  max: points,
  indicators: [
    {
      id: 'ratings',
      title: { zh: '评议得分', en: 'Ratings' },
      cite,
      method: { kind: 'panel', points, scale: scaleOf(grades), sources: panelSources(level, `${year}-12-31`) },
    },
  ],
})

export const ADJUSTMENTS: Adjustment[] = [
  {
    id: 'honours',
    title: { zh: '表彰', en: 'Commendations' },
    cite: 'local-default',
    fact: 'honours',
    each: 2,
    cap: 4,
  },
  {
    id: 'criticism',
    title: { zh: '通报批评', en: 'Criticisms' },
    cite: 'local-default',
    fact: 'criticisms',
    each: -2,
    recoverable: 'criticismsRectified',
  },
]

export const graveVeto = (worst: string): Gate => ({
  id: 'grave',
  title: { zh: '严重违纪违法', en: 'Grave violations' },
  cite: 'zeroing',
  when: { fact: 'graveViolations', atLeast: 1 },
  gradeAtMost: worst,
})

/** Gates of those who answer for an organisation. */
export const weakVeto: Gate = {
  id: 'weak',
  title: { zh: '软弱涣散组织', en: 'Weak organisation' },
  cite: 'weak-organization',
  when: { fact: 'weakOrganization', atLeast: 1 },
  gradeAtMost: 'average',
}

export const satisfactionGate: Gate = {
  id: 'unsatisfied',
  title: { zh: '满意率不足九成', en: 'Satisfaction below nine in ten' },
  cite: 'satisfaction-bar',
  when: { fact: 'satisfaction', below: 0.9 },
  gradeAtMost: 'average',
}

/** What the labels of both scales are called. */
export const GRADE_TITLES = {
  excellent: { zh: '优秀', en: 'Excellent' },
  qualified: { zh: '合格', en: 'Qualified' },
  basic: { zh: '基本合格', en: 'Basically qualified' },
  unqualified: { zh: '不合格', en: 'Unqualified' },
  good: { zh: '好', en: 'Good' },
  fairlyGood: { zh: '较好', en: 'Fairly good' },
  average: { zh: '一般', en: 'Average' },
  poor: { zh: '差', en: 'Poor' },
} satisfies Record<(typeof MEMBER_GRADES)[number] | (typeof SECRETARY_GRADES)[number], Bilingual>

/** 90, 80 and 60 are the cuts of the published 分类定级 schemes. */
export const secretaryGrades = [
  { grade: 'good', atLeast: 90, title: GRADE_TITLES.good, cite: 'report-appraisal-grades' },
  { grade: 'fairlyGood', atLeast: 80, title: GRADE_TITLES.fairlyGood },
  { grade: 'average', atLeast: 60, title: GRADE_TITLES.average },
  { grade: 'poor', atLeast: 0, title: GRADE_TITLES.poor },
]
