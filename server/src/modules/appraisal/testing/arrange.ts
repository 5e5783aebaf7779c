import { randomUUID } from 'node:crypto'
import type { SlipCount } from '@jiannuo/contract/appraisal/rating.ts'
import * as rating from '@jiannuo/contract/appraisal/rating.ts'
import type { Round } from '@jiannuo/contract/appraisal/round.ts'
import * as api from '@jiannuo/contract/appraisal/round.ts'
import type { Level } from '@jiannuo/contract/values.ts'
import type { TestCity } from '../../../testing/city.ts'
import type { PersonKey, UnitKey } from '../../../testing/fixture.ts'

const PHASES = [
  ['preparing', '2026-01-01', '2026-02-01'],
  ['pledging', '2026-02-01', '2026-03-01'],
  ['review', '2026-03-01', '2026-03-20'],
  ['fulfilling', '2026-03-20', '2026-12-01'],
  ['midYear', '2026-07-01', '2026-07-20'],
  ['reporting', '2026-12-01', '2026-12-21'],
  ['rating', '2026-12-21', '2027-01-11'],
  ['grading', '2027-01-11', '2027-02-01'],
  ['filing', '2027-02-01', '2027-03-01'],
] as const

export async function arrangeYear(city: TestCity): Promise<string> {
  const id = randomUUID()
  await city.insert('cycle_year', { id, year: 2026, title: '2026年度', created_at: '2026-01-01T00:00:00Z' })
  for (const [phase, from_on, until_on] of PHASES)
    await city.insert('cycle_phase', { cycle_id: id, phase, from_on, until_on })
  return id
}

/** A pledge in force with a Party item and a business item of equal weight; figures are percent done. */
export async function arrangePledge(
  city: TestCity,
  p: {
    cycleId: string
    level: Level
    person: PersonKey
    unit: UnitKey
    reviewer: UnitKey
    party: number
    business: number
  },
) {
  const id = randomUUID()
  const person_id = city.person[p.person as keyof TestCity['person']]
  const at = '2026-03-01T00:00:00Z'
  await city.insert('pledge_pledge', {
    id,
    cycle_id: p.cycleId,
    level: p.level,
    person_id,
    unit_id: city.unit[p.unit],
    reviewer_unit_id: city.unit[p.reviewer],
    state: 'inForce',
    saved_at: at,
  })
  for (const [position, [kind, done]] of (
    [
      ['party', p.party],
      ['business', p.business],
    ] as const
  ).entries())
    await city.insert('pledge_item', {
      id: randomUUID(),
      pledge_id: id,
      position,
      kind,
      title: kind,
      target: 100,
      unit: '%',
      weight: 50,
      achieved: done,
      state: done >= 100 ? 'done' : 'underWay',
    })
}

/** Opens a round and begins its rating as the person who runs it. */
export async function openAndStart(
  city: TestCity,
  who: PersonKey,
  body: { cycleId: string; level: Level; unitId: string },
): Promise<Round> {
  const opened = await city.as(who)(api.openRound, { body })
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.problem))
  const started = await city.as(who)(api.startRating, { params: { roundId: opened.body.id } })
  if (started.status !== 200) throw new Error(JSON.stringify(started.problem))
  return started.body
}

export const subjectOf = (round: Pick<Round, 'people'>, name: string) =>
  round.people.find(each => each.name === name)!.id

/** So many slips of each grade for everybody on the sheet, by name where told otherwise. */
export function countFor(
  subjects: readonly { id: string; name: string }[],
  handedOut: number,
  usual: Record<string, number>,
  other: Record<string, Record<string, number>> = {},
): SlipCount {
  const most = Math.max(
    ...[usual, ...Object.values(other)].map(grades => Object.values(grades).reduce((a, b) => a + b, 0)),
  )
  return {
    handedOut,
    returned: Math.max(most, Math.min(handedOut, most + 1)),
    counts: subjects.map(each => ({ subjectId: each.id, grades: other[each.name] ?? usual, invalid: 0 })),
  }
}

