import type { Orientation } from './orientation.ts'

/** 支部书记: carry out, coordinate, educate, supervise, manage. */
export const BRANCH_SECRETARY: readonly Orientation[] = [
  {
    id: 'carry-out',
    title: { zh: '落实', en: 'Carry out' },
    duties: [
      {
        id: 'decisions',
        zh: '传达并落实上级党组织的决定，结果向支部党员大会报告',
        en: 'Pass on and carry out the decisions from above and report the outcome to the assembly',
      },
      {
        id: 'meetings',
        zh: '按期开好支部党员大会、支委会、党小组会，上好党课',
        en: 'Hold the regular meetings and lectures on time',
      },
      {
        id: 'theme-day',
        zh: '每月1次主题党日，会前定题、会后办事',
        en: 'One theme day a month, with a topic before and something done after',
      },
    ],
  },
  {
    id: 'coordinate',
    title: { zh: '协调', en: 'Coordinate' },
    duties: [
      {
        id: 'sections',
        zh: '把组织生活同处室业务结合，一同安排一同检查',
        en: 'Join Party life to section work: planned and checked together',
      },
      {
        id: 'problems',
        zh: '牵头攻关处室难题，列清单、定人员、限时间',
        en: 'Lead the branch on the section’s hard problems: list, people, dates',
      },
      {
        id: 'voices',
        zh: '收集党员群众意见，需要上级解决的及时上报',
        en: 'Collect opinions and pass upward what needs a decision there',
      },
    ],
  },
  {
    id: 'educate',
    title: { zh: '教育', en: 'Educate' },
    duties: [
      { id: 'study', zh: '组织党员学习，结合岗位交流', en: 'Organise study and exchange tied to the posts' },
      { id: 'talks', zh: '每年同每名党员谈心谈话至少1次', en: 'Talk with every member at least once a year' },
      { id: 'grow', zh: '培养入党积极分子，做好发展党员工作', en: 'Bring on activists and see to admissions' },
    ],
  },
  {
    id: 'supervise',
    title: { zh: '监督', en: 'Supervise' },
    duties: [
      {
        id: 'pledges',
        zh: '审定党员承诺，年中检查进度',
        en: 'Review the members’ pledges and check progress at mid-year',
      },
      { id: 'discipline', zh: '提醒苗头性问题，严格请销假', en: 'Warn early and keep leave in order' },
      { id: 'appraisal', zh: '组织民主评议党员，结果如实', en: 'Run the members’ appraisal and keep its result true' },
    ],
  },
  {
    id: 'manage',
    title: { zh: '管理', en: 'Manage' },
    duties: [
      { id: 'roster', zh: '管好党员名册和组织关系转接', en: 'Keep the roster and transfers of membership' },
      { id: 'dues', zh: '按月收缴党费并公开', en: 'Collect dues monthly and publish them' },
      { id: 'care', zh: '走访慰问困难党员和老党员', en: 'Visit members in hardship and old members' },
    ],
  },
]
