import { facts, known, template } from '../../template/build.ts'
import { below, both, each, evenly, given, head, starsAt, unless, when } from '../../template/parts.ts'
import { copied, PARTIAL, source, WHOLE } from '../../template/source.ts'

const PROCEDURE = both(
  '自评、实地了解、复核、备案等程序不属计分，由工作流程办理',
  'self-rating, visits, re-check and filing are procedure, not reckoning',
)

/** 0.7 × (base items − deductions) + 0.3 × appraisal items. */
export const cityStars = template({
  id: 'city-star-2023',
  title: both('城市党支部星级评定', 'Star rating of city branches'),
  family: 'stars',
  subject: 'branch',
  sources: [
    source('某市党支部星级评定通知（2023）', '评分与定星', 'V2', '新文秘网所载通知', 'notice on the site 新文秘网'),
  ],
  note: PARTIAL,
  leftOut: [
    both('基本项、考评项和扣分的细目没有公布，各按一个总分录入', 'the items behind the three scores are not printed'),
    both(
      '两类项目的满分没有写明，90 分为五星，故按百分制录入',
      'full points are not printed; five stars from 90 imply a scale of 100',
    ),
    PROCEDURE,
  ],
  facts: facts({
    starBaseScore: ['points', 'up', '基本项得分', 'Base items'],
    starAppraisalScore: ['points', 'up', '考评项得分', 'Appraisal items'],
    starDeductions: ['points', 'down', '扣分合计', 'Sum of deductions'],
  }),
  publicScores: 'grades',
  body: {
    groups: [
      head('base', 70, '基本项（七成）', 'Base items (seven tenths)', [evenly('starBaseScore', 100, 70)]),
      head('appraisal', 30, '考评项（三成）', 'Appraisal items (three tenths)', [
        evenly('starAppraisalScore', 100, 30),
      ]),
    ],
    adjustments: [each('starDeductions', -0.7)],
    limits: { min: 0, max: 100 },
    stars: starsAt([90, 80, 70, 60, 0], { share: 0.3, of: 'all' }),
  },
})

/** The stars a committee proposes; the scheme keeps to quota and vetoes. */
export const collegeStars = template({
  id: 'college-star-2024',
  title: both('高校党支部星级评定', 'Star rating of college branches'),
  family: 'stars',
  subject: 'branch',
  sources: [
    source(
      '山东某高校党支部星级评定通知（2024，引济教工委〔2021〕23号）',
      '评星与否决',
      'V2',
      '高校网站通知',
      'notice on a college site',
    ),
  ],
  note: PARTIAL,
  leftOut: [
    both(
      '规范指数、先锋指数的分值和各星分数线没有公布，以拟评星级计，指数之和只用于同星排序',
      'points of the two indices and star cuts are not printed: the proposed star is scored and the sum of the indices only breaks ties',
    ),
    both('是否取得廉政意见没有录入时不作限制', 'a clearance not yet entered bars nothing'),
    both('逐年晋星、降星的程序', 'the yearly procedure of moving up and down'),
  ],
  facts: [
    ...facts({
      proposedStars: ['count', 'up', '拟评星级（1—5）', 'Stars proposed (1–5)'],
      collegeIndexSum: ['points', 'up', '规范指数与先锋指数之和', 'Sum of the standard and vanguard indices', 1000],
      branchVetoMatters: ['count', 'down', '否决事项', 'Veto matters'],
      recordsSeriouslyMissing: ['mark', 'down', '工作记录严重缺失', 'Records seriously lacking'],
      disciplineClearance: ['mark', 'up', '已出具廉政意见', 'Discipline clearance given'],
    }),
    ...known('weakOrganization'),
  ],
  publicScores: 'grades',
  body: {
    decimals: 0,
    groups: [head('proposal', 5, '拟评星级', 'Stars proposed', [given('proposedStars', 5)])],
    rank: [{ scope: 'all', tieBreakers: ['collegeIndexSum'] }],
    stars: starsAt([5, 4, 3, 2, 1], { share: 0.3, of: 'all' }),
    vetoes: ['branchVetoMatters', 'recordsSeriouslyMissing', 'weakOrganization'].map(id =>
      when(id, { starsAtMost: 2 }),
    ),
    gates: [below('disciplineClearance', 1, { starsAtMost: 4 })],
  },
})

