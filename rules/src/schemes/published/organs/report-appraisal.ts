import { facts, template } from '../../template/build.ts'
import { both, given, grade, head } from '../../template/parts.ts'
import { PARTIAL, source, WHOLE } from '../../template/source.ts'

/** Everyday : verification : two report votes = 30 : 30 : 40. */
export const longhui = template({
  id: 'longhui-report-2016',
  title: both('乡镇书记双述双评（三三四）', 'Two-way report of township secretaries (30 : 30 : 40)'),
  family: 'reportAppraisal',
  subject: 'secretary',
  sources: [source('隆回县乡镇党委书记双述双评（2016）', '平时、核查、评议权重', 'V2', '邵阳新闻网', '邵阳新闻网')],
  note: WHOLE,
  leftOut: [
    both(
      '两次述职评议之间的比例没有公布，两次的票合在一起计',
      'the split between the two report votes is not printed: the slips of both count together',
    ),
    both(
      '评议等次折算的分数没有公布，票面直接打百分制分数',
      'what a label of the vote is worth is not printed: slips carry points out of 100',
    ),
  ],
  facts: facts({
    everydayReportScore: ['points', 'up', '平时考核得分', 'Everyday appraisal', 30],
    verificationScore: ['points', 'up', '实地核查得分', 'Verification', 30],
  }),
  publicScores: 'none',
  body: {
    groups: [
      head('everyday', 30, '平时考核', 'Everyday', [given('everydayReportScore', 30)]),
      head('verification', 30, '实地核查', 'Verification', [given('verificationScore', 30)]),
      head('votes', 40, '两次述职评议', 'Two report votes', [
        {
          id: 'votes',
          title: both('两次述职评议', 'Two report votes'),
          method: { kind: 'panel', points: 40, outOf: 100, sources: [{ source: 'reportVote', weight: 1 }] },
        },
      ]),
    ],
  },
})

/** Report vote 40 = county plenum 24 + own unit 16. */
export const taoyuan = template({
  id: 'taoyuan-report-2012',
  title: both('述职评议（全委会 24 分、本单位 16 分）', 'Report vote (plenum 24, own unit 16)'),
  family: 'reportAppraisal',
  subject: 'secretary',
  sources: [source('桃源县党建述职评议考核（2012）', '述职评议 40 分', 'V2', '县党建网站', 'county Party site')],
  note: PARTIAL,
  leftOut: [
    both(
      '其余由平时、运行、绩效检查构成，分值没有公布，按百分制余下的 60 分合计录入',
      'the rest comes from everyday, operation and performance checks without printed points: entered as the 60 left of 100',
    ),
    both(
      '评议等次折算的分数没有公布，票面直接打百分制分数',
      'what a label of the vote is worth is not printed: slips carry points out of 100',
    ),
  ],
  facts: facts({
    checksScore: ['points', 'up', '平时、运行、绩效检查得分', 'Everyday, operation and performance checks', 60],
  }),
  publicScores: 'none',
  body: {
    groups: [
      head('checks', 60, '检查', 'Checks', [given('checksScore', 60)]),
      head('vote', 40, '述职评议', 'Report vote', [
        {
          id: 'vote',
          title: both('全委会与本单位评议', 'Votes of the plenum and of the own unit'),
          method: {
            kind: 'panel',
            points: 40,
            outOf: 100,
            sources: [
              { source: 'countyPlenum', weight: 24 },
              { source: 'ownUnit', weight: 16 },
            ],
          },
        },
      ]),
    ],
  },
})

/** Four grades proposed by the reviewing body, the best for a tenth. */
export const jiayu = template({
  id: 'jiayu-first-secretary-2019',
  title: both('第一书记考核等次', 'Grades of first secretaries'),
  family: 'reportAppraisal',
  subject: 'secretary',
  sources: [source('嘉鱼县第一书记考核（2019）', '四个等次，优秀约一成', 'V2', '《咸宁日报》', '咸宁日报')],
  note: PARTIAL,
  leftOut: [
    both('“约一成”按不超过一成计', '"about 10 %" is read as at most a tenth'),
    both(
      '优秀以外三个等次的名称和各等次分数线没有公布，以拟定等次计（4 为优秀）',
      'names of the other three grades and all cuts are not printed: the proposed grade is scored, 4 being the best',
    ),
    both('同等次超出比例的，系统只提示由会议确定', 'where more are proposed than fit, the meeting decides'),
  ],
  facts: facts({
    proposedGrade: ['count', 'up', '拟定等次（4 为最好，1 为最低）', 'Grade proposed (4 the best, 1 the lowest)'],
  }),
  publicScores: 'none',
  body: {
    decimals: 0,
    groups: [head('proposal', 4, '拟定等次', 'Grade proposed', [given('proposedGrade', 4)])],
    grades: [
      grade('excellent', 4, '优秀', 'Excellent', { share: 0.1, of: 'all' }),
      grade('second', 3, '第二等次', 'Second grade'),
      grade('third', 2, '第三等次', 'Third grade'),
      grade('fourth', 0, '第四等次', 'Fourth grade'),
    ],
  },
})

export const REPORT_APPRAISAL_TEMPLATES = [longhui, taoyuan, jiayu]
