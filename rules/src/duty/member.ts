import type { Orientation } from './orientation.ts'

/** 党员 by the four standards: politically sound, disciplined, upright, effective. */
export const MEMBER: readonly Orientation[] = [
  {
    id: 'politically-sound',
    title: { zh: '政治合格', en: 'Politically sound' },
    duties: [
      {
        id: 'study',
        zh: '学习党章党规和创新理论，每年集中学习不少于32学时',
        en: 'Study the Party’s constitution, rules and theory, at least 32 hours a year',
      },
      {
        id: 'stand',
        zh: '执行党的决定，重大问题上立场明确',
        en: 'Carry out the Party’s decisions and take a clear stand',
      },
      {
        id: 'life',
        zh: '参加组织生活，认真开展批评和自我批评',
        en: 'Take part in organisational life with honest criticism',
      },
    ],
  },
  {
    id: 'disciplined',
    title: { zh: '执行纪律合格', en: 'Disciplined' },
    duties: [
      {
        id: 'rules',
        zh: '遵守党的纪律和工作纪律，按规定请示报告',
        en: 'Keep Party and work discipline; ask and report as required',
      },
      { id: 'dues', zh: '按时足额交纳党费', en: 'Pay dues in full and on time' },
      {
        id: 'integrity',
        zh: '执行廉洁规定，管住自己的权力',
        en: 'Keep the rules of integrity and the power of the post in check',
      },
    ],
  },
  {
    id: 'upright',
    title: { zh: '品德合格', en: 'Upright' },
    duties: [
      { id: 'conduct', zh: '诚实守信，遵守公德，家风端正', en: 'Be honest, civil, and keep the family in good order' },
      {
        id: 'serve',
        zh: '联系服务群众，到社区报到参加志愿服务',
        en: 'Serve people; register with the community and volunteer',
      },
      { id: 'help', zh: '关心同事，帮助有困难的人', en: 'Care for colleagues and help those in need' },
    ],
  },
  {
    id: 'effective',
    title: { zh: '发挥作用合格', en: 'Effective' },
    duties: [
      {
        id: 'post',
        zh: '在岗位上办成年初承诺的事',
        en: 'Get done at the post what was pledged at the start of the year',
      },
      { id: 'improve', zh: '提出改进工作的办法并推动采用', en: 'Propose improvements and see them adopted' },
      { id: 'hard-work', zh: '急难任务中主动承担', en: 'Step forward for urgent and hard tasks' },
    ],
  },
]
