import type { Bilingual } from '../../../rule.ts'
import { facts, template } from '../../template/build.ts'
import { both, each, evenly, given, grade, head, vetoOnly, when } from '../../template/parts.ts'
import { copied, PARTIAL } from '../../template/source.ts'

const OUTSIDE: Bilingual = both(
  '离退休和长期外出党员不计分：不录“纳入积分管理”即不计',
  'retired and long-absent members are not scored: leave "takes part" empty for them',
)

/** 60 + additions − deductions, no upper limit, not below 0. */
export const officeMembers = template({
  id: 'foreign-affairs-points-2024',
  title: both('党员积分（基础 60 分）', 'Member points (60 to start with)'),
  family: 'memberPoints',
  subject: 'member',
  sources: [
    copied('某市外事办党员积分管理办法（2024）', '基础分与加减分', '文档网站 xiaomilidoc', 'document site xiaomilidoc'),
  ],
  note: PARTIAL,
  leftOut: [
    both('扣分的细目没有公布，按合计录入', 'detail of the deductions is not printed: entered as a sum'),
    both(
      '抽调一个月以上不足两个月没有规定加分',
      'a secondment of more than a month and less than two has no printed points',
    ),
    OUTSIDE,
  ],
  facts: facts({
    takesPart: ['mark', 'none', '纳入积分管理', 'Takes part'],
    organizationLifeTimes: [
      'count',
      'up',
      '参加三会一课、会议、评议次数',
      'Regular meetings, conferences and appraisals taken part in',
    ],
    superiorTrainings: ['count', 'up', '参加上级培训次数', 'Trainings by superiors'],
    shortSecondments: ['count', 'up', '抽调一周至一个月次数', 'Secondments of a week to a month'],
    longSecondments: ['count', 'up', '抽调两个月以上次数', 'Secondments of two months or more'],
    articles: ['count', 'up', '撰写文章篇数', 'Articles written'],
    cityArticles: ['count', 'up', '获市级奖项文章篇数', 'Articles awarded at city level'],
    microLectures: ['count', 'up', '微党课次数', 'Micro-lectures'],
    cityMicroLectures: ['count', 'up', '获市级奖项微党课次数', 'Micro-lectures awarded at city level'],
    invitedLectures: ['count', 'up', '受邀授课次数', 'Lectures by invitation'],
    memberDeductions: ['points', 'down', '扣分合计', 'Sum of deductions'],
  }),
  publicScores: 'none',
  body: {
    groups: [head('base', 60, '基础分', 'Base', [evenly('takesPart', 1, 60)])],
    adjustments: [
      each('organizationLifeTimes', 1),
      each('superiorTrainings', 1),
      each('shortSecondments', 2),
      each('longSecondments', 3),
      each('articles', 3),
      each('cityArticles', 3),
      each('microLectures', 3),
      each('cityMicroLectures', 3),
      each('invitedLectures', 5),
      each('memberDeductions', -1),
    ],
    limits: { min: 0 },
  },
})

/** Daily 80 and a year-end vote 20, (good × 1 + average × 0.8 + poor × 0.6) / votes. */
export const bureauMembers = template({
  id: 'district-bureau-points',
  title: both('党员积分（日常 80 分、年终测评 20 分）', 'Member points (daily 80, year-end vote 20)'),
  family: 'memberPoints',
  subject: 'member',
  sources: [copied('某区直部门党员积分制考核办法', '日常与测评四比一', '360 个人图书馆', '360docs')],
  note: PARTIAL,
  leftOut: [
    both(
      '五个方面的细目没有公布，各按得分录入',
      'detail of the five daily heads is not printed: each is entered as a score',
    ),
    both(
      '贡献分只公布了市级、区级刊发两项',
      'of the points for contributions only publication at city and district level is printed',
    ),
    both(
      '重点工作否决的后果没有公布，只标明被否决',
      'what the key-work veto leads to is not printed: it is only marked',
    ),
  ],
  facts: facts({
    studyScore: ['points', 'up', '学习得分', 'Study', 15],
    resultsScore: ['points', 'up', '实绩得分', 'Results', 15],
    serviceScore: ['points', 'up', '服务得分', 'Service', 15],
    lawScore: ['points', 'up', '守法得分', 'Law', 20],
    conductScore: ['points', 'up', '作风得分', 'Conduct', 15],
    cityPublications: ['count', 'up', '市级刊发篇数', 'Publications at city level'],
    districtPublications: ['count', 'up', '区级刊发篇数', 'Publications at district level'],
    keyWorkFailed: ['mark', 'down', '重点工作被否决', 'Key work failed'],
  }),
  publicScores: 'none',
  body: {
    groups: [
      head('daily', 80, '日常积分', 'Daily', [
        given('studyScore', 15),
        given('resultsScore', 15),
        given('serviceScore', 15),
        given('lawScore', 20),
        given('conductScore', 15),
      ]),
      head('vote', 20, '年终测评', 'Year-end vote', [
        {
          id: 'vote',
          title: both('年终测评', 'Year-end vote'),
          method: {
            kind: 'panel',
            points: 20,
            scale: { good: 1, average: 0.8, poor: 0.6 },
            sources: [{ source: 'yearEndVote', weight: 1 }],
          },
        },
      ]),
    ],
    adjustments: [each('cityPublications', 2), each('districtPublications', 1)],
    limits: { min: 0 },
    grades: vetoOnly(),
    vetoes: [when('keyWorkFailed', { gradeAtMost: 'vetoed' })],
  },
})

