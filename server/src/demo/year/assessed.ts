import { canonical } from '@jiannuo/engine/canonical.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import { starBranches } from '@jiannuo/rules/schemes/mechanisms/star-branches.ts'
import {
  FiledAssessment,
  hashOf,
  jsonOf,
  placesOf,
  reckonedOf,
  resultsOf,
  runOn,
  sealInput,
  sha256,
} from '../../modules/appraisal/index.ts'
import type { CopyValue } from '../../platform/database/copy.ts'
import { type Organization, spell, type Unit } from '../organization.ts'
import type { People } from '../people.ts'
import type { Random } from '../random.ts'
import { halfYearScheme } from './half-year-scheme.ts'
import type { Rows } from './pledge-rows.ts'

interface Context {
  o: Organization
  people: People
  authority: string
  year: number
}
interface Course {
  scheme: { id: string; document: Scheme; sha256: string }
  subject: 'branch' | 'organ'
  units: Unit[]
  period: string
  cutOff: string
}

/** What the ledger says of units in a period: records of one number are added where they are events, a statement stands alone. */
function ledgerOf(facts: Rows[], period: string, until: string): Map<string, Map<string, number>> {
  const known = new Map<string, Map<string, number>>()
  const table = facts.find(each => each.table === 'fact_entry')
  for (const row of table?.rows ?? []) {
    const cell = (column: string) => String(row[table!.columns.indexOf(column)] ?? '')
    const [subject, kind, stated] = [cell('subject_id'), cell('kind'), cell('period')]
    const year = period.slice(0, 4)
    if ((stated && stated !== period) || !cell('on_day').startsWith(year) || cell('on_day') > until) continue
    const of = known.get(subject) ?? new Map<string, number>()
    of.set(kind, Number(((of.get(kind) ?? 0) + Number(cell('value'))).toFixed(4)))
    known.set(subject, of)
  }
  return known
}

