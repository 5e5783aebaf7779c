import type { Bilingual } from '../rule.ts'

/** Steps on the way from an instruction to its result (传达、学习、调查研究、分解); the answer and its confirmation follow. */
export const COURSE_STEPS = {
  relay: { zh: '传达', en: 'Relayed' },
  study: { zh: '学习研讨', en: 'Studied' },
  survey: { zh: '调查研究', en: 'Surveyed' },
  breakdown: { zh: '分解落实', en: 'Broken down' },
} as const satisfies Record<string, Bilingual>
export type CourseStep = keyof typeof COURSE_STEPS

interface Kind {
  title: Bilingual
  course: readonly CourseStep[]
}

/** Kinds of lists of tasks, as the source cities call them (指示批示、责任清单、问题清单、五对标五解决、考评项目清单), with the steps each goes through. */
export const LIST_KINDS = {
  instruction: { title: { zh: '指示批示', en: 'Instruction' }, course: ['relay', 'study', 'survey', 'breakdown'] },
  decision: { title: { zh: '会议决定', en: 'Decisions of a meeting' }, course: [] },
  responsibilityList: { title: { zh: '责任清单', en: 'List of duties' }, course: [] },
  problemList: { title: { zh: '问题清单', en: 'List of problems' }, course: [] },
  benchmarkList: { title: { zh: '对标解决清单', en: 'Benchmark-and-solve list' }, course: [] },
  appraisalItems: { title: { zh: '考评项目清单', en: 'Appraisal item list' }, course: [] },
  workList: { title: { zh: '工作清单', en: 'Work list' }, course: [] },
} as const satisfies Record<string, Kind>
