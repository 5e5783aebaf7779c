import type { Orientation } from './orientation.ts'

/** 党组书记: first responsible person of the unit: lead, safeguard, manage, supervise, set an example. */
export const LEADING_PARTY_GROUP_SECRETARY: readonly Orientation[] = [
  {
    id: 'lead',
    title: { zh: '领导', en: 'Lead' },
    duties: [
      {
        id: 'agenda',
        zh: '把党建列入党组议事日程，每季度研究1次',
        en: 'Put Party work on the group’s agenda, once a quarter',
      },
      {
        id: 'plan',
        zh: '年初同业务一起定党建目标和任务',
        en: 'Set the Party goals at the start of the year together with the business goals',
      },
      {
        id: 'hear',
        zh: '听取机关党委和分管领导党建情况汇报，当场给出意见',
        en: 'Hear the organ committee’s and the deputies’ reports and give an opinion on the spot',
      },
    ],
  },
  {
    id: 'safeguard',
    title: { zh: '保障', en: 'Safeguard' },
    duties: [
      {
        id: 'people',
        zh: '配齐配强机关党委书记、专职副书记和党务工作人员',
        en: 'Fill the posts of secretary, full-time deputy and Party staff',
      },
      { id: 'funds', zh: '党建经费列入部门预算并按时拨付', en: 'Put Party funds in the budget and pay them on time' },
      { id: 'venue', zh: '落实党员活动场所和学习时间', en: 'Provide the members’ room and time for study' },
    ],
  },
  {
    id: 'manage',
    title: { zh: '管理', en: 'Manage' },
    duties: [
      {
        id: 'deputies',
        zh: '督促班子成员履行一岗双责，管好分管处室的党建',
        en: 'See that the deputies carry both duties in the sections they are in charge of',
      },
      {
        id: 'whole',
        zh: '对本单位党建负总责，重要问题亲自过问',
        en: 'Answer for the unit’s Party work as a whole and deal with major matters in person',
      },
      { id: 'cadres', zh: '选人用人把党建实绩作为依据', en: 'Choose cadres by their results in Party work too' },
    ],
  },
  {
    id: 'supervise',
    title: { zh: '监督', en: 'Supervise' },
    duties: [
      {
        id: 'rectify',
        zh: '巡察和检查发现的问题列出清单，限期整改',
        en: 'List what inspections find and have it mended by a date',
      },
      { id: 'talk', zh: '对履责不力的负责人及时谈话提醒', en: 'Talk early to those who fall short' },
      {
        id: 'ecology',
        zh: '每半年分析研判1次本单位政治生态',
        en: 'Analyse the unit’s political ecology once each half-year',
      },
    ],
  },
  {
    id: 'example',
    title: { zh: '示范', en: 'Set an example' },
    duties: [
      {
        id: 'dual-life',
        zh: '以普通党员身份参加所在支部组织生活',
        en: 'Take part in the branch’s life as an ordinary member',
      },
      { id: 'lecture', zh: '每年至少讲1次党课', en: 'Give at least one Party lecture a year' },
      {
        id: 'contact',
        zh: '联系1个支部，到点上解决实际问题',
        en: 'Keep in touch with one branch and solve its problems on the spot',
      },
    ],
  },
]
