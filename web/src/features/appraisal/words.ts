import type { PanelState, RoundState } from '@jiannuo/contract/appraisal/round.ts'
import type { Level } from '@jiannuo/contract/values.ts'

const levelsZh: Record<Level, string> = {
  member: '党员',
  branchSecretary: '党支部书记',
  organCommitteeSecretary: '机关党委书记',
  partyGroupSecretary: '党组书记',
}
const levelsEn: Record<Level, string> = {
  member: 'members',
  branchSecretary: 'branch secretaries',
  organCommitteeSecretary: 'organ committee secretaries',
  partyGroupSecretary: 'Party group secretaries',
}
/** Who is on a slip: persons of a level, or units. */
const aboutsZh = { ...levelsZh, branch: '考核', organ: '考核' }
const aboutsEn: typeof aboutsZh = { ...levelsEn, branch: 'assessment', organ: 'assessment' }
const statesZh: Record<RoundState, string> = {
  preparing: '筹备',
  rating: '评议中',
  computed: '拟定',
  decided: '已审定',
  objection: '异议期',
  filed: '已备案',
}
const statesEn: Record<RoundState, string> = {
  preparing: 'preparing',
  rating: 'rating',
  computed: 'proposed',
  decided: 'decided',
  objection: 'open to objection',
  filed: 'filed',
}
const panelsZh: Record<PanelState, string> = {
  notStarted: '未开始',
  open: '待计票',
  sealed: '已封票',
  valid: '有效',
  notRated: '不计',
}
const panelsEn: Record<PanelState, string> = {
  notStarted: 'not started',
  open: 'to be counted',
  sealed: 'sealed',
  valid: 'valid',
  notRated: 'not rated',
}

const zh = {
  levels: levelsZh,
  abouts: aboutsZh,
  states: statesZh,
  panels: panelsZh,
  all: '全部考评',
  of: (unit: string, year: number, level: Level) => `${unit}${year}年度${levelsZh[level]}评定`,
  people: (n: number) => `${n}人`,
  points: (total: string) => `${total} 分`,
  save: '保存',
  back: '返回',
  secret: '谁投了什么，系统里没有记录，哪里也查不到',
}
const en: typeof zh = {
  levels: levelsEn,
  abouts: aboutsEn,
  states: statesEn,
  panels: panelsEn,
  all: 'All rounds',
  of: (unit, year, level) => `${unit}: appraisal of ${levelsEn[level]}, ${year}`,
  people: n => (n === 1 ? '1 person' : `${n} people`),
  points: total => `${total} points`,
  save: 'Save',
  back: 'Back',
  secret: 'Who gave which slip is recorded nowhere and can be found nowhere',
}
export const appraisalWords = { zh, en }
