import type { Day } from '@jiannuo/contract/values.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import type { FactRow, RatingRow, RulingRow } from '@jiannuo/engine/score.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { factsAsOf } from '../../facts/index.ts'
import { ratingsOf } from '../rating/sql.ts'
import { jsonOf, sha256 } from '../scheme/ship-scheme.ts'
import { type Pledged, pledgedAt, type SchemeRow } from '../scheme/sql.ts'
import { sittingsOf, slipsOf } from '../sitting/sql.ts'
import { type RoundRow, type SubjectRow, subjectsOf } from '../sql.ts'
import { type Pool, poolsFrom, ratingsFrom } from './ratings.ts'
import * as sql from './sql.ts'

/** Facts the system computes itself from the pledges and the roster; nobody enters them. */
export const FROM_PLEDGES: readonly string[] = ['pledgeCompletion', 'probationary']
/** Fulfilment of Party items and of business items: no scheme need read them, filing does (R4.10). */
export const FULFILMENT = { party: 'partyFulfilment', business: 'businessFulfilment' } as const

/** The facts that enter the input of a round: those its scheme reads, and fulfilment by kind. */
export const factsEntering = (scheme: Pick<SchemeRow, 'document'>): Set<string> =>
  new Set([...factsOf(scheme.document).map(use => use.fact), ...Object.values(FULFILMENT)])

export interface RoundInput {
  facts: FactRow[]
  ratings: RatingRow[]
  rulings: RulingRow[]
}

function fromPledges(pledged: Pledged | undefined): Record<string, string | null> {
  return {
    pledgeCompletion: pledged?.fulfilment ?? null,
    [FULFILMENT.party]: pledged?.party_fulfilment ?? null,
    [FULFILMENT.business]: pledged?.business_fulfilment ?? null,
    probationary: pledged?.probationary ? '1' : '0',
  }
}

/** What the ledger says of everybody in the round for its year: the person's own records, else those of the home unit, named by `from`. */
export async function ledgerOf(
  tx: Tx,
  authorityId: string,
  round: RoundRow,
  subjects: readonly SubjectRow[],
  facts: readonly string[],
  today: Day,
): Promise<Map<string, Map<string, { value: string; from: string }>>> {
  const subjectIds = [...new Set(subjects.flatMap(each => [each.personId, each.homeUnitId]))]
  const period = periodOf(String(round.year))!
  const ledger = await factsAsOf(tx, { authorityId, subjectIds, facts, period, cutOff: today })
  const of = (from: string) =>
    [...(ledger.get(from) ?? [])].map(([fact, { value }]) => [fact, { value, from }] as const)
  return new Map(subjects.map(each => [each.id, new Map([...of(each.homeUnitId), ...of(each.personId)])]))
}

/** Everything one round is scored from, as of today. Pools of slips enter only as trust in small groups lets them. */
export async function gatherInput(
  tx: Tx,
  authorityId: string,
  round: RoundRow,
  scheme: SchemeRow,
  today: Day,
): Promise<RoundInput> {
  const subjects = await subjectsOf(tx, authorityId, round.id)
  const pledged = await pledgedAt(tx, authorityId, round.cycleId, round.level, round.unitId)
  const read = factsEntering(scheme)
  const ledger = await ledgerOf(tx, authorityId, round, subjects, [...read], today)
  const facts = subjects.map((subject): FactRow => {
    const known = {
      ...Object.fromEntries([...(ledger.get(subject.id) ?? [])].map(([fact, { value }]) => [fact, value])),
      ...Object.fromEntries(Object.entries(subject.facts).map(([fact, { value }]) => [fact, value])),
      ...fromPledges(pledged.find(each => each.person_id === subject.personId)),
    }
    return {
      subject: subject.id,
      scopes: subject.scopes,
      facts: Object.fromEntries(Object.entries(known).filter(([fact]) => read.has(fact))),
    }
  })
  return {
    facts,
    ratings: await ratingRows(tx, authorityId, round, scheme),
    rulings: await rulingRows(tx, authorityId, round),
  }
}

const ratingRows = async (tx: Tx, authorityId: string, round: RoundRow, scheme: SchemeRow): Promise<RatingRow[]> =>
  ratingsFrom(await ratingsOf(tx, authorityId, round.id), await poolsOf(tx, authorityId, round, scheme))

/** The valid slips of every person, of panels that met minimum and quorum. */
export const poolsOf = async (tx: Tx, authorityId: string, round: RoundRow, scheme: SchemeRow): Promise<Pool[]> =>
  poolsFrom(
    scheme,
    await sittingsOf(tx, authorityId, { roundId: round.id }),
    await slipsOf(tx, authorityId, { roundId: round.id }),
  )

const rulingRows = async (tx: Tx, authorityId: string, round: RoundRow): Promise<RulingRow[]> =>
  (await sql.rulingsOf(tx, authorityId, round.id)).map(({ subjectId, veto, indicator, decision }) => ({
    ...{ subject: subjectId, veto: veto ?? '', decision },
    ...(indicator === null ? {} : { indicator }),
  }))

/** The input as the one text that is hashed and filed, together with the scheme's own hash. */
export function sealInput(input: RoundInput, scheme: Pick<SchemeRow, 'sha256'>): { text: string; sha256: string } {
  const text = canonical(jsonOf(input))
  return { text, sha256: sha256(`${scheme.sha256}\n${text}`) }
}

/** Has anything changed since the last computation that would change its input? */
export async function isStale(
  tx: Tx,
  authorityId: string,
  round: RoundRow,
  scheme: SchemeRow,
  today: Day,
): Promise<boolean> {
  const last = await sql.computationOf(tx, authorityId, round.id)
  return last?.sha256 !== sealInput(await gatherInput(tx, authorityId, round, scheme, today), scheme).sha256
}
