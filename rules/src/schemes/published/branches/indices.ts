import { facts, known, template } from '../../template/build.ts'
import { below, both, each, given, grade, head, vetoOnly, when } from '../../template/parts.ts'
import { COMPLETED, copied, LOCAL, PARTIAL, source, WHOLE } from '../../template/source.ts'

const QINGHAI = source(
  '青海省党支部堡垒指数和党员先锋指数管理办法（2018）',
  '指数构成',
  'V2',
  '《工人日报》报道，人民网转载',
  'report of 工人日报 on 人民网',
)
const HANSHAN = source(
  '含山县党支部和党员量化管理（2022）',
  '指标构成',
  'V2',
  '县委组织部新闻',
  'news of the county organization department',
)
const PIONEER = copied('党员先锋指数考评方案', '先锋、合格、不合格', '360 个人图书馆', '360docs')

const CUTS = both('等次分数线没有公布', 'cuts between grades are not printed')

export const qinghaiBranch = template({
  id: 'qinghai-branch-2018',
  title: both('党支部堡垒指数（共性加特性）', 'Bastion index of branches (common and specific)'),
  family: 'index',
  subject: 'branch',
  sources: [QINGHAI],
  note: PARTIAL,
  leftOut: [
    both(
      '共性 4 个方面 16 条、特性 7 个领域的细目分值没有公布，各按合计录入',
      'detail of the 4 common heads (16 standards) and of the 7 domains is not printed: entered as two sums',
    ),
    CUTS,
    both(
      '反向指数 6 种情形的内容没有公布，只记有几种',
      'the six situations of the reverse index are not printed: only their number is entered',
    ),
  ],
  facts: facts({
    commonStandards: ['points', 'up', '共性标准得分', 'Common standards', 60],
    domainStandards: ['points', 'up', '特性标准得分', 'Standards of the domain', 40],
    reverseSituations: ['count', 'down', '反向指数情形', 'Situations of the reverse index'],
  }),
  publicScores: 'grades',
  body: {
    groups: [
      head('common', 60, '共性标准', 'Common standards', [given('commonStandards', 60)]),
      head('domain', 40, '特性标准', 'Standards of the domain', [given('domainStandards', 40)]),
    ],
    limits: { min: 0, max: 100 },
    grades: [grade('notLagging', 0, '未列后进', 'Not lagging'), grade('lagging', -1, '后进', 'Lagging')],
    vetoes: [when('reverseSituations', { gradeAtMost: 'lagging' })],
  },
})

export const qinghaiMember = template({
  id: 'qinghai-member-2018',
  title: both(
    '党员先锋指数（基础、正向、反向、清零）',
    'Vanguard index of members (basic, positive, reverse, zeroing)',
  ),
  family: 'index',
  subject: 'member',
  sources: [QINGHAI],
  note: PARTIAL,
  leftOut: [
    both(
      '基础 4 个方面 18 条、正向 6 项、反向 6 项的细目分值没有公布，各按合计录入',
      'detail of the 18 basic standards, 6 positive and 6 reverse items is not printed: entered as sums',
    ),
    CUTS,
  ],
  facts: [
    ...facts({
      basicStandards: ['points', 'up', '基础标准得分', 'Basic standards', 60],
      positivePoints: ['points', 'up', '正向指数加分', 'Points of the positive index'],
      reversePoints: ['points', 'down', '反向指数扣分', 'Points of the reverse index'],
    }),
    ...known('graveViolations'),
  ],
  publicScores: 'none',
  body: {
    groups: [head('basic', 60, '基础指数', 'Basic index', [given('basicStandards', 60)])],
    adjustments: [each('positivePoints', 1, { cap: 20 }), each('reversePoints', -1, { cap: 20 })],
    limits: { min: 0 },
    vetoes: [when('graveViolations', { zero: true, title: both('清零指数', 'Zeroing index') })],
  },
})

export const hanshanBranch = template({
  id: 'hanshan-branch-2022',
  title: both('党支部量化指标（基本、加分、反向、否决）', 'Branch indicators (basic, bonus, reverse, veto)'),
  family: 'index',
  subject: 'branch',
  sources: [HANSHAN, LOCAL],
  note: COMPLETED,
  leftOut: [
    both(
      '9 个方面 47 项指标、10 类领域的分值没有公布；基本指标按本地百分制的合计录入',
      'points of the 9 heads, 47 indicators and 10 domains are not printed: the basic part is entered on a local scale of 100',
    ),
    both(
      '加分、反向指标的分值和上限没有公布，按实际分数加减',
      'points and caps of bonus and reverse items are not printed: entered as points',
    ),
    both('否决的后果没有公布，只标明被否决', 'what a veto leads to is not printed: it is only marked'),
  ],
  facts: [
    ...facts({
      basicIndicators: ['points', 'up', '基本指标得分', 'Basic indicators'],
      bonusIndicators: ['points', 'up', '加分指标得分', 'Bonus indicators'],
      reverseIndicators: ['points', 'down', '反向指标扣分', 'Reverse indicators'],
      branchVetoMatters: ['count', 'down', '否决事项', 'Veto matters'],
    }),
  ],
  publicScores: 'grades',
  body: {
    groups: [head('basic', 100, '基本指标', 'Basic indicators', [given('basicIndicators', 100)])],
    adjustments: [each('bonusIndicators', 1), each('reverseIndicators', -1)],
    limits: { min: 0 },
    grades: vetoOnly(),
    vetoes: [when('branchVetoMatters', { gradeAtMost: 'vetoed' })],
  },
})

