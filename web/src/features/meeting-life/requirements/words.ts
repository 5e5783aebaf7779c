import type { AskedUnit } from '@jiannuo/contract/meeting-life/requirement.ts'

type Asks = Record<AskedUnit, string>
const zhAsks: Asks = {
  branch: '党支部',
  generalBranch: '党总支',
  organCommittee: '机关党委',
  committee: '设支委会的支部',
  groups: '设党小组的支部',
  leadingPartyGroup: '党组',
}
const enAsks: Asks = {
  branch: 'branches',
  generalBranch: 'general branches',
  organCommittee: 'organ committees',
  committee: 'branches with a committee',
  groups: 'branches with groups',
  leadingPartyGroup: 'Party groups',
}
const zh = {
  kicker: '组织生活',
  title: (n: number) => (n > 0 ? `本市另有${n}项要求` : '本市没有另外的要求'),
  note: '条例之外的要求，或代替条例没有写明次数的默认值；从生效之日起进入各组织的工作清单。',
  list: '要求',
  none: '还没有本市要求',
  noneNote: '没有要求时，各组织只按条例执行。',
  name: '名称',
  nameHint: '如：廉政党课',
  kind: '会议种类',
  every: '周期',
  times: '次数',
  timesUnit: '次',
  periods: { month: '每月', quarter: '每季度', halfYear: '每半年', year: '每年' },
  asksHead: '要求谁',
  asks: zhAsks,
  replaces: (kind: string) => `代替${kind}的默认次数，不再另加`,
  from: '自哪天起',
  document: '依据文件',
  documentHint: '文件名或文号',
  add: '增加要求',
  save: '公布要求',
  end: '停止',
  endOn: '自哪天起不再要求',
  endSend: '确定停止',
  cancel: '返回',
  said: (every: string, times: number) => `${every}${times}次`,
  since: (day: string) => `${day}起`,
  until: (day: string) => `到${day}止`,
  choose: '至少选一类组织',
}
const en: typeof zh = {
  kicker: 'Organisational life',
  title: n =>
    n === 0
      ? 'The city asks nothing beside the regulations'
      : n === 1
        ? 'The city asks one thing more'
        : `The city asks ${n} things more`,
  note: 'Beside the regulations, or in place of a default where they print no number; from its first day it stands in the checklists.',
  list: 'Requirements',
  none: 'No requirement yet',
  noneNote: 'Without one, organisations follow the regulations alone.',
  name: 'Name',
  nameHint: 'such as: a lecture on clean government',
  kind: 'Kind of meeting',
  every: 'Period',
  times: 'Times',
  timesUnit: 'times',
  periods: { month: 'a month', quarter: 'a quarter', halfYear: 'a half-year', year: 'a year' },
  asksHead: 'Of whom',
  asks: enAsks,
  replaces: kind => `In place of the default for ${kind}, not beside it`,
  from: 'From',
  document: 'Document',
  documentHint: 'its name or number',
  add: 'Ask something',
  save: 'Publish',
  end: 'End',
  endOn: 'First day it is not asked',
  endSend: 'End it',
  cancel: 'Back',
  said: (every, times) => `${times} ${every}`,
  since: day => `from ${day}`,
  until: day => `until ${day}`,
  choose: 'Choose one kind of organisation at least',
}
export const requirementWords = { zh, en }
