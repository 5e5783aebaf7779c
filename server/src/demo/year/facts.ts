import { createHash } from 'node:crypto'
import type { CopyValue } from '../../platform/database/copy.ts'
import type { Organization, Unit } from '../organization.ts'
import type { People } from '../people.ts'
import { Random } from '../random.ts'
import { fulfilled } from './fulfilled.ts'
import type { Rows } from './pledge-rows.ts'
import type { Pledge } from './pledges.ts'

const COLUMNS = [
  ...['id', 'kind', 'subject_id', 'unit_id', 'on_day', 'value', 'period'],
  ...['source_module', 'source_id', 'recorded_at', 'recorded_by'],
]
const IMPORT_COLUMNS = [
  ...['id', 'unit_id', 'about', 'period', 'facts', 'document', 'office', 'file_name', 'file_sha256', 'state', 'digest'],
  ...['error_count', 'counts', 'made_by', 'made_by_name', 'made_at', 'confirmed_at'],
]

interface Given {
  kind: string
  subject: string
  unit: string
  on: string
  value: number | string
  period?: string
  source: [module: string, id: string]
}

/** What the ledger says of a person or unit for last year, fact → value. */
export type FactsOfYear = (subject: string) => Readonly<Record<string, string>>

/** Facts of last year for everybody and every unit, and business scores up to this half-year; drawn apart, so that the rest of the city stays as it is. */
export function yearFacts(
  seed: number,
  o: Organization,
  people: People,
  pledges: Pledge[],
  year: number,
): { rows: Rows[]; known: FactsOfYear } {
  const random = new Random(seed)
  const staff = people.posts.find(each => each.kind === 'workCommitteeStaff')?.member
  const facts: CopyValue[][] = []
  const imports: CopyValue[][] = []
  const known = new Map<string, Record<string, string>>()
  const add = ({ kind, subject, unit, on, value, period, source }: Given, at = `${on}T06:00:00Z`) => {
    facts.push([random.uuid(), kind, subject, unit, on, value, period ?? null, ...source, at, staff?.id ?? null])
    if (!on.startsWith(String(year)) || (period !== undefined && period !== String(year))) return
    const values = known.get(subject) ?? {}
    // What is stated for the year stands as it is; events of the year add up, and every kind but theme days has one only.
    values[kind] = String(period === undefined ? Number(values[kind] ?? 0) + Number(value) : value)
    known.set(subject, values)
  }
  const round = (value: number, digits: number) => Number(value.toFixed(digits))

  /** One import: what the office sent for these units, each row with its place in the file. */
  const importOf = (
    kind: string,
    title: string,
    period: string,
    on: string,
    about: string,
    units: Unit[],
    draw: () => number,
  ) => {
    const id = random.uuid()
    const sha256 = createHash('sha256').update(id).digest('hex')
    const counts = JSON.stringify({ rows: units.length, new: units.length, changed: 0, unchanged: 0 })
    imports.push([
      ...[id, o.workCommittee.id, about, period, [kind], `青绩考〔${on.slice(0, 4)}〕${random.int(3, 40)}号`],
      ...['市绩效考评办公室', `${title}-${period}.xlsx`, sha256, 'confirmed', sha256, 0, counts],
      ...[staff?.id ?? null, staff?.name ?? '工委工作人员', `${on}T02:00:00Z`, `${on}T06:00:00Z`],
    ])
    for (const [i, unit] of units.entries())
      add({ kind, subject: unit.id, unit: unit.id, on, value: draw(), period, source: ['import', `${id}#${i + 2}`] })
  }

  /** The first half of the year under way, for organs alone and in coarse steps: some are tied, one could not be asked. */
  const halfYear = (current: number) => {
    const draw = new Random(seed + 2)
    const on = `${current}-06-30`
    const steps = (...values: number[]) => values[draw.int(0, values.length - 1)]!
    for (const unit of organs) {
      event('meetingCompliance', unit.id, unit.id, on, steps(0.9, 0.95, 1, 1))
      for (const quarter of ['03', '06']) event('themeDays', unit.id, unit.id, `${current}-${quarter}-20`, 3)
    }
    importOf('satisfaction', '满意率', `${current}-H1`, on, 'organ', organs.slice(1), () =>
      steps(0.89, 0.94, 0.96, 0.96),
    )
  }

  const organs = o.organs.map(each => each.committee)
  const branches = o.organs.flatMap(each => each.branches).filter(each => each.foundedOn <= `${year}-01-01`)
  const score = () => round(72 + random.next() * 24 + (random.chance(0.06) ? 8 : 0), 1)
  const lastDay = `${year}-12-31`
  importOf('businessScore', '业务考核得分', String(year), lastDay, 'organ', organs, score)
  importOf('businessScore', '业务考核得分', `${year + 1}-H1`, `${year + 1}-06-30`, 'organ', organs, score)
  importOf('businessScore', '业务考核得分', String(year), lastDay, 'branch', branches, score)
  importOf('satisfaction', '满意率', String(year), lastDay, 'organ', organs, () =>
    round(0.892 + random.next() * 0.1, 3),
  )
  importOf('satisfaction', '满意率', String(year), lastDay, 'branch', branches, () =>
    round(0.892 + random.next() * 0.1, 3),
  )
  importOf('partyWorkAppraisal', '党建考核得分', String(year), lastDay, 'organ', organs, () =>
    round(76 + random.next() * 22, 1),
  )

  const event = (kind: string, subject: string, unit: string, on: string, value: number) =>
    add({ kind, subject, unit, on, value, source: ['meeting-life', `${kind}-${on}`] })
  for (const unit of [...organs, ...branches]) {
    const due = round(0.82 + random.next() * 0.18, 3)
    event('meetingCompliance', unit.id, unit.id, lastDay, due)
    for (let quarter = 0; quarter < 4; quarter++)
      event('themeDays', unit.id, unit.id, `${year}-${String(quarter * 3 + 3).padStart(2, '0')}-20`, random.int(2, 3))
    if (random.chance(0.12)) event('honours', unit.id, unit.id, random.day(`${year}-02-01`, `${year}-12-01`), 1)
    if (random.chance(0.04)) event('criticisms', unit.id, unit.id, random.day(`${year}-02-01`, `${year}-12-01`), 1)
  }
  const closed = new Map(pledges.filter(p => p.year === year && p.level === 'member').map(p => [p.member.id, p]))
  for (const member of people.members) {
    const unit = member.branch.id
    event('trainingHours', member.id, unit, `${year}-11-30`, random.int(24, 64))
    event('meetingCompliance', member.id, unit, lastDay, round(0.7 + random.next() * 0.3, 2))
    if (random.chance(0.05)) event('honours', member.id, unit, random.day(`${year}-02-01`, `${year}-12-01`), 1)
    const pledge = closed.get(member.id)
    if (!pledge) continue
    for (const [kind, of] of [
      ['pledgeCompletion'],
      ['partyFulfilment', 'party'],
      ['businessFulfilment', 'business'],
    ] as const)
      add({
        kind,
        subject: member.id,
        unit,
        on: lastDay,
        value: fulfilled(pledge, of),
        period: String(year),
        source: ['pledge', pledge.id],
      })
  }
  const pledged = Map.groupBy(closed.values(), pledge => pledge.unit)
  for (const unit of branches) {
    const shares = (pledged.get(unit) ?? []).map(pledge => Number(fulfilled(pledge)))
    if (shares.length === 0) continue
    const value = round(shares.reduce((sum, each) => sum + each, 0) / shares.length, 4)
    const given = { kind: 'pledgeCompletion', subject: unit.id, unit: unit.id, on: lastDay, value }
    add({ ...given, period: String(year), source: ['pledge', unit.id] })
  }
  halfYear(year + 1)
  return {
    rows: [
      { table: 'facts_import', columns: IMPORT_COLUMNS, rows: imports },
      { table: 'fact_entry', columns: COLUMNS, rows: facts },
    ],
    known: subject => known.get(subject) ?? {},
  }
}