/** Names the tellers and has both count the same. */
export async function countSitting(
  city: TestCity,
  round: Round,
  p: {
    sitting: string
    by: PersonKey
    tellers: readonly [PersonKey, PersonKey]
    added: number | null
    handedOut: number
    usual: Record<string, number>
    other?: Record<string, Record<string, number>>
  },
) {
  const [first, second] = p.tellers.map(each => city.person[each as keyof TestCity['person']])
  const prepared = await city.as(p.by)(api.prepareSitting, {
    params: { sittingId: p.sitting },
    body: { added: p.added, firstTeller: first!, secondTeller: second! },
  })
  if (prepared.status !== 200) throw new Error(JSON.stringify(prepared.problem))
  const sitting = prepared.body
  const here = round.people.filter(
    each => sitting.homeUnitId === round.unitId || each.homeUnitId === sitting.homeUnitId,
  )
  const body = countFor(here, p.handedOut, p.usual, p.other)
  const entered = await city.as(p.tellers[0], 'member')(rating.enterFirstCount, {
    params: { sittingId: p.sitting },
    body,
  })
  if (entered.status !== 200) throw new Error(JSON.stringify(entered.problem))
  const confirmed = await city.as(p.tellers[1], 'member')(rating.enterSecondCount, {
    params: { sittingId: p.sitting },
    body,
  })
  if (!confirmed.body.matched) throw new Error(JSON.stringify(confirmed.problem ?? confirmed.body))
}

/** Five members of 规划支部 with pledges in force, two of them equal and best, one on probation. Returns the cycle. */
export async function arrangeBranch(city: TestCity): Promise<string> {
  const cycleId = await arrangeYear(city)
  const done: [PersonKey, number, number][] = [
    ['secA1', 80, 80],
    ['depA1', 90, 50],
    ['memA1', 100, 100],
    ['mem2A1', 100, 100],
    ['mem3A1', 100, 90],
  ]
  // The secretary's own pledge was reviewed one level up; he is appraised with his branch all the same.
  for (const [person, party, business] of done)
    await arrangePledge(city, {
      cycleId,
      level: 'member',
      unit: 'a1',
      reviewer: person === 'secA1' ? 'ocA' : 'a1',
      person,
      party,
      business,
    })
  await city.owner.query("update membership_standing set kind = 'probationary' where member_id = $1", [
    city.person.mem3A1,
  ])
  return cycleId
}

/** So much of the Party item of a pledge arranged above is done by now, in percent. */
export const partyDone = (city: TestCity, person: PersonKey, percent: number) =>
  city.owner.query(
    "update pledge_item set achieved = $2 where kind = 'party' and pledge_id in (select id from pledge_pledge where person_id = $1)",
    [city.person[person as keyof TestCity['person']], percent],
  )

export interface Entry {
  name: string
  fact: string
  value: string | null
}
/** Enters facts from outside by name, all with the same document. */
export const enterFor = (city: TestCity, who: PersonKey, round: Round, entries: readonly Entry[]) =>
  city.as(who)(api.enterFacts, {
    params: { roundId: round.id },
    body: {
      entries: entries.map(({ name, ...each }) => ({
        ...each,
        subjectId: subjectOf(round, name),
        document: '学习记录',
      })),
    },
  })

/** Grades by name as a decision names them. */
export const gradesFor = (round: Round, given: Record<string, string>, reason: Record<string, string> = {}) =>
  Object.entries(given).map(([name, grade]) => ({
    subjectId: subjectOf(round, name),
    grade,
    reason: reason[name] ?? null,
  }))

/** Both paper panels of the branch arranged above: 7 slips by peers, 10 by all with four representatives; the two best get every top grade. */
export async function countBranch(city: TestCity, round: Round) {
  const sitting = (source: string) => round.sittings.find(each => each.source === source)!.id
  const counted = { by: 'secA1', tellers: ['memA2', 'ocsA'] } as const
  const best = (slips: number) => ({ 陈砚青: { excellent: slips }, 何静言: { excellent: slips } })
  await countSitting(city, round, {
    ...counted,
    sitting: sitting('peer'),
    added: null,
    handedOut: 8,
    usual: { excellent: 3, qualified: 4 },
    other: best(7),
  })
  await countSitting(city, round, {
    ...counted,
    sitting: sitting('democratic'),
    added: 4,
    handedOut: 12,
    usual: { excellent: 4, qualified: 6 },
    other: best(10),
  })
}
