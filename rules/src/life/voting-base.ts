import { cite, defineRule, type Outcome, value } from '../rule.ts'
import { ELECTION_REGULATIONS } from './shares.ts'

/** One member of the unit that meets, as he stands on the day of the meeting. */
export interface DueMember {
  memberId: string
  regular: boolean
  /** 留党察看, lawful detention or arrest: no right to vote, to elect or to stand. */
  suspended: boolean
  /** 年老体弱、长期病假、失能: no hard demand to take part. */
  excused: boolean
}

export interface VotingBase {
  /** 应到会: who is expected, the probationary members included. */
  due: string[]
  /** 有表决权的应到会: the base of quorum, decision and admission. */
  voting: string[]
  /** Why somebody of the unit is not in a base, by member. */
  leftOut: { memberId: string; from: 'due' | 'voting'; because: 'excused' | 'probationary' | 'suspended' }[]
}

/**
 * 应到会和有表决权: who counts in the base of an assembly.
 *
 * Probationary members attend and do not vote; members whose rights are suspended neither. Those excused for age or health are
 * left out of what is due (中国共产党党员教育管理工作条例 第二十三条) and of the voting base, unless they come: then they are
 * counted in both, which the caller says by `excused: false`. The order of the lists is that of the input.
 */
export const votingBase = defineRule({
  id: 'life.voting-base',
  title: { zh: '应到会和有表决权人数', en: 'Who is due and who may vote' },
  unit: 'persons',
  versions: [
    {
      ...{ from: '2020-07-13', until: null, checkedOn: '2026-09-30', params: {} },
      cite: cite(ELECTION_REGULATIONS, '第五条', 'V'),
    },
  ],
  compute(members: readonly DueMember[]): Outcome<VotingBase> {
    const base: VotingBase = { due: [], voting: [], leftOut: [] }
    for (const { memberId, regular, suspended, excused } of members) {
      if (excused) {
        base.leftOut.push({ memberId, from: 'due', because: 'excused' })
        continue
      }
      base.due.push(memberId)
      if (regular && !suspended) base.voting.push(memberId)
      else base.leftOut.push({ memberId, from: 'voting', because: suspended ? 'suspended' : 'probationary' })
    }
    return value(base)
  },
})
