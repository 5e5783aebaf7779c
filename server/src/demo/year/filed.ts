import { LEVELS, type Level } from '@jiannuo/contract/values.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import { explainer, score } from '@jiannuo/engine/score.ts'
import { isLow, useOfResults } from '@jiannuo/rules/appraisal/use-of-results.ts'
import {
  Filed,
  FULFILMENT,
  factsEntering,
  jsonOf,
  sealInput,
  sha256,
  shippedScheme,
} from '../../modules/appraisal/index.ts'
import type { CopyValue } from '../../platform/database/copy.ts'
import type { Organization, Unit } from '../organization.ts'
import { fulfilled } from './fulfilled.ts'
import type { Rows } from './pledge-rows.ts'
import type { Pledge } from './pledges.ts'
import { type Add, type Context, rateRound, type Scheme } from './rate-round.ts'

/** The meeting that decides at each level. */
const MEETINGS: Record<Level, string> = {
  member: '民主评议会',
  branchSecretary: '全体会议',
  organCommitteeSecretary: '全体会议',
  partyGroupSecretary: '常委会会议',
}

/** Last year, appraised and filed at all four levels by the shipped schemes: every filing can be replayed like a real one. Slips and ratings are drawn, results are computed from them. */
export function filedYear(context: Context, pledges: Pledge[]): Rows[] {
  const tables = new Map<string, Rows>()
  const add = (table: string, row: Record<string, CopyValue>) => {
    const known = tables.get(table) ?? { table, columns: Object.keys(row), rows: [] }
    known.rows.push(Object.values(row))
    tables.set(table, known)
  }
  for (const level of LEVELS) {
    const scheme = { id: context.random.uuid(), ...shippedScheme(level, context.year) }
    add('appraisal_scheme', {
      id: scheme.id,
      subject: level,
      family: level,
      owner_unit_id: context.o.workCommittee.id,
      effective_from: `${context.year}-01-01`,
      effective_until: `${context.year + 1}-01-01`,
      year: context.year,
      version: 1,
      title: scheme.document.title?.zh ?? scheme.document.scheme,
      document: JSON.stringify(scheme.document),
      panels: JSON.stringify(scheme.panels),
      sha256: scheme.sha256,
      published_at: `${context.year}-12-01T02:00:00Z`,
    })
    const closed = pledges.filter(p => p.state === 'closed' && p.level === level)
    for (const own of Map.groupBy(closed, p => p.reviewer).values()) fileRound(context, scheme, own, add)
  }
  return [
    'appraisal_scheme',
    'appraisal_round',
    'appraisal_subject',
    'appraisal_sitting',
    'appraisal_count',
    'appraisal_slip',
    'appraisal_rating',
    'appraisal_computation',
    'appraisal_result',
    'appraisal_filing',
    'appraisal_filed_result',
  ].flatMap(name => tables.get(name) ?? [])
}

