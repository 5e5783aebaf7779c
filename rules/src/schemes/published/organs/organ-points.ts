import type { Indicator } from '@jiannuo/engine/format.ts'
import { facts, template } from '../../template/build.ts'
import { both, each, given, head, unless } from '../../template/parts.ts'
import { COMPLETED, copied, LOCAL, PARTIAL, source } from '../../template/source.ts'

/** Study 10 and daily basics 35, of which organisation life 15 with printed deductions. */
export const advancedUnits = template({
  id: 'jingmen-advanced-unit-2015',
  title: both('市直机关党建先进单位（学习与日常基础）', 'Advanced units of city organs (study and daily basics)'),
  family: 'organPoints',
  subject: 'organ',
  sources: [
    copied(
      '荆门市直机关党建先进单位考评（2015—2016）',
      '学习 10 分、日常基础 35 分',
      '文档网站 docduoduo',
      'document site docduoduo',
    ),
  ],
  note: PARTIAL,
  leftOut: [
    both('学习和日常基础以外的各项没有公布', 'heads other than study and daily basics are not printed'),
    both(
      '组织生活 15 分中已公布的扣分合计 12 分，余下 3 分由评定人给分',
      'printed deductions take 12 of the 15 points for organisation life: the reviewer scores the 3 left',
    ),
    both(
      '组织生活以外的日常基础 20 分没有细目，按得分录入',
      'the other 20 points of daily basics have no detail: entered as a score',
    ),
    both(
      '同一情形是否重复扣分没有写明，每项只扣一次',
      'whether one defect counts again is not printed: each counts once',
    ),
  ],
  facts: facts({
    studyItemsMissing: ['count', 'down', '学习事项未落实项数', 'Study items not carried out'],
    lateRenewal: ['mark', 'down', '换届不及时', 'Renewal late'],
    partyStaffMissing: ['mark', 'down', '党务干部配备不到位', 'Party staff not appointed'],
    duesIrregular: ['mark', 'down', '党费收缴不规范', 'Dues not collected by rule'],
    faultyAdmission: ['mark', 'down', '发展党员不规范', 'Admission not by rule'],
    regularMeetingsMissing: ['mark', 'down', '三会一课不落实', 'Regular meetings not held'],
    heartTalksMissing: ['mark', 'down', '未开展谈心谈话', 'No heart-to-heart talks'],
    dualLifeMissing: ['mark', 'down', '未落实双重组织生活', 'No dual organisation life'],
    memberAppraisalMissing: ['mark', 'down', '未开展民主评议党员', 'No appraisal of members'],
    otherLifeScore: ['points', 'up', '组织生活其他方面得分', 'Other organisation life', 3],
    otherBasicsScore: ['points', 'up', '其他日常基础得分', 'Other daily basics', 20],
  }),
  publicScores: 'grades',
  body: {
    groups: [
      head('study', 10, '学习教育', 'Study', [
        { id: 'studyItemsMissing', fact: 'studyItemsMissing', method: { kind: 'deduct', base: 10, each: 1 } },
      ]),
      head('organization-life', 15, '组织生活', 'Organisation life', [
        unless('lateRenewal', 3),
        unless('partyStaffMissing', 2),
        unless('duesIrregular', 2),
        unless('faultyAdmission', 1),
        unless('regularMeetingsMissing', 1),
        unless('heartTalksMissing', 1),
        unless('dualLifeMissing', 1),
        unless('memberAppraisalMissing', 1),
        given('otherLifeScore', 3),
      ]),
      head('other-basics', 20, '其他日常基础', 'Other daily basics', [given('otherBasicsScore', 20)]),
    ],
  },
})

const EVERYDAY = ['First', 'Second', 'Third', 'Fourth', 'Fifth'] as const
const everydayFact = (i: number) => `everydayItem${i + 1}`

