import type { Indicator } from '@jiannuo/engine/format.ts'
import { facts, template } from '../../template/build.ts'
import { both, evenly, given, head, unless } from '../../template/parts.ts'
import { COMPLETED, copied, LOCAL, PARTIAL, source } from '../../template/source.ts'

/** A point less for each place behind the first: the source says "by rank position" and prints no step. */
const byPlace = (fact: string, points: number): Indicator => ({
  id: fact,
  fact,
  method: { kind: 'place', points, each: 1 },
})

/** 1000 points, five-type organ, leaders and township heads by place, the rest by result. */
export const countyDepartments = template({
  id: 'zhejiang-county-departments-2012',
  title: both('县直部门综合考核（千分制）', 'County departments (1000 points)'),
  family: 'organPoints',
  subject: 'organ',
  sources: [
    source('浙江某县部门综合考核办法（2012）', '千分制构成', 'V2', '政府网站所载表格', 'table on a government site'),
    LOCAL,
  ],
  note: COMPLETED,
  leftOut: [
    both(
      '按名次计分各项的名次差没有公布，本地按每名少一分、不低于 0 分计',
      'the step between places is not printed: a point for each place, not below 0, is local',
    ),
    both(
      '重点工作、同级互评、督查、民意调查的细目没有公布，各按得分录入',
      'detail of key work, peers, inspection office and poll is not printed: each is entered as a score',
    ),
  ],
  facts: facts({
    keyWorkScore: ['points', 'up', '重点工作得分', 'Key work', 500],
    responsibleServingRating: [
      'points',
      'up',
      '责任型、服务型评定（县机关工委）',
      'Responsible and serving organ (work committee)',
    ],
    learningRating: ['points', 'up', '学习型评定（宣传部）', 'Learning organ (publicity)'],
    efficientCleanRating: [
      'points',
      'up',
      '效率型、廉洁型评定（纪检、财政、审计）',
      'Efficient and clean organ (discipline, finance, audit)',
    ],
    leadersRating: ['points', 'up', '县领导评价', 'Rating by county leaders'],
    townshipHeadsRating: ['points', 'up', '乡镇主要负责人评价', 'Rating by township heads'],
    peersScore: ['points', 'up', '部门互评得分', 'Peers', 50],
    inspectionOfficeScore: ['points', 'up', '督查考核得分', 'Inspection office', 100],
    publicPollScore: ['points', 'up', '民意调查得分', 'Public poll', 100],
  }),
  publicScores: 'grades',
  body: {
    groups: [
      head('key-work', 500, '重点工作', 'Key work', [given('keyWorkScore', 500)]),
      head('five-type', 100, '五型机关', 'Five-type organ', [
        byPlace('responsibleServingRating', 30),
        byPlace('learningRating', 20),
        byPlace('efficientCleanRating', 50),
      ]),
      head('evaluation', 400, '综合评价', 'Evaluation', [
        byPlace('leadersRating', 100),
        byPlace('townshipHeadsRating', 50),
        given('peersScore', 50),
        given('inspectionOfficeScore', 100),
        given('publicPollScore', 100),
      ]),
    ],
  },
})

const CARDS = copied('乡镇、县直党建责任考核评分表', '党建责任', '文档网站', 'document sites')

/** Duty heading of 34 points with three printed deductions. */
export const dutyCard = template({
  id: 'township-duty-card',
  title: both('乡镇党建责任评分表（责任 34 分）', 'Township score card (duty 34)'),
  family: 'organPoints',
  subject: 'organ',
  sources: [CARDS],
  note: PARTIAL,
  leftOut: [
    both(
      '责任 34 分中已公布的扣分合计 5 分，余下 29 分由评定人给分',
      'printed deductions take 5 of the 34 points: the reviewer scores the 29 left',
    ),
    both('责任以外各项没有公布', 'headings other than duty are not printed'),
    both('乡镇星级公示 5 天属程序', 'the 5 days of publicity for township stars are procedure'),
  ],
  facts: facts({
    partyTopicMeetings: ['count', 'up', '专题研究党建次数', 'Meetings on Party topics'],
    contactPointVisits: ['count', 'up', '到联系点次数', 'Visits to the contact point'],
    noLeadingGroup: ['mark', 'down', '未成立领导小组', 'No leading group'],
    otherDutyScore: ['points', 'up', '责任其他方面得分', 'Other duty', 29],
  }),
  publicScores: 'grades',
  body: {
    groups: [
      head('duty', 34, '党建责任', 'Duty', [
        evenly('partyTopicMeetings', 4, 2),
        evenly('contactPointVisits', 4, 2),
        unless('noLeadingGroup', 1),
        given('otherDutyScore', 29),
      ]),
    ],
  },
})

/** Ten topic meetings a year, a point for each missing. */
export const topicMeetings = template({
  id: 'township-topic-meetings',
  title: both('乡镇党委专题研究党建', 'Topic meetings of a township committee'),
  family: 'organPoints',
  subject: 'organ',
  sources: [CARDS],
  note: PARTIAL,
  leftOut: [
    both(
      '本项满分没有公布：少一次扣一分，按十次计十分',
      'full points are not printed: a point for each of ten meetings, as the deduction says',
    ),
  ],
  facts: facts({ partyTopicMeetings: ['count', 'up', '专题研究党建次数', 'Meetings on Party topics'] }),
  publicScores: 'grades',
  body: { groups: [head('meetings', 10, '专题研究', 'Topic meetings', [evenly('partyTopicMeetings', 10, 10)])] },
})

export const SCORE_CARD_TEMPLATES = [countyDepartments, dutyCard, topicMeetings]
