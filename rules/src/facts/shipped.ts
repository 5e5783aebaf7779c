import { cite } from '../rule.ts'
import { type Fact, READING_OF } from './fact.ts'

type Spec = Pick<Fact, 'unit' | 'direction' | 'about' | 'source'> & Partial<Fact>

/** A fact with what is usual filled in: read by its unit, for every period, seen by the unit, a record of work. */
export const fact = (id: string, zh: string, en: string, spec: Spec): Fact => ({
  id,
  title: { zh, en },
  periods: ['month', 'quarter', 'halfYear', 'year'],
  reading: READING_OF[spec.unit],
  visibility: 'unit',
  kind: 'work',
  ...spec,
})

const PERSON: Fact['about'] = ['member', 'secretary']
const UNIT: Fact['about'] = ['branch', 'organ']
const ANY: Fact['about'] = [...PERSON, 'section', ...UNIT]
const YEAR: Pick<Fact, 'periods'> = { periods: ['year'] }
const LISTS = cite('中国共产党纪律处分条例', '政治、组织、廉洁、群众、工作、生活六类纪律', 'U')

/** Every fact that the shipped schemes of the four levels read, and no other. */
export const COMMON_FACTS: readonly Fact[] = [
  fact('pledgeCompletion', '承诺完成率(按权重)', 'Fulfilment of pledges, by weight', {
    ...{ unit: 'share', direction: 'up', about: [...PERSON, 'branch'], source: 'pledge', reading: 'derived', ...YEAR },
  }),
  fact('meetingCompliance', '组织生活参加或落实率', 'Organisation life taken part in or held, of what was due', {
    ...{ unit: 'share', direction: 'up', about: ANY, source: 'meeting-life' },
    cite: cite('中国共产党支部工作条例(试行)', '第四章', 'V'),
  }),
  fact('trainingHours', '集中学习培训学时', 'Hours of organised study and training', {
    ...{ unit: 'hours', direction: 'up', about: PERSON, source: 'import' },
    cite: cite('中国共产党党员教育管理工作条例', '第十条', 'V2'),
  }),
  fact('themeDays', '主题党日次数', 'Theme days held', {
    ...{ unit: 'count', direction: 'up', about: ['secretary', ...UNIT], source: 'meeting-life' },
    cite: cite('中国共产党支部工作条例(试行)', '第四章', 'V'),
  }),
  fact('strictGovernanceMeetings', '全面从严治党专题会议次数', 'Dedicated meetings on strict Party governance', {
    ...{ unit: 'count', direction: 'up', about: ['secretary', 'organ'], source: 'import' },
  }),
  fact('partyWorkAppraisal', '机关党建考核得分', 'Appraisal of organ Party work', {
    ...{ unit: 'points', direction: 'up', about: ['secretary', ...UNIT], source: 'appraisal' },
  }),
  fact('fiveTypeScore', '五型机关评定得分', 'Five-type organ appraisal', {
    ...{ unit: 'points', direction: 'up', about: ['secretary', 'organ'], source: 'appraisal', ...YEAR },
  }),
  fact('satisfaction', '党员群众满意率', 'Satisfaction of members and masses', {
    ...{ unit: 'share', direction: 'up', about: ['secretary', ...UNIT], source: 'import', visibility: 'public' },
  }),
  fact('honours', '县处级以上表彰次数', 'Commendations at county level or above', {
    ...{ unit: 'count', direction: 'up', about: ANY, source: 'import', visibility: 'public' },
  }),
  fact('criticisms', '通报批评次数', 'Criticisms in a bulletin', {
    ...{ unit: 'count', direction: 'down', about: ANY, source: 'import' },
  }),
  fact('criticismsRectified', '已整改销号的通报批评', 'Criticisms rectified and verified', {
    ...{ unit: 'count', direction: 'up', about: ANY, source: 'import' },
  }),
  fact('probationary', '预备党员', 'Probationary member', {
    ...{ unit: 'mark', direction: 'none', about: PERSON, source: 'roster', reading: 'derived' },
  }),
  fact('weakOrganization', '所在组织被列为软弱涣散', 'Organisation listed as weak', {
    ...{ unit: 'mark', direction: 'down', about: ANY, source: 'import' },
  }),
  fact('graveViolations', '严重违纪违法', 'Grave violations of discipline or law', {
    ...{ unit: 'count', direction: 'down', about: ANY, source: 'import', visibility: 'leadership', cite: LISTS },
  }),
]
