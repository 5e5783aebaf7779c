import { canonical } from '@jiannuo/engine/canonical.ts'
import type { RatingRow } from '@jiannuo/engine/score.ts'
import {
  entitledTo,
  INVALID,
  jsonOf,
  mostPerSubject,
  poolsFrom,
  ratingsFrom,
  scaleOf,
  sha256,
  type shippedScheme,
  sitsAtHome,
} from '../../modules/appraisal/index.ts'
import type { CopyValue } from '../../platform/database/copy.ts'
import type { Organization, Unit } from '../organization.ts'
import type { Member, People } from '../people.ts'
import type { Random } from '../random.ts'
import type { FactsOfYear } from './facts.ts'
import type { Pledge } from './pledges.ts'

export interface Context {
  random: Random
  o: Organization
  people: People
  authority: string
  cycle: string
  year: number
  known: FactsOfYear
}

export type Scheme = ReturnType<typeof shippedScheme> & { id: string }
export type Add = (table: string, row: Record<string, CopyValue>) => void
interface Subject {
  id: string
  pledge: Pledge
}
interface Round {
  id: string
  unit: Unit
  subjects: Subject[]
}
type Panel = Scheme['panels'][number]

/** Draws every slip and every named rating of a round once: the tables hold what the result is computed from, by the product's own rule of what counts. */
export function rateRound(context: Context, scheme: Scheme, round: Round, add: Add): RatingRow[] {
  const standing = new Map(round.subjects.map(s => [s.id, 0.55 + context.random.next() * 0.42]))
  /** The place in the scale of one grade given to a subject: the better his standing, the better. */
  const draw = ({ id }: Subject) => {
    const { random } = context
    return random.chance(standing.get(id)!) ? 0 : random.chance(0.85) ? 1 : random.chance(0.9) ? 2 : 3
  }
  const held = scheme.panels
    .filter(panel => panel.modes[0] === 'paper')
    .flatMap(panel =>
      placesOf(panel, round).map(place => holdSitting(context, scheme, round, { panel, place }, draw, add)),
    )
  const named = (['self', 'organisation'] as const).flatMap(source =>
    rateByName(context, scheme, round, source, draw, add),
  )
  const pools = poolsFrom(
    scheme,
    held.map(each => each.sitting),
    held.flatMap(each => each.cells),
  )
  return ratingsFrom(named, pools)
}

const placesOf = (panel: Panel, { unit, subjects }: Round): Unit[] =>
  sitsAtHome(panel) ? [...new Set(subjects.map(s => s.pledge.unit))] : [unit]

type Draw = (subject: Subject) => number

/** One sitting: who could rate, who counted, how many slips came back and what they said. Too few raters or nobody to count: it is not held. */
function holdSitting(
  context: Context,
  scheme: Scheme,
  round: Round,
  { panel, place }: { panel: Panel; place: Unit },
  draw: Draw,
  add: Add,
) {
  const { random, year } = context
  const sizes = panel.who.map(pool => poolSize(context, pool.id, place))
  const counted = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  const takesAdded = sizes.includes(null)
  const added = takesAdded ? (counted === 0 ? random.int(12, 24) : random.int(2, 5)) : null
  const entitled = entitledTo({ counted, added, takesAdded }) ?? 0
  const away = random.chance(0.012) ? '全体外出执行任务，会期内未能组织' : null
  const held = entitled >= panel.minimum && away === null
  const [first, second] = held ? tellersAt(context, round, place) : []
  const sitting = {
    ...{ id: random.uuid(), panel: panel.id, source: panel.source, counted, added, takesAdded },
    ...{ minimum: panel.minimum, waivedReason: away, firstTeller: first?.id ?? null },
    ...{ countState: held ? ('confirmed' as const) : null, returned: held ? 0 : null },
  }
  add('appraisal_sitting', {
    id: sitting.id,
    round_id: round.id,
    unit_id: round.unit.id,
    home_unit_id: place.id,
    panel: panel.id,
    source: panel.source,
    counted,
    added,
    takes_added: takesAdded,
    minimum: panel.minimum,
    first_teller: first?.id ?? null,
    first_teller_name: first?.name ?? null,
    second_teller: second?.id ?? null,
    second_teller_name: second?.name ?? null,
    waived_reason: away,
  })
  if (!held) return { sitting, cells: [] }
  const handedOut = entitled - (random.chance(0.3) ? 1 : 0)
  const returned = random.chance(0.02)
    ? Math.ceil(entitled * 0.4)
    : handedOut - random.int(0, Math.floor(handedOut / 10))
  const here = round.subjects.filter(s => place === round.unit || s.pledge.unit === place)
  const most = Math.min(returned, mostPerSubject(panel, entitled))
  const scale = scaleOf(scheme.document, panel.source).map(grade => grade.id)
  const entry = { handedOut, returned, cells: here.flatMap(s => countCells(context, s, most, scale, draw)) }
  const count = random.uuid()
  add('appraisal_count', {
    id: count,
    round_id: round.id,
    unit_id: round.unit.id,
    panel: panel.id,
    source: panel.source,
    entitled,
    handed_out: handedOut,
    returned,
    state: 'confirmed',
    entered_by: first!.id,
    entered_at: `${year}-12-28T07:00:00Z`,
    confirmed_by: second!.id,
    confirmed_at: `${year}-12-28T07:40:00Z`,
    second_entry_sha256: sha256(canonical(jsonOf(entry))),
    sitting_id: sitting.id,
  })
  for (const cell of entry.cells)
    add('appraisal_slip', { count_id: count, subject_id: cell.subjectId, grade: cell.grade, slips: cell.slips })
  return { sitting: { ...sitting, returned }, cells: entry.cells.map(cell => ({ ...cell, sittingId: sitting.id })) }
}

