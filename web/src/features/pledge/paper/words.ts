import type { PledgeState } from '@jiannuo/contract/pledge/pledge.ts'
import type { Level } from '@jiannuo/contract/values.ts'

const zh = {
  levels: {
    member: '党员',
    branchSecretary: '支部书记',
    organCommitteeSecretary: '机关党委书记',
    partyGroupSecretary: '党组书记',
  } satisfies Record<Level, string>,
  states: {
    draft: '草稿',
    submitted: '待审',
    returned: '退回修改',
    approved: '已审定',
    onNotice: '公示中',
    inForce: '生效',
    amending: '修改中',
    closed: '已办结',
  } satisfies Record<PledgeState, string>,
  kinds: { party: '党建', business: '业务' },
  kindCards: { party: '党建事项', business: '业务事项' },
  weight: (n: number) => `权重 ${n}`,
  before: (day: string) => `${day}前`,
  noTarget: '未写目标值',
  noTitle: '还没有写',
  measures: '践诺措施：',
  follows: (fact: string) => `进展随“${fact}”自动更新`,
  comments: '审核意见',
  commentBy: (name: string, day: string) => `${name}，${day}`,
  settled: '已改',
  returnReason: (round: number) => `第 ${round} 次退回的原因`,
  sep: '，',
}
const en: typeof zh = {
  levels: {
    member: 'Member',
    branchSecretary: 'Branch secretary',
    organCommitteeSecretary: 'Organ committee secretary',
    partyGroupSecretary: 'Party group secretary',
  },
  states: {
    draft: 'draft',
    submitted: 'submitted',
    returned: 'returned',
    approved: 'approved',
    onNotice: 'on notice',
    inForce: 'in force',
    amending: 'amending',
    closed: 'closed',
  },
  kinds: { party: 'Party', business: 'Business' },
  kindCards: { party: 'Party items', business: 'Business items' },
  weight: n => `weight ${n}`,
  before: day => `by ${day}`,
  noTarget: 'no target yet',
  noTitle: 'nothing written yet',
  measures: 'Measures: ',
  follows: fact => `Progress moves with “${fact}”`,
  comments: 'Comments',
  commentBy: (name, day) => `${name}, ${day}`,
  settled: 'mended',
  returnReason: round => `Why it was returned (round ${round})`,
  sep: ', ',
}
export const paperWords = { zh, en }
export type PaperWords = typeof zh