/** Eight heads, 110 points, four of them with printed detail. */
export const organStars = template({
  id: 'organ-five-star',
  title: both('市直机关五星创评', 'Five-star rating of city organs'),
  family: 'stars',
  subject: 'branch',
  sources: [
    copied('某市直机关五星创评方案及评分细则', '八个方面 110 分', '蜗牛文库及文档网站', '蜗牛文库 and a document site'),
  ],
  note: PARTIAL,
  leftOut: [
    both(
      '保障、成效、群众评价和加分四个方面的分值没有公布，合为 65 分（110 减去已公布的 45）录入',
      'guarantee, results, masses’ rating and bonus have no printed points: entered together as the 65 left of 110',
    ),
    both(
      '发展党员不规范的扣分印作“15”，大于本项余分，疑为 1—5；按本项余下的 2 分由评定人给分',
      'the deduction for faulty admission is printed as "15", more than the head has left (probably 1–5): the reviewer scores the 2 points left',
    ),
    both('制度建设 10 分的细目没有公布', 'detail of the 10 points for systems is not printed'),
    both(
      '四星约三成、三星约四成、二星及以下约两成是目标，不是上限；只把五星约一成作为上限',
      'about 30 %, 40 % and 20 % for the lower stars are targets; only the tenth for five stars is kept as a cap',
    ),
  ],
  facts: facts({
    renewalOverdue: ['mark', 'down', '未按期换届', 'Renewal overdue'],
    committeeIncomplete: ['mark', 'down', '班子不健全', 'Committee incomplete'],
    idleHalfYear: ['mark', 'down', '半年以上未开展工作', 'Idle for half a year or more'],
    noPartTimeWorker: ['mark', 'down', '未配备兼职党务干部', 'No part-time Party worker'],
    noPledgeOrVolunteering: ['mark', 'down', '未开展承诺或志愿服务', 'No pledges or volunteering'],
    memberSystemLacking: ['mark', 'down', '党员管理制度不健全', 'Member system lacking'],
    admissionQuality: ['points', 'up', '发展党员规范得分', 'Regular admission', 2],
    noVenue: ['mark', 'down', '无活动场所', 'No venue'],
    noVenueEquipment: ['mark', 'down', '无活动设施（无场所的一并记）', 'No equipment (also where there is no venue)'],
    systemsScore: ['points', 'up', '制度建设得分', 'Systems', 10],
    otherHeadsScore: ['points', 'up', '其余四个方面得分', 'The other four heads', 65],
    innovationProject: ['mark', 'up', '有创新项目', 'An innovation project'],
  }),
  publicScores: 'grades',
  body: {
    groups: [
      head('leadership', 15, '班子建设', 'Leadership', [
        unless('renewalOverdue', 5),
        unless('committeeIncomplete', 5),
        unless('idleHalfYear', 5),
      ]),
      head('backbone', 10, '队伍建设', 'Backbone', [
        unless('noPartTimeWorker', 3),
        unless('noPledgeOrVolunteering', 3),
        unless('memberSystemLacking', 2),
        given('admissionQuality', 2),
      ]),
      head('venue', 10, '阵地建设', 'Venue', [unless('noVenue', 5), unless('noVenueEquipment', 5)]),
      head('systems', 10, '制度建设', 'Systems', [given('systemsScore', 10)]),
      head('others', 65, '保障、成效、群众评价、加分', 'Guarantee, results, masses’ rating, bonus', [
        given('otherHeadsScore', 65),
      ]),
    ],
    limits: { min: 0, max: 110 },
    stars: starsAt([90, 80, 70, 60, 0], { share: 0.1, of: 'all' }),
    gates: [below('innovationProject', 1, { starsAtMost: 4 })],
  },
})

/** Shares alone: five, four and three stars for a tenth, four tenths and three tenths. */
export const threeLevelStars = template({
  id: 'three-level-star',
  title: both('三级星级评定', 'Star rating at three levels'),
  family: 'stars',
  subject: 'branch',
  sources: [copied('党支部三级星级管理方案', '比例与评定', '蜗牛文库', '蜗牛文库')],
  note: WHOLE,
  leftOut: [
    both(
      '检查、满意度、荣誉的分值和各星分数线没有公布，以拟评星级计，三者依次只用于同星排序',
      'points of inspection, satisfaction and honours and the cuts are not printed: the proposed star is scored, the three break ties in that order',
    ),
    both(
      '区级以上表彰直接定级：由评定人在拟评星级中写明，不另占程序',
      'direct grading for a district award: entered as the proposed star',
    ),
    both('每年一季度评定的时间安排', 'the yearly date in the first quarter'),
  ],
  facts: [
    ...facts({
      proposedStars: ['count', 'up', '拟评星级（1—5）', 'Stars proposed (1–5)'],
      starInspection: ['points', 'up', '检查得分', 'Inspection'],
    }),
    ...known('satisfaction', 'honours'),
  ],
  publicScores: 'grades',
  body: {
    decimals: 0,
    groups: [head('proposal', 5, '拟评星级', 'Stars proposed', [given('proposedStars', 5)])],
    rank: [{ scope: 'all', tieBreakers: ['starInspection', 'satisfaction', 'honours'] }],
    stars: [0.1, 0.4, 0.3].map((share, i) => ({ stars: 5 - i, atLeast: 5 - i, cap: { share, of: 'all' } })),
  },
})

export const STAR_TEMPLATES = [cityStars, collegeStars, organStars, threeLevelStars]
