import type { Bilingual } from '../../rule.ts'

/** How a value reads: points with their unit, a share as percent or fraction, a condition and a plain value as they are. */
export type Reading = 'points' | 'share' | 'plain'

interface KeyLabel extends Bilingual {
  reads: Reading
}
const label = (zh: string, en: string, reads: Reading = 'plain'): KeyLabel => ({ zh, en, reads })

/** What a key of the file is called in a sentence. A key that is missing here is told by its own name. */
export const KEY_LABELS: Readonly<Record<string, KeyLabel>> = {
  scheme: label('标识', 'id'),
  title: label('名称', 'title'),
  cite: label('依据', 'ground'),
  subject: label('对象', 'subject'),
  year: label('年度', 'year'),
  period: label('周期', 'period'),
  decimals: label('小数位数', 'decimal places'),
  missing: label('缺数据时的处理', 'missing policy'),
  scopes: label('范围', 'scopes'),
  max: label('满分', 'maximum', 'points'),
  min: label('下限', 'lower bound', 'points'),
  fact: label('数据', 'fact'),
  method: label('计分办法', 'method'),
  kind: label('计分办法', 'method'),
  points: label('分值', 'points', 'points'),
  base: label('基础分', 'base', 'points'),
  from: label('起点', 'start'),
  to: label('终点', 'end'),
  each: label('每一次', 'each', 'points'),
  floor: label('下限', 'floor'),
  ceiling: label('上限', 'ceiling'),
  cap: label('上限', 'cap', 'points'),
  of: label('取自', 'taken of'),
  per: label('分母', 'denominator'),
  scope: label('比较范围', 'scope'),
  order: label('次序', 'order'),
  atLeast: label('界限', 'lower bound'),
  below: label('低于', 'below'),
  bottom: label('末位比例', 'bottom share', 'share'),
  share: label('比例', 'share', 'share'),
  scale: label('评议等次折算', 'scale'),
  outOf: label('评议满分', 'full rating'),
  weight: label('权重', 'weight'),
  minimum: label('最少票数', 'fewest ratings'),
  trim: label('去掉最高最低票数', 'ratings trimmed at each end'),
  with: label('关联数据', 'partner'),
  form: label('关联方式', 'form'),
  gain: label('增益', 'gain'),
  full: label('满值', 'full value'),
  recoverable: label('整改后可恢复', 'recoverable by'),
  bonusCap: label('加分总上限', 'cap of bonuses', 'points'),
  deductionCap: label('扣分总上限', 'cap of deductions', 'points'),
  limits: label('总分界限', 'limits of the total'),
  tieBreakers: label('同分时的次序', 'tie-breakers'),
  ungraded: label('不定等次的标记', 'mark of the ungraded'),
  when: label('触发条件', 'condition'),
  gradeAtMost: label('等次最高', 'grade at most'),
  starsAtMost: label('星级最高', 'stars at most'),
  zero: label('计零分', 'total is zero'),
  bars: label('不得参评', 'barred from'),
  lights: label('亮灯界限', 'lights'),
  green: label('绿灯', 'green'),
  yellow: label('黄灯', 'yellow'),
  by: label('汇总方式', 'roll-up'),
  own: label('单位自身得分', 'own score'),
  ownWeight: label('自身得分权重', 'weight of the own score', 'share'),
  decision: label('决定', 'decision'),
  coupling: label('互为系数', 'coupling'),
}

/** Lists whose items are told apart by a key, and what an item is called. */
export const LISTS: Readonly<Record<string, { key: string; item: Bilingual }>> = {
  groups: { key: 'id', item: { zh: '部分', en: 'group' } },
  indicators: { key: 'id', item: { zh: '指标', en: 'indicator' } },
  adjustments: { key: 'id', item: { zh: '加减分项', en: 'adjustment' } },
  grades: { key: 'grade', item: { zh: '等次', en: 'grade' } },
  stars: { key: 'stars', item: { zh: '星级', en: 'star' } },
  vetoes: { key: 'id', item: { zh: '一票否决', en: 'veto' } },
  gates: { key: 'id', item: { zh: '限制', en: 'gate' } },
  sources: { key: 'source', item: { zh: '评议来源', en: 'source' } },
  steps: { key: 'atLeast', item: { zh: '分档', en: 'step' } },
  rank: { key: 'scope', item: { zh: '排名', en: 'rank' } },
  rollUp: { key: 'scope', item: { zh: '汇总', en: 'roll-up' } },
  overrides: { key: 'fact', item: { zh: '例外决定', en: 'override' } },
}

export const METHOD_TITLES: Readonly<Record<string, Bilingual>> = {
  linear: { zh: '按比例', en: 'linear' },
  steps: { zh: '分档', en: 'steps' },
  deduct: { zh: '扣分', en: 'deduct' },
  bonus: { zh: '加分', en: 'bonus' },
  ratio: { zh: '完成率', en: 'ratio' },
  place: { zh: '按名次', en: 'by place' },
  choice: { zh: '按结论', en: 'by finding' },
  given: { zh: '直接给分', en: 'given score' },
  panel: { zh: '评议', en: 'panel' },
}