export const hanshanMember = template({
  id: 'hanshan-member-2022',
  title: both('党员量化标准（27 条）', 'Member standards (27)'),
  family: 'index',
  subject: 'member',
  sources: [HANSHAN, LOCAL],
  note: COMPLETED,
  leftOut: [
    both(
      '27 条标准的分值没有公布，按本地百分制的合计录入',
      'points of the 27 standards are not printed: entered as a sum on a local scale of 100',
    ),
    both(
      '哪些标准属于清零没有公布，以严重违纪违法为清零事项',
      'which standards zero is not printed: grave violations do',
    ),
  ],
  facts: [
    ...facts({ memberStandards: ['points', 'up', '党员标准得分', 'Member standards'] }),
    ...known('graveViolations'),
  ],
  publicScores: 'none',
  body: {
    groups: [head('standards', 100, '党员标准', 'Member standards', [given('memberStandards', 100)])],
    vetoes: [when('graveViolations', { zero: true, title: both('清零', 'Zeroing') })],
  },
})

/** Basic 80 + bonus − deduction within 0…100; the top for a tenth; fewer than six theme days fails. */
export const pioneerMember = template({
  id: 'pioneer-index',
  title: both('先锋指数考评', 'Pioneer index'),
  family: 'index',
  subject: 'member',
  sources: [PIONEER],
  note: WHOLE,
  leftOut: [
    both(
      '基础分 80 分和加减分的细目没有公布，各按合计录入',
      'detail of the basic 80 and of bonus and deduction is not printed: entered as sums',
    ),
  ],
  facts: facts({
    pioneerBasic: ['points', 'up', '基础分', 'Basic points', 80],
    pioneerBonus: ['points', 'up', '加分合计', 'Sum of bonus points'],
    pioneerDeduction: ['points', 'down', '扣分合计', 'Sum of deductions'],
    themeDaysAttended: ['count', 'up', '参加主题党日次数', 'Theme days taken part in'],
  }),
  publicScores: 'none',
  body: {
    groups: [head('basic', 80, '基础分', 'Basic points', [given('pioneerBasic', 80)])],
    adjustments: [each('pioneerBonus', 1), each('pioneerDeduction', -1)],
    limits: { min: 0, max: 100 },
    grades: [
      grade('pioneer', 90, '先锋', 'Pioneer', { share: 0.1, of: 'all' }),
      grade('qualified', 60, '合格', 'Qualified'),
      grade('unqualified', 0, '不合格', 'Unqualified'),
    ],
    gates: [below('themeDaysAttended', 6, { gradeAtMost: 'unqualified' })],
  },
})

export const pioneerBranch = template({
  id: 'pioneer-index-branch',
  title: both('先锋指数考评（党支部群众反响部分）', 'Pioneer index of branches (masses’ response)'),
  family: 'index',
  subject: 'branch',
  sources: [PIONEER],
  note: PARTIAL,
  leftOut: [
    both('党支部其他方面的分值没有公布', 'the other heads of the branch are not printed'),
    both(
      '满意度低、投诉属实各扣 5—10 分，具体由评定人在此范围内定，方案不核对范围',
      'low satisfaction and proven complaints cost 5–10 each: the reviewer decides within the range, which the scheme does not check',
    ),
  ],
  facts: facts({
    massResponseDeduction: [
      'points',
      'down',
      '满意度低和投诉属实的扣分',
      'Deductions for low satisfaction and proven complaints',
      20,
    ],
  }),
  publicScores: 'grades',
  body: {
    groups: [
      head('response', 15, '群众反响', 'Masses’ response', [
        { id: 'response', fact: 'massResponseDeduction', method: { kind: 'deduct', base: 15, each: 1 } },
      ]),
    ],
  },
})

export const INDEX_TEMPLATES = [
  qinghaiBranch,
  qinghaiMember,
  hanshanBranch,
  hanshanMember,
  pioneerMember,
  pioneerBranch,
]
