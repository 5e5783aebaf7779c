import type { Orientation } from './orientation.ts'

/** 机关党委书记: assist, advance, educate, supervise, guide. */
export const ORGAN_COMMITTEE_SECRETARY: readonly Orientation[] = [
  {
    id: 'assist',
    title: { zh: '协助', en: 'Assist' },
    duties: [
      {
        id: 'draft',
        zh: '协助党组拟订年度党建计划和责任清单',
        en: 'Help the Party group draft the yearly plan and the list of duties',
      },
      {
        id: 'report',
        zh: '每季度向党组汇报1次党建进展和难点',
        en: 'Report progress and difficulties to the Party group once a quarter',
      },
      {
        id: 'link',
        zh: '把党建安排同业务中心工作对接到处室',
        en: 'Join Party plans to the central work, section by section',
      },
    ],
  },
  {
    id: 'advance',
    title: { zh: '推进', en: 'Advance' },
    duties: [
      { id: 'breakdown', zh: '把任务分解到支部，逐月督促', en: 'Break tasks down to branches and follow them monthly' },
      {
        id: 'renewal',
        zh: '按期组织支部换届，提前6个月提醒',
        en: 'Have branches renewed on time, with a reminder six months ahead',
      },
      { id: 'standard', zh: '推进支部标准化规范化，逐个达标', en: 'Bring the branches up to the standard one by one' },
    ],
  },
  {
    id: 'educate',
    title: { zh: '教育', en: 'Educate' },
    duties: [
      {
        id: 'training',
        zh: '组织党员每年集中学习培训不少于32学时',
        en: 'Organise at least 32 hours of study per member and year',
      },
      {
        id: 'secretaries',
        zh: '组织支部书记、委员每年培训不少于56学时',
        en: 'Organise at least 56 hours for secretaries and committee members',
      },
      { id: 'new', zh: '做好发展党员和新党员教育', en: 'See to admissions and the education of new members' },
    ],
  },
  {
    id: 'supervise',
    title: { zh: '监督', en: 'Supervise' },
    duties: [
      {
        id: 'discipline',
        zh: '支持机关纪委监督执纪，抓好经常性纪律教育',
        en: 'Back the discipline committee and regular education in discipline',
      },
      {
        id: 'life',
        zh: '定期检查并通报支部组织生活情况',
        en: 'Check and publish how branches keep up their organisational life',
      },
      {
        id: 'publish',
        zh: '推进党务公开，按时答复党员意见',
        en: 'Practise openness and answer members’ opinions in time',
      },
    ],
  },
  {
    id: 'guide',
    title: { zh: '指导', en: 'Guide' },
    duties: [
      {
        id: 'review',
        zh: '审定支部书记的承诺，写明意见',
        en: 'Review the branch secretaries’ pledges with written comments',
      },
      {
        id: 'points',
        zh: '联系后进支部，列出短板帮助整改',
        en: 'Take on lagging branches, list their gaps and help close them',
      },
      { id: 'mass', zh: '指导工会、共青团、妇女组织开展工作', en: 'Guide the union, youth and women’s organisations' },
    ],
  },
]
