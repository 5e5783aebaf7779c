import type { Scheme } from '@jiannuo/engine/format.ts'

const title = (zh: string, en: string) => ({ zh, en })

/** The city's own scheme for organs, assessed every half year: whole points, so that some are tied at the cap; an organ that nobody was asked about is not scored. */
export const halfYearScheme = (year: number): Scheme => ({
  ...{ scheme: 'organ-half-year', version: 1, title: title('机关党建半年考核', 'Organs, every half year') },
  ...{ subject: 'organ', year, decimals: 0, missing: 'exempt', scopes: ['class'] },
  groups: [
    {
      ...{ id: 'life', title: title('组织生活', 'Organisation life'), max: 50 },
      indicators: [
        {
          ...{ id: 'meetings', title: title('三会一课落实', 'Regular meetings held'), cite: 'org-life' },
          ...{ fact: 'meetingCompliance', method: { kind: 'linear', from: 0, to: 1, points: 30 } },
        },
        {
          ...{ id: 'theme-days', title: title('主题党日', 'Theme days'), cite: 'theme-day' },
          ...{ fact: 'themeDays', method: { kind: 'linear', from: 0, to: 6, points: 20 } },
        },
      ],
    },
    {
      ...{ id: 'effect', title: title('融合成效', 'Effect on the work'), max: 50 },
      indicators: [
        {
          ...{ id: 'business', title: title('业务考核', 'Business appraisal'), fact: 'businessScore' },
          method: {
            kind: 'steps',
            steps: [
              { atLeast: 90, points: 30 },
              { atLeast: 80, points: 26 },
              { atLeast: 70, points: 22 },
            ],
          },
        },
        {
          ...{ id: 'satisfied', title: title('党员群众满意', 'Satisfaction'), fact: 'satisfaction', missing: 'block' },
          method: { kind: 'linear', from: 0, to: 1, points: 20 },
        },
      ],
    },
  ],
  limits: { min: 0, max: 100 },
  rank: [{ scope: 'all' }],
  grades: [
    { grade: 'excellent', title: title('优秀', 'Excellent'), atLeast: 88, cap: { share: 0.3 } },
    { grade: 'qualified', title: title('合格', 'Qualified'), atLeast: 70 },
    { grade: 'basic', title: title('基本合格', 'Basically qualified'), atLeast: 0 },
  ],
  gates: [
    {
      ...{ id: 'unsatisfied', title: title('满意率不足九成', 'Satisfaction below 90 %') },
      ...{ when: { fact: 'satisfaction', below: 0.9 }, gradeAtMost: 'qualified' },
    },
  ],
  lights: { green: 88, yellow: 75 },
})