/** Base 20 that only falls, tasks 70, rewards 10, honours of the county on top. */
export const countyBureauMembers = template({
  id: 'county-bureau-points',
  title: both('党员积分（基础 20、任务 70、奖励 10）', 'Member points (base 20, tasks 70, rewards 10)'),
  family: 'memberPoints',
  subject: 'member',
  sources: [copied('某县工业部门党员积分管理办法', '基础、任务、奖励', '问答网站 baiwen3', 'Q&A site baiwen3')],
  note: PARTIAL,
  leftOut: [
    both(
      '次年基础分为上年总分的两成：方案不读上一年结果，由录入人算好后录入',
      'the base of a later year is a fifth of the last total: reckoned outside, since a scheme reads no earlier result',
    ),
    both(
      '任务“每月 5—6”的单位没有写明，按全年任务得分录入',
      'the unit of the monthly "5–6" is not clear: the year’s task score is entered',
    ),
    both('县级以上荣誉的分值没有公布，按实际分数录入', 'points for county honours are not printed: entered as points'),
  ],
  facts: facts({
    memberBase: ['points', 'up', '基础分（首年 20 分）', 'Base (20 in the first year)', 20],
    baseDeductions: ['points', 'down', '基础分扣分', 'Deductions from the base'],
    taskScore: ['points', 'up', '任务得分', 'Tasks', 70],
    rewardScore: ['points', 'up', '奖励得分', 'Rewards', 10],
    countyHonourPoints: ['points', 'up', '县级以上荣誉加分', 'Points for honours at county level or above'],
  }),
  publicScores: 'none',
  body: {
    groups: [
      head('base', 20, '基础积分', 'Base', [given('memberBase', 20)]),
      head('tasks', 70, '任务积分', 'Tasks', [given('taskScore', 70)]),
      head('rewards', 10, '奖励积分', 'Rewards', [
        { id: 'rewardScore', fact: 'rewardScore', method: { kind: 'bonus', each: 1, cap: 10 } },
      ]),
    ],
    adjustments: [each('baseDeductions', -1, { cap: 20 }), each('countyHonourPoints', 1)],
    limits: { min: 0 },
  },
})

/** From 0 each year, activity 40, reference standard 70. */
export const organMembers = template({
  id: 'city-organ-points',
  title: both('党员积分（参考标准 70 分）', 'Member points (reference standard 70)'),
  family: 'memberPoints',
  subject: 'member',
  sources: [copied('某市直机关党员积分管理办法', '参考标准与参加活动', '笔墨文库预览页', 'preview on 笔墨文库')],
  note: PARTIAL,
  leftOut: [
    both(
      '参加活动以外各项的名称、分值和上限没有公布，按合计录入',
      'names, points and caps of the other headings are not printed: entered as a sum',
    ),
    both('参加活动 40 分的细目没有公布', 'detail of the 40 points for activity is not printed'),
    both('离退休党员不计分：不录入即不计', 'retired members are not scored: enter nothing for them'),
  ],
  facts: facts({
    activityScore: ['points', 'up', '参加活动得分', 'Activity', 40],
    otherHeadingsScore: ['points', 'up', '其他各项得分合计', 'Sum of the other headings'],
  }),
  publicScores: 'none',
  body: {
    groups: [head('activity', 40, '参加活动', 'Activity', [given('activityScore', 40)])],
    adjustments: [each('otherHeadingsScore', 1)],
    grades: [
      grade('reached', 70, '达到参考标准', 'Reference standard reached'),
      grade('notReached', 0, '未达到参考标准', 'Reference standard not reached'),
    ],
  },
})

export const MEMBER_POINTS_TEMPLATES = [officeMembers, bureauMembers, countyBureauMembers, organMembers]
