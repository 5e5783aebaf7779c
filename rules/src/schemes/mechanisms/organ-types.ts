import type { Group, Indicator } from '@jiannuo/engine/format.ts'
import type { Bilingual } from '../../rule.ts'
import { facts, template } from '../template/build.ts'
import { both, evenly, fourGrades, given, head } from '../template/parts.ts'
import { COMPLETED, LOCAL, source } from '../template/source.ts'
import type { TemplateFact } from '../template/template.ts'

/** What each of the five types consists of, and how many of it (R3.5). */
const PARTS = [
  { part: 'Goal', count: 1, title: both('目标完成', 'goal reached') },
  { part: 'Focuses', count: 2, title: both('重点落实', 'focus points carried out') },
  { part: 'Measures', count: 3, title: both('措施落实', 'measures carried out') },
  { part: 'Carriers', count: 2, title: both('载体运行', 'carriers at work') },
] as const

/** Points of each goal, focus, measure and carrier: serving, the core, counts double. */
const TYPES = [
  { type: 'learning', each: 2, title: both('学习型', 'Learning') },
  { type: 'serving', each: 4, title: both('服务型（核心）', 'Serving (the core)') },
  { type: 'innovative', each: 2, title: both('创新型', 'Innovative') },
  { type: 'harmonious', each: 2, title: both('和谐型', 'Harmonious') },
  { type: 'clean', each: 2, title: both('廉洁型', 'Clean') },
] as const

const partFacts: TemplateFact[] = TYPES.flatMap(({ type, title }) =>
  PARTS.map(
    ({ part, count, title: { zh, en } }): TemplateFact => ({
      id: `${type}${part}`,
      title: { zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` },
      unit: count === 1 ? 'share' : 'count',
      direction: 'up',
      period: 'year',
    }),
  ),
)

const typeGroup = ({ type, each, title }: (typeof TYPES)[number]): Group =>
  head(
    type,
    8 * each,
    title.zh,
    title.en,
    PARTS.map(({ part, count }) => evenly(`${type}${part}`, count, count * each)),
  )

const award = (fact: string): Indicator => ({ id: fact, fact, method: { kind: 'bonus', each: 2, cap: 2 } })

/** Five types of 1 goal, 2 focus points, 3 measures and 2 carriers; contests for service brand and service result. */
export const fiveTypeOrgan = template({
  id: 'five-type-organ',
  title: both(
    '五型机关评定（学习、服务、创新、和谐、廉洁）',
    'Five-type organ (learning, serving, innovative, harmonious, clean)',
  ),
  family: 'organTypes',
  subject: 'organ',
  sources: [
    source(
      '五型机关建设（大连市直机关工委，城市实践）',
      '每型一个目标、两个重点、三项措施、两个载体',
      'S',
      '城市经验材料',
      'the city’s own account',
    ),
    LOCAL,
  ],
  note: COMPLETED,
  leftOut: [
    both(
      '各型各项的分值没有公布：本地按每项 2 分、核心的服务型每项 4 分，两项竞赛各 2 分',
      'no points are printed: 2 for each part, 4 for each of serving, the core, and 2 for each contest are local',
    ),
    both(
      '五型各自的目标、重点、措施、载体由各机关自定',
      'goals, focus points, measures and carriers are each organ’s own',
    ),
    both('等次分数线没有公布，本地沿用 90、80、60 分', 'cuts are not printed: 90, 80 and 60 are local'),
    both(
      '得分用于机关党委书记评定时，作为“五型机关评定得分”录入',
      'for the appraisal of organ committee secretaries the total is entered as the five-type score',
    ),
  ],
  facts: [
    ...partFacts,
    ...facts({
      serviceBrandAward: ['mark', 'up', '获评最佳服务品牌', 'Best service brand'],
      serviceResultAward: ['mark', 'up', '获评最佳服务成果', 'Best service result'],
    }),
  ],
  publicScores: 'grades',
  body: {
    groups: [
      ...TYPES.map(typeGroup),
      head('contests', 4, '服务品牌与服务成果竞赛', 'Contests of service brands and results', [
        award('serviceBrandAward'),
        award('serviceResultAward'),
      ]),
    ],
    grades: fourGrades([90, 80, 60]),
  },
})

const NUMBERS = [
  ['typeOne', '第一型', 'First type'],
  ['typeTwo', '第二型', 'Second type'],
  ['typeThree', '第三型', 'Third type'],
  ['typeFour', '第四型', 'Fourth type'],
] as const

const jury = (id: string, title: Bilingual): Indicator => ({
  id,
  title,
  method: { kind: 'panel', points: 10, outOf: 100, sources: [{ source: id, weight: 1, minimum: 5, trim: 1 }] },
})

/** Four types a city names, with a contest on stage and an observation; low in Party or business work bars from five stars. */
export const fourTypeOrgan = template({
  id: 'four-type-organ',
  title: both('四型机关星级评定', 'Four-type organ with stars'),
  family: 'organTypes',
  subject: 'organ',
  sources: [
    source(
      '四型机关建设（莱西，城市实践）',
      '积分细则、擂台赛、观摩评比',
      'S',
      '城市经验材料',
      'the city’s own account',
    ),
    LOCAL,
  ],
  note: COMPLETED,
  leftOut: [
    both(
      '四型的名称没有公布，各地自定：采用时改写四组标题',
      'the four types are not named: rename the four groups on adoption',
    ),
    both(
      '积分细则、各项分值和星级分数线没有公布：本地四型各 20 分，擂台赛、观摩各 10 分，90、80、70 分定星',
      'rules, points and cuts are not printed: 20 for each type, 10 for contest and observation, stars from 90, 80 and 70 are local',
    ),
    both(
      '排名靠后的界线没有公布：本地为同类末位一成',
      'what counts as low is not printed: the last tenth of the class is local',
    ),
    both(
      '全市综合考核等次不进入得分，与星级并列展示',
      'the city’s composite appraisal is no input; it is shown beside the stars',
    ),
  ],
  facts: facts({
    ...Object.fromEntries(
      NUMBERS.map(([id, zh, en]) => [`${id}Score`, ['points', 'up', `${zh}积分`, `${en}: yearly points`, 20] as const]),
    ),
    businessScore: ['points', 'up', '业务工作考核得分', 'Business appraisal'],
  }),
  publicScores: 'grades',
  body: {
    scopes: ['class'],
    groups: [
      ...NUMBERS.map(([id, zh, en]) => head(id, 20, zh, en, [given(`${id}Score`, 20)])),
      head('contest', 10, '擂台赛', 'Contest on stage', [
        jury('contest', both('擂台赛评分', 'Ratings of the contest')),
      ]),
      head('observation', 10, '观摩评比', 'Observation', [
        jury('observation', both('观摩评分', 'Ratings of the observation')),
      ]),
    ],
    stars: [90, 80, 70].map((atLeast, i) => ({ stars: 5 - i, atLeast })),
    gates: [
      {
        id: 'lowBusiness',
        title: both('业务考核排名靠后', 'Low in business work'),
        when: { bottom: 0.1, of: 'businessScore', scope: 'class' },
        starsAtMost: 4,
        bars: ['advancedOrganization'],
      },
      {
        id: 'lowParty',
        title: both('党建考核排名靠后', 'Low in Party work'),
        when: { bottom: 0.1, of: 'total', scope: 'class' },
        starsAtMost: 4,
        bars: ['advancedOrganization'],
      },
    ],
  },
})

export const ORGAN_TYPE_TEMPLATES = [fiveTypeOrgan, fourTypeOrgan]