/** Five everyday items of 10 and a bonus of at most 20. */
export const provincialOrgans = template({
  id: 'jiangxi-city-organ-2013',
  title: both('市直机关党建考评（日常 50 分、加分 20 分）', 'Organ Party work (everyday 50, bonus 20)'),
  family: 'organPoints',
  subject: 'organ',
  sources: [source('江西某市市直机关党建考评办法（2013）', '日常与加分', 'V2', '新文秘网', 'the site 新文秘网')],
  note: PARTIAL,
  leftOut: [
    both(
      '日常五项的名称和细目没有公布，各按 10 分录入',
      'names and detail of the five everyday items are not printed: each is entered out of 10',
    ),
    both(
      '媒体刊发 6、4、2、1 分的第四级没有写明是哪一级',
      'which level the fourth media figure (1 point) stands for is not printed',
    ),
  ],
  facts: facts({
    ...Object.fromEntries(
      EVERYDAY.map((name, i) => [
        everydayFact(i),
        ['points', 'up', `日常第${'一二三四五'[i]}项得分`, `${name} everyday item`, 10] as const,
      ]),
    ),
    centralPraise: ['count', 'up', '中央级表扬次数', 'Praise at central level'],
    provincialPraise: ['count', 'up', '省级表扬次数', 'Praise at provincial level'],
    cityPraise: ['count', 'up', '市级表扬次数', 'Praise at city level'],
    centralMedia: ['count', 'up', '媒体刊发第一级（6 分）', 'Media, first level (6 points)'],
    provincialMedia: ['count', 'up', '媒体刊发第二级（4 分）', 'Media, second level (4 points)'],
    cityMedia: ['count', 'up', '媒体刊发第三级（2 分）', 'Media, third level (2 points)'],
    otherMedia: ['count', 'up', '媒体刊发第四级（1 分）', 'Media, fourth level (1 point)'],
    siteMeetings: ['count', 'up', '承办现场会次数', 'Site meetings hosted'],
  }),
  publicScores: 'grades',
  body: {
    groups: [
      head(
        'everyday',
        50,
        '日常考评',
        'Everyday',
        EVERYDAY.map((_, i): Indicator => given(everydayFact(i), 10)),
      ),
    ],
    adjustments: [
      each('centralPraise', 8),
      each('provincialPraise', 6),
      each('cityPraise', 4),
      each('centralMedia', 6),
      each('provincialMedia', 4),
      each('cityMedia', 2),
      each('otherMedia', 1),
      each('siteMeetings', 5),
    ],
    bonusCap: 20,
  },
})

/** Deductions from the target appraisal of an organ. */
export const targetDeductions = template({
  id: 'city-organ-deductions-2022',
  title: both('机关目标考核党建扣分', 'Party deductions in target appraisal of organs'),
  family: 'organPoints',
  subject: 'organ',
  sources: [
    copied('某市直机关目标考核党建扣分细则（2022）', '扣分项目', '文档预览站 kao110', 'preview on kao110'),
    LOCAL,
  ],
  note: COMPLETED,
  leftOut: [
    both(
      '月末两日前未把记录录入平台每次扣 0.1 分：与基层减负规定（不得以留痕、上传作为考评依据）抵触，不收入',
      'the 0.1 for a record not on the platform by the last two days of the month collides with the rules on reducing burdens and is not modelled',
    ),
    both(
      '平台扣分乘十计入：来自同一上传要求，不收入',
      'platform deductions taken ten times come from the same uploads and are not modelled',
    ),
    both(
      '扣分前的满分没有公布，按本地百分制录入',
      'the score before deductions is not printed: entered on a local scale of 100',
    ),
    both(
      '同一案件每单位只计一次：录入时只记一次，方案不识别重复',
      'one case counts once per unit: enter it once, the scheme does not recognise the same case',
    ),
  ],
  facts: facts({
    targetScore: ['points', 'up', '目标考核得分（扣分前）', 'Target appraisal before deductions'],
    committeeFindings: ['count', 'down', '机关党委认定不合格次数', 'Unqualified by the organ committee'],
    superiorFindings: [
      'count',
      'down',
      '工委或派驻机构认定不合格次数',
      'Unqualified by the work committee or the stationed group',
    ],
    meetingsMissed: ['count', 'down', '三会一课、主题党日未开展次数', 'Regular meetings and theme days missed'],
    unpaidDuesMembers: ['count', 'down', '未交党费人数', 'Members with dues unpaid'],
    bulletinCriticisms: ['count', 'down', '被通报批评次数', 'Criticised'],
    admonitions: ['count', 'down', '党员受诫勉人次', 'Members admonished'],
    lightPenalties: ['count', 'down', '党员受轻处分人次', 'Members with a light penalty'],
    heavyPenalties: ['count', 'down', '党员受重处分人次', 'Members with a heavy penalty'],
    criminalCases: ['count', 'down', '党员被追究刑事责任人次', 'Members held criminally liable'],
  }),
  publicScores: 'grades',
  body: {
    groups: [head('target', 100, '目标考核', 'Target appraisal', [given('targetScore', 100)])],
    adjustments: [
      each('committeeFindings', -0.1),
      each('superiorFindings', -0.5),
      each('meetingsMissed', -0.1),
      each('unpaidDuesMembers', -0.1),
      each('bulletinCriticisms', -0.5),
      each('admonitions', -1),
      each('lightPenalties', -3),
      each('heavyPenalties', -5),
      each('criminalCases', -8),
    ],
    limits: { min: 0 },
  },
})

export const ORGAN_POINTS_TEMPLATES = [advancedUnits, provincialOrgans, targetDeductions]
