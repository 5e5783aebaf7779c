import type { Indicator } from '@jiannuo/engine/format.ts'
import { facts, template } from '../../template/build.ts'
import { both, each, given, head, vetoOnly, when } from '../../template/parts.ts'
import { PARTIAL, source } from '../../template/source.ts'

/** Operations 40 (implied), basics 30, vitality 30 of which vote 20 and superior 10. */
export const enterpriseParty = template({
  id: 'enterprise-party-assessment',
  title: both('企业党建考核', 'Enterprise Party assessment'),
  family: 'enterprise',
  subject: 'organization',
  sources: [source('企业党建考核体系设想', '经营、基础、活力', 'V2', '学术论文', 'academic proposal')],
  note: PARTIAL,
  leftOut: [
    both(
      '经营约 40 分由其余两项推出，没有直接写明',
      'about 40 points for operations follow from the rest and are not printed',
    ),
    both(
      '每项加 1—3 分、扣 3—5 分，由评定人在范围内定，方案不核对范围',
      'each bonus is 1–3 and each deduction 3–5 points: the reviewer decides, the scheme does not check the range',
    ),
    both(
      '安全稳定否决的后果没有公布，只标明被否决',
      'what the safety and stability veto leads to is not printed: it is only marked',
    ),
    both(
      '测评选项折算的分数没有公布，票面直接打百分制分数',
      'what a label of the vote is worth is not printed: slips carry points out of 100',
    ),
  ],
  facts: facts({
    operationsScore: ['points', 'up', '经营业绩得分', 'Operations', 40],
    partyBasicsScore: ['points', 'up', '党建基础得分', 'Basics', 30],
    superiorVitalityScore: ['points', 'up', '上级评价得分', 'Rating by the superior', 10],
    enterpriseBonus: ['points', 'up', '加分合计', 'Sum of bonus points'],
    enterpriseDeduction: ['points', 'down', '扣分合计', 'Sum of deductions'],
    safetyTargetsMissed: ['count', 'down', '安全稳定目标未完成项数', 'Safety and stability targets missed'],
  }),
  publicScores: 'grades',
  body: {
    groups: [
      head('operations', 40, '经营业绩', 'Operations', [given('operationsScore', 40)]),
      head('basics', 30, '党建基础', 'Basics', [given('partyBasicsScore', 30)]),
      head('vitality', 30, '党建活力', 'Vitality', [
        {
          id: 'vote',
          title: both('民主测评', 'Vote'),
          method: { kind: 'panel', points: 20, outOf: 100, sources: [{ source: 'vote', weight: 1 }] },
        },
        given('superiorVitalityScore', 10),
      ]),
    ],
    adjustments: [each('enterpriseBonus', 1), each('enterpriseDeduction', -1)],
    limits: { min: 0 },
    grades: vetoOnly(),
    vetoes: [when('safetyTargetsMissed', { gradeAtMost: 'vetoed' })],
  },
})

/** A level counts once its 20 items reach 80 of 100; one not applied for does not. */
const passed = (fact: string): Indicator => ({
  id: fact,
  fact,
  missing: 'zero',
  method: { kind: 'steps', steps: [{ atLeast: 80, points: 1 }] },
})

/** Three stars 有, four 好, five 强: each level of 20 items passed at 80, four 无 as vetoes. */
export const railwayStars = template({
  id: 'railway-star-2017',
  title: both('有、好、强三级星级党支部', 'Three levels of star branches'),
  family: 'enterprise',
  subject: 'branch',
  sources: [source('铁路电气化企业星级党支部创建办法（2017）', '三星、四星、五星标准', 'V2', '问答网页', 'Q&A page')],
  note: PARTIAL,
  leftOut: [
    both(
      '每级 20 条、100 分的细目没有公布，各按得分录入',
      'detail of the 20 items and 100 points of each level is not printed: each is entered as a score',
    ),
    both(
      '星级为达标级数加二，高一级以低一级达标为前提，由审核人把关',
      'stars are the levels passed plus two: that a level presupposes the one below is for the reviewer',
    ),
    both('逐年复核、可撤销属程序', 'the yearly re-check and revoking are procedure'),
  ],
  facts: facts({
    threeStarItems: ['points', 'up', '三星标准（四个有）得分', 'Three-star items'],
    fourStarItems: ['points', 'up', '四星标准（四个好）得分', 'Four-star items'],
    fiveStarItems: ['points', 'up', '五星标准（四个强）得分', 'Five-star items'],
    disciplineCases: ['count', 'down', '违纪违法案件', 'Violations of discipline or law'],
    securityIncidents: ['count', 'down', '治安案件', 'Security incidents'],
    safetyAccidents: ['count', 'down', '安全事故', 'Safety accidents'],
    massIncidents: ['count', 'down', '群体性事件', 'Mass incidents'],
  }),
  publicScores: 'grades',
  body: {
    decimals: 0,
    groups: [
      head('levels', 3, '达标级数', 'Levels passed', ['threeStarItems', 'fourStarItems', 'fiveStarItems'].map(passed)),
    ],
    stars: [3, 2, 1].map(levels => ({ stars: levels + 2, atLeast: levels })),
    vetoes: ['disciplineCases', 'securityIncidents', 'safetyAccidents', 'massIncidents'].map(id =>
      when(id, { starsAtMost: 0 }),
    ),
  },
})

export const ENTERPRISE_TEMPLATES = [enterpriseParty, railwayStars]