/** Two assessments by the work committee: last year's star branches, filed and public; the organs' first half-year, waiting for the meeting. */
export function assessedUnits(random: Random, context: Context, facts: Rows[]): Rows[] {
  const { o, people, year } = context
  const tables = new Map<string, Rows>()
  const add = (table: string, row: Record<string, CopyValue>) => {
    const known = tables.get(table) ?? { table, columns: Object.keys(row), rows: [] }
    known.rows.push(Object.values(row))
    tables.set(table, known)
  }
  const office = o.workCommittee
  const by = people.posts.find(each => each.kind === 'workCommitteeStaff')?.member.id ?? people.members[0]!.id
  const schemeOf = (document: Scheme, family: string, subject: string, publication: string) => {
    const scheme = { id: random.uuid(), document, sha256: hashOf(document, []) }
    add('appraisal_scheme', {
      ...{ id: scheme.id, subject, family, owner_unit_id: office.id, effective_from: `${document.year}-01-01` },
      ...{ effective_until: `${document.year + 1}-01-01`, year: document.year, version: 1 },
      ...{ title: document.title?.zh ?? family, document: JSON.stringify(document), panels: '[]' },
      ...{ sha256: scheme.sha256, published_at: `${document.year}-01-20T02:00:00Z`, publication },
      period_kind: subject === 'branch' ? 'year' : 'halfYear',
    })
    return scheme
  }

  const assess = ({ scheme, subject, units, period, cutOff }: Course, filedOn: string | null) => {
    const id = random.uuid()
    const ledger = ledgerOf(facts, period, cutOff)
    const read = [...new Set(factsOf(scheme.document).map(use => use.fact))]
    const organOf = (unit: Unit) => (unit.organ === null ? unit : (o.organs[unit.organ]?.committee ?? unit))
    const scopes = (unit: Unit): Record<string, string> =>
      Object.fromEntries(
        (scheme.document.scopes ?? []).map(scope => [
          scope,
          scope === 'class' ? (organOf(unit).organClass ?? '未分类') : organOf(unit).name,
        ]),
      )
    const input = {
      facts: units.map(unit => ({
        subject: unit.id,
        scopes: scopes(unit),
        facts: Object.fromEntries(read.map(fact => [fact, ledger.get(unit.id)?.get(fact)?.toString() ?? null])),
      })),
      ratings: [],
      rulings: [],
    }
    const sealed = sealInput(input, scheme)
    const outcome = runOn(scheme, input)
    const reckoned = reckonedOf(outcome)
    const at = `${filedOn ?? '2026-07-06'}T02:00:00Z`
    const meeting = { name: '市委机关工委第三次会议', on: filedOn ?? '', document: '青工委〔2026〕6号' }
    add('appraisal_assessment', {
      ...{ id, unit_id: office.id, scheme_id: scheme.id, period, cut_off: cutOff, placed_on: cutOff },
      ...{ state: filedOn ? 'filed' : 'provisional', inputs_sha256: sealed.sha256, computed_by: by, computed_at: at },
      ...{ meeting: filedOn && meeting.name, meeting_on: filedOn, document: filedOn && meeting.document },
      ...{ decided_by: filedOn && by, decided_at: filedOn && at, objection_until: filedOn },
      ...{ published_by: filedOn && by, published_at: filedOn && at },
    })
    add('appraisal_assessment_run', {
      ...{ id: random.uuid(), assessment_id: id, unit_id: office.id, number: 1, cause: 'first' },
      ...{ input: sealed.text, inputs_sha256: sealed.sha256, moved: '[]', places: JSON.stringify(placesOf(outcome)) },
      ...{ computed_by: by, computed_at: at },
    })
    for (const [i, each] of reckoned.entries()) {
      const unit = units[i]!
      const organ = organOf(unit)
      add('appraisal_assessed_unit', {
        ...{ id: random.uuid(), assessment_id: id, office_id: office.id, unit_id: unit.id, name: unit.name },
        ...{ ...spell(unit.name), organ_id: organ.id, organ: organ.name, organ_class: organ.organClass },
        ...{ total: each.total?.toString() ?? null, ranks: JSON.stringify(each.ranks), proposed: each.proposed },
        ...{ proposed_stars: each.proposedStars, light: each.light, to_be_decided: each.toBeDecided },
        ...{ tied_grades: each.tiedGrades, tied_stars: each.tiedStars.map(String), ungraded: each.ungraded },
        ...{ blocked: each.blocked, limits: each.limits, barred: each.barred },
        ...{ grade: filedOn && each.proposed, stars: filedOn ? each.proposedStars : null },
        ...{ decided_by: filedOn && by, decided_at: filedOn && at, released_at: filedOn && at },
      })
    }
    if (!filedOn) return
    const again = resultsOf(FiledAssessment.shape.scheme.parse(jsonOf(scheme.document)), input)
    const document = canonical(
      jsonOf(
        FiledAssessment.parse({
          ...{ format: 'jiannuo-assessment-1', authority: context.authority, year: Number(period.slice(0, 4)) },
          ...{ subject, period, cutOff, placedOn: cutOff, unit: { id: office.id, name: office.name } },
          managingUnit: { id: office.id, name: office.name },
          ...{ scheme: jsonOf(scheme.document), panels: [], schemeSha256: scheme.sha256 },
          ...{ input, inputSha256: sealed.sha256, results: again.results, tracesSha256: again.tracesSha256 },
          units: units.map(unit => {
            const organ = organOf(unit)
            return { id: unit.id, name: unit.name, organ: organ.name, organClass: organ.organClass }
          }),
          ...{ meeting, rulings: [], objections: [] },
          decisions: reckoned.map(each => ({
            ...{ unit: each.unitId, grade: each.proposed, stars: each.proposedStars, reason: null, by, at },
          })),
        }),
      ),
    )
    const filing = random.uuid()
    const grades = (scheme.document.grades ?? []).map(each => each.grade)
    for (const { unitId, proposed, proposedStars } of reckoned)
      for (const [kind, value] of [
        ['filedGrade', proposed === null ? null : grades.indexOf(proposed) + 1],
        ['starLevel', proposedStars],
      ] as const)
        if (value !== null)
          add('fact_entry', {
            ...{ id: random.uuid(), kind, subject_id: unitId, unit_id: unitId, on_day: cutOff, value, period },
            ...{ source_module: 'appraisal', source_id: filing, recorded_at: at, recorded_by: by },
          })
    add('appraisal_filing', {
      ...{ id: filing, assessment_id: id, unit_id: office.id, managing_unit_id: office.id, level: subject },
      ...{ year: Number(period.slice(0, 4)), document, sha256: sha256(document), filed_by: by, filed_at: at },
    })
  }

  assess(
    {
      scheme: schemeOf(starBranches.forYear(year), starBranches.id, 'branch', 'grades'),
      ...{
        subject: 'branch',
        units: o.organs.flatMap(each => each.branches).filter(each => each.foundedOn <= `${year}-01-01`),
      },
      ...{ period: String(year), cutOff: `${year}-12-31` },
    },
    `${year + 1}-02-10`,
  )
  assess(
    {
      scheme: schemeOf(halfYearScheme(year + 1), 'organ-half-year', 'organ', 'grades'),
      ...{ subject: 'organ', units: o.organs.map(each => each.committee) },
      ...{ period: `${year + 1}-H1`, cutOff: `${year + 1}-06-30` },
    },
    null,
  )
  return [...tables.values()]
}
