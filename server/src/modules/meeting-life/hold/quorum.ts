import type { Attendee, Quorum } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import {
  admissionMajority,
  assemblyMajority,
  assemblyQuorum,
  committeeQuorum,
  electionMajority,
} from '@jiannuo/rules/life/shares.ts'

/** Which presence each kind of meeting needs; kinds left out need somebody to be there, no more. */
const QUORUMS: Record<string, typeof assemblyQuorum> = {
  branchAssembly: assemblyQuorum,
  organizationLifeMeeting: assemblyQuorum,
  memberAppraisal: assemblyQuorum,
  committeeMeeting: committeeQuorum,
}

/** Who is due, may vote and is there; whether that is enough by the rule in force on the day. Those made up later were not there. */
export function quorumOf(kind: string, on: Day, people: readonly Attendee[]): Quorum {
  const due = people.filter(each => each.due)
  const voting = people.filter(each => each.voting)
  const isPresent = (each: Attendee) => each.state === 'present'
  const figures = {
    ...{ due: due.length, voting: voting.length },
    ...{ present: people.filter(isPresent).length, votingPresent: voting.filter(isPresent).length },
  }
  const rule = QUORUMS[kind]?.at(on)
  if (!rule) return { ...figures, needed: 1, kept: figures.present >= 1, cite: null }
  const outcome = rule.compute({ count: figures.votingPresent, base: figures.voting })
  const { reached, needed } = outcome.kind === 'value' ? outcome.value : { reached: false, needed: figures.voting }
  return { ...figures, needed, kept: reached, cite: { document: rule.cite.document, article: rule.cite.article } }
}

/** What carries a resolution: an assembly and an admission by those due, an election by those present, a committee by its members present. */
export function majorityOf(majority: string, on: Day, inFavour: number, quorum: Quorum) {
  const [rule, base] = {
    assembly: [assemblyMajority, quorum.voting] as const,
    admission: [admissionMajority, quorum.voting] as const,
    election: [electionMajority, quorum.votingPresent] as const,
  }[majority] ?? [null, quorum.votingPresent]
  if (!rule) {
    const needed = Math.floor(base / 2) + 1
    return { base, needed, carried: inFavour >= needed }
  }
  const outcome = rule.at(on).compute({ count: inFavour, base })
  if (outcome.kind === 'missing') return { base, needed: base, carried: false }
  return { base, needed: outcome.value.needed, carried: outcome.value.reached }
}