function fileRound(context: Context, scheme: Scheme, pledges: Pledge[], add: Add) {
  const { random, year } = context
  const { reviewer: unit, level } = pledges[0]!
  const round = random.uuid()
  const subjects = pledges
    .map(pledge => ({ id: random.uuid(), pledge }))
    .sort((a, b) => (`${a.pledge.member.name} ${a.id}` < `${b.pledge.member.name} ${b.id}` ? -1 : 1))
  const entering = factsEntering(scheme)
  const input = {
    facts: subjects.map(s => ({
      subject: s.id,
      scopes: scopesOf(context, s.pledge),
      facts: Object.fromEntries(
        Object.entries({
          ...context.known(s.pledge.unit.id),
          ...context.known(s.pledge.member.id),
          pledgeCompletion: fulfilled(s.pledge),
          [FULFILMENT.party]: fulfilled(s.pledge, 'party'),
          [FULFILMENT.business]: fulfilled(s.pledge, 'business'),
          probationary: '0',
        }).filter(([fact]) => entering.has(fact)),
      ),
    })),
    ratings: rateRound(context, scheme, { id: round, unit, subjects }, add),
    rulings: [],
  }
  const sealed = sealInput(input, scheme)
  const { results } = score(scheme.document, input)
  const explain = explainer(scheme.document, input)
  const traces = results.map(r => explain(r.subject))
  const by = context.people.posts.find(p => p.unit === unit)?.member.id ?? pledges[0]!.member.id
  const meeting = { name: `${unit.name}${MEETINGS[level]}`, on: `${year + 1}-01-12` }
  const days = {
    opened: `${year}-12-22T02:00:00Z`,
    decided: `${year + 1}-01-12T06:00:00Z`,
    filed: `${year + 1}-02-05T02:00:00Z`,
  }
  add('appraisal_round', {
    id: round,
    cycle_id: context.cycle,
    level,
    unit_id: unit.id,
    scheme_id: scheme.id,
    state: 'filed',
    meeting: meeting.name,
    meeting_on: meeting.on,
    objection_until: `${year + 1}-01-20`,
    opened_by: by,
    opened_at: days.opened,
    computed_at: days.decided,
    decided_by: by,
    decided_at: days.decided,
  })
  for (const s of subjects)
    add('appraisal_subject', {
      id: s.id,
      round_id: round,
      person_id: s.pledge.member.id,
      unit_id: unit.id,
      home_unit_id: s.pledge.unit.id,
      pledge_id: s.pledge.id,
      scopes: JSON.stringify(scopesOf(context, s.pledge)),
      name: s.pledge.member.name,
    })
  add('appraisal_computation', {
    round_id: round,
    unit_id: unit.id,
    input: sealed.text,
    sha256: sealed.sha256,
    computed_by: by,
    computed_at: days.decided,
  })
  const { lowFulfilment } = useOfResults.at(`${year}-12-31`).params
  const decisions = results.map((result, i) => {
    const person = subjects[i]!.pledge.member
    const total = result.total === null ? null : canonical(result.total)
    add('appraisal_result', {
      id: random.uuid(),
      subject_id: result.subject,
      round_id: round,
      unit_id: unit.id,
      person_id: person.id,
      total,
      proposed: result.grade,
      to_be_decided: result.toBeDecided ?? false,
      ranks: JSON.stringify(result.ranks),
      outcome: JSON.stringify(result),
      trace: JSON.stringify(traces[i]),
      inputs_sha256: sealed.sha256,
      grade: result.grade,
      decided_by: by,
      decided_at: days.decided,
      released_at: days.decided,
    })
    return {
      subject: result.subject,
      grade: result.grade,
      reason: null,
      by,
      at: days.decided,
      person,
      total,
      barred: result.barred,
      low: (['party', 'business'] as const).filter(kind => isLow(fulfilled(subjects[i]!.pledge, kind), lowFulfilment)),
    }
  })
  const managing = managingOf(context.o, level, unit)
  const document = canonical(
    jsonOf(
      Filed.parse({
        format: 'jiannuo-filing-1',
        authority: context.authority,
        year,
        level,
        unit: { id: unit.id, name: unit.name },
        managingUnit: { id: managing.id, name: managing.name },
        scheme: jsonOf(scheme.document),
        panels: jsonOf(scheme.panels),
        schemeSha256: scheme.sha256,
        input,
        inputSha256: sealed.sha256,
        subjects: subjects.map(s => ({
          id: s.id,
          person: s.pledge.member.id,
          name: s.pledge.member.name,
          unit: s.pledge.unit.id,
          unitName: s.pledge.unit.name,
        })),
        results: jsonOf(results),
        tracesSha256: sha256(canonical(jsonOf(traces))),
        meeting,
        decisions: decisions.map(({ subject, grade, reason, by, at }) => ({ subject, grade, reason, by, at })),
        objections: [],
      }),
    ),
  )
  const filing = random.uuid()
  add('appraisal_filing', {
    id: filing,
    round_id: round,
    unit_id: unit.id,
    managing_unit_id: managing.id,
    level,
    year,
    document,
    sha256: sha256(document),
    filed_by: by,
    filed_at: days.filed,
  })
  for (const d of decisions)
    if (d.grade)
      add('appraisal_filed_result', {
        id: random.uuid(),
        filing_id: filing,
        person_id: d.person.id,
        unit_id: unit.id,
        level,
        year,
        total: d.total,
        grade: d.grade,
        barred: d.barred,
        low: d.low,
        name: d.person.name,
        scheme_id: scheme.id,
      })
}

const scopesOf = ({ o }: Context, p: Pledge): Record<string, string> => {
  const organ = p.unit.organ === null ? null : o.organs[p.unit.organ]
  return { branch: p.unit.id, organ: organ?.committee.id ?? p.unit.id, class: organ?.committee.organClass ?? '-' }
}

/** Where a level's results are filed: members' with the organ committee, Party group secretaries' with the city committee, the others' with the work committee. */
function managingOf(o: Organization, level: Level, unit: Unit): Unit {
  if (level === 'partyGroupSecretary') return o.city
  return (level === 'member' && unit.organ !== null && o.organs[unit.organ]?.committee) || o.workCommittee
}
