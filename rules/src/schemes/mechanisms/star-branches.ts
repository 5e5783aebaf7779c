import { pledges, SECRETARY_GRADES, scaleOf, upTo } from '../parts.ts'
import { known, template } from '../template/build.ts'
import { below, both, grade, head, starsAt, when } from '../template/parts.ts'
import { COMPLETED, LOCAL, source } from '../template/source.ts'

/** Branches sorted into advanced, middle and lagging, with stars; weak ones are vetoed (R4.2). */
export const starBranches = template({
  id: 'star-branches',
  title: both('党支部晋位升级与星级', 'Branches: advanced, middle, lagging, and stars'),
  family: 'stars',
  subject: 'branch',
  sources: [
    source(
      '党支部分类推进与五星级党支部创建（莱西，城市实践）',
      '先进、中间、后进与星级',
      'S',
      '城市经验材料',
      'the city’s own account',
    ),
    LOCAL,
  ],
  note: COMPLETED,
  leftOut: [
    both(
      '分值和分数线没有公布：承诺 30、组织生活 40、评议 30 为本地值；90、80、70、60 分定星和五星不超过三成取自公开的星级方案',
      'no points are printed: pledges 30, organisation life 40 and ratings 30 are local; star cuts and the 30 % for five stars come from published star schemes',
    ),
    both(
      '先进、中间、后进的界线没有公布：本地为 80、60 分',
      'bounds of advanced, middle and lagging are not printed: 80 and 60 are local',
    ),
    both('软弱涣散的列入、整顿、验收属程序', 'listing, putting right and accepting weak branches is procedure'),
    both('示范点、品牌竞赛另行评选', 'model points and brand contests are selected apart'),
  ],
  facts: known('pledgeCompletion', 'meetingCompliance', 'themeDays', 'satisfaction', 'weakOrganization'),
  publicScores: 'grades',
  body: {
    groups: [
      pledges(30),
      head('organization-life', 40, '组织生活', 'Organisation life', [
        upTo(1, 30, {
          id: 'meetings',
          fact: 'meetingCompliance',
          zh: '三会一课落实',
          en: 'Regular meetings held',
          cite: 'org-life',
        }),
        upTo(12, 10, { id: 'theme-days', fact: 'themeDays', zh: '主题党日', en: 'Theme days', cite: 'theme-day' }),
      ]),
      head('appraisal', 30, '评议', 'Appraisal', [
        {
          id: 'ratings',
          title: both('党员群众与上级评议', 'Ratings by members, masses and the superior'),
          method: {
            kind: 'panel',
            points: 30,
            scale: scaleOf(SECRETARY_GRADES),
            sources: [
              { source: 'democratic', weight: 2, minimum: 5 },
              { source: 'organisation', weight: 1 },
            ],
          },
        },
      ]),
    ],
    limits: { min: 0, max: 100 },
    grades: [
      grade('advanced', 80, '先进', 'Advanced'),
      grade('middle', 60, '中间', 'Middle'),
      grade('lagging', 0, '后进', 'Lagging'),
    ],
    lights: { green: 80, yellow: 60 },
    stars: starsAt([90, 80, 70, 60, 0], { share: 0.3, of: 'all' }),
    vetoes: [when('weakOrganization', { gradeAtMost: 'lagging', starsAtMost: 2, cite: 'weak-organization' })],
    gates: [
      below('satisfaction', 0.5, {
        starsAtMost: 0,
        title: both('满意率不足五成', 'Satisfaction below half'),
        cite: 'branch-classification-2012',
      }),
    ],
  },
})