/** Every grade and the invalid ones, zeros included; a few raters abstain. */
function countCells({ random }: Context, subject: Subject, most: number, scale: readonly string[], draw: Draw) {
  const slips = Array.from({ length: most }, () =>
    random.chance(0.012) ? null : random.chance(0.01) ? INVALID : scale[draw(subject)]!,
  )
  return [...scale, INVALID].map(grade => ({
    subjectId: subject.id,
    grade,
    slips: slips.filter(each => each === grade).length,
  }))
}

/** Raters of a pool at a place when the round was opened; null for representatives, who stand in no roster. */
function poolSize({ o, people, year }: Context, pool: string, place: Unit): number | null {
  const day = `${year}-12-22`
  const holders = (held: (post: (typeof people.posts)[number]) => boolean) =>
    new Set(people.posts.filter(p => p.fromOn <= day && held(p)).map(p => p.member)).size
  if (pool.startsWith('branchMembers'))
    return (people.of.get(place) ?? []).filter(
      m => m.state === 'inService' && m.joinedOn <= day && m.belongsFrom <= day,
    ).length
  if (pool.startsWith('branchSecretariesOfOrgan'))
    return holders(p => p.kind === 'secretary' && p.unit.organ === place.organ && p.unit.kind !== 'organCommittee')
  if (pool === 'partyGroupMembers')
    return holders(p => place.organ !== null && p.unit === o.organs[place.organ]?.partyGroup)
  return null
}

/** Two members of the organ who are not appraised in the round. */
function tellersAt({ o, people, random }: Context, { subjects }: Round, place: Unit): Member[] {
  const appraised = new Set(subjects.map(s => s.pledge.member))
  const branches = (place.organ === null ? o.organs : [o.organs[place.organ]!]).flatMap(organ => organ.branches)
  const fit = branches
    .flatMap(branch => people.of.get(branch) ?? [])
    .filter(m => m.state === 'inService' && !appraised.has(m))
  const tellers = random.sample(fit, 2)
  if (tellers.length < 2) throw new Error(`nobody to count slips at ${place.name}`)
  return tellers
}

/** The person's own grades, or those of the body that the level above names; nobody rates himself for the organisation. */
function rateByName(
  { random, o, people, year }: Context,
  scheme: Scheme,
  { unit, subjects }: Round,
  source: 'self' | 'organisation',
  draw: Draw,
  add: Add,
) {
  const scale = scaleOf(scheme.document, source)
  const panel = scheme.panels.find(each => each.source === source)
  const committee = unit.organ === null ? null : o.organs[unit.organ]?.committee
  const raters = [unit, committee].flatMap(at => people.posts.filter(p => p.unit === at)).map(p => p.member)
  return subjects
    .filter(() => source === 'organisation' || random.chance(0.97))
    .map(s => {
      const { member } = s.pledge
      const { id: grade } = scale[draw(s)]!
      add('appraisal_rating', {
        id: random.uuid(),
        subject_id: s.id,
        unit_id: unit.id,
        person_id: member.id,
        source,
        grade,
        document: panel?.modes.includes('imported') ? `青委组〔${year + 1}〕${random.int(3, 18)}号` : null,
        rated_by: source === 'self' ? member.id : (raters.find(each => each !== member)?.id ?? null),
        rated_at: source === 'self' ? `${year}-12-24T02:00:00Z` : `${year + 1}-01-06T02:00:00Z`,
      })
      return { subjectId: s.id, source, grade }
    })
}
