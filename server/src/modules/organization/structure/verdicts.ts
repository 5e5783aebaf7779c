import type { PostKind, UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { leadership, type Relation, type Superior } from '@jiannuo/rules/organization/leadership.ts'
import { fullTimeDeputy } from '@jiannuo/rules/organization/office/full-time-deputy.ts'
import { branchSize } from '@jiannuo/rules/organization/size/branch-size.ts'
import { branchCommittee } from '@jiannuo/rules/organization/size/committee.ts'
import { organCommitteeThreshold } from '@jiannuo/rules/organization/size/organ-committee-threshold.ts'
import type { Verdict } from '@jiannuo/rules/organization/verdict.ts'
import type { Outcome } from '@jiannuo/rules/rule.ts'

const COMMITTEE: readonly PostKind[] = [
  'secretary',
  'deputySecretary',
  'fullTimeDeputySecretary',
  'organizationMember',
  'publicityMember',
  'disciplineMember',
  'committeeMember',
]

/** What the dated rules say of the size of a unit of this kind; empty for kinds no rule speaks of, and before the rules began. */
export function sizeVerdicts(kind: UnitKind, members: number, regular: number, day: Day): Verdict[] {
  if (kind === 'branch' || kind === 'jointBranch') {
    // How a joint branch's members spread over its units is not recorded for everyone, so only its size is judged.
    return inForce(
      branchSize,
      day,
      rule => given(rule.compute({ has: 'branch', members, regularMembersByUnit: [regular] })) ?? [],
    )
  }
  if (kind === 'organCommittee' || kind === 'generalBranch') {
    return inForce(
      organCommitteeThreshold,
      day,
      rule =>
        given(rule.compute({ members, regularMembers: regular, has: kind, superiorApproval: true }))?.verdicts ?? [],
    )
  }
  return []
}

/** Committee and secretary of a branch; a full-time deputy of an organ committee. */
export function postVerdicts(
  kind: UnitKind,
  members: number,
  regular: number,
  posts: readonly PostKind[],
  subordinateUnits: number,
  day: Day,
): Verdict[] {
  const count = (wanted: PostKind) => posts.filter(p => p === wanted).length
  if (kind === 'branch' || kind === 'jointBranch') {
    const portfolios = posts.filter(p => COMMITTEE.includes(p) && p !== 'secretary' && p !== 'deputySecretary').length
    // A branch with nobody but a secretary and a deputy has no committee, whatever its size.
    const committeeMembers = portfolios === 0 ? 0 : posts.filter(p => COMMITTEE.includes(p)).length
    const input = {
      regularMembers: regular,
      committeeMembers,
      secretaries: count('secretary'),
      deputySecretaries: count('deputySecretary'),
    }
    return inForce(branchCommittee, day, rule => given(rule.compute(input)) ?? [])
  }
  if (kind === 'organCommittee') {
    const input = { members, subordinateUnits, hasFullTimeDeputy: count('fullTimeDeputySecretary') > 0 }
    return inForce(fullTimeDeputy, day, rule => given(rule.compute(input)) ?? [])
  }
  return []
}

const SUPERIORS: Partial<Record<UnitKind, Superior>> = {
  workCommittee: 'workCommittee',
  leadingPartyGroup: 'leadingPartyGroup',
  cityCommittee: 'districtCommittee',
}

/** The leadership rule's periods, and how the recorded relations of an organ's topmost organisation or a district compare on the day. */
export function leadershipOf(kind: UnitKind, upper: readonly { kind: string; unitKind: UnitKind }[], day: Day) {
  const subject = kind === 'districtWorkCommittee' ? 'districtWorkCommittee' : 'organ'
  const topmost =
    kind === 'organCommittee' || upper.some(e => e.unitKind === 'leadingPartyGroup' || e.unitKind === 'workCommittee')
  if (subject === 'organ' && !topmost) return null
  const relations = upper.flatMap((e): Relation[] => {
    const by = SUPERIORS[e.unitKind]
    return by && (e.kind === 'leads' || e.kind === 'leadsConcretely' || e.kind === 'guides')
      ? [{ by, kind: e.kind }]
      : []
  })
  const computed = inForce(leadership, day, rule => [given(rule.compute({ subject, relations }))])[0]
  const periods = leadership.versions.map(v => ({
    from: v.from,
    until: v.until,
    inForce: v.from <= day && (v.until === null || day < v.until),
    explanation: subject === 'organ' ? v.params.explanation : (computed?.explanation ?? v.params.explanation),
    cite: v.cite,
  }))
  return { periods: subject === 'organ' ? periods : periods.filter(p => p.inForce), verdicts: computed?.verdicts ?? [] }
}

interface Dated<R> {
  versions: readonly { from: Day }[]
  at: (day: Day) => R
}
/** Nothing before the rule's first version: history is shown without a verdict rather than not at all. */
function inForce<R, V>(rule: Dated<R>, day: Day, ask: (rule: R) => V[]): V[] {
  return day < (rule.versions[0]?.from ?? day) ? [] : ask(rule.at(day))
}

const given = <V>(outcome: Outcome<V>): V | undefined => (outcome.kind === 'value' ? outcome.value : undefined)
