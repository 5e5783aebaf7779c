import type { Day } from '@jiannuo/contract/values.ts'
import { electionMajority, electionQuorum } from '@jiannuo/rules/life/shares.ts'

interface Voted {
  personId: string
  votes: number
}

/**
 * Who is elected: more than half of those entitled who are present, the most votes first, as many as there are seats. Where several share the
 * last place none of them is; their seat waits for another vote.
 */
export function resultOf(seats: number, base: number, on: Day, voted: readonly Voted[]) {
  const outcome = electionMajority.at(on).compute({ count: 0, base })
  const needed = outcome.kind === 'value' ? outcome.value.needed : base
  const enough = voted.filter(each => each.votes >= needed).sort((a, b) => b.votes - a.votes)
  const [last, next] = [enough[seats - 1], enough[seats]]
  const tied = last !== undefined && next !== undefined && last.votes === next.votes
  const elected = enough.slice(0, seats).filter(each => !tied || each.votes > last.votes)
  return { needed, tied, elected: new Set(elected.map(each => each.personId)) }
}

/** Whether enough of those entitled are there to elect at all, by the text in force on the day. */
export function presenceOf(on: Day, voting: number, present: number) {
  const rule = electionQuorum.at(on)
  const outcome = rule.compute({ count: present, base: voting })
  const { needed: quorum, reached: kept } =
    outcome.kind === 'value' ? outcome.value : { needed: voting, reached: false }
  return { voting, present, quorum, kept, cite: rule.cite }
}
