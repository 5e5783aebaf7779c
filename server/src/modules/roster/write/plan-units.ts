import { randomUUID } from 'node:crypto'
import { UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { relationTo, spellUnit } from '../../organization/index.ts'
import type { Difference } from '../compare/compare.ts'
import type { Records, RelationColumn, UnitRecord, Values } from '../records/load-records.ts'
import { afterFirst, type Dated, dayAfter, orNull, type Rows, splitAt } from './dated.ts'

const RELATIONS: readonly RelationColumn[] = ['parentCode', 'concreteLeaderCode', 'guidingUnitCode', 'businessUnitCode']
const STATIC = ['unitKind', 'organClass', 'staffCount', 'foundedOn', 'endedOn']

/** Ids by code: those on record and those given out for what is new. */
export class Ids {
  private readonly known: Map<string, string>
  constructor(records: Map<string, { id: string }>, added: readonly Difference[]) {
    this.known = new Map([...records].map(([code, { id }]) => [code, id]))
    for (const { code } of added) this.known.set(code, randomUUID())
  }
  of(code: string): string {
    const id = this.known.get(code)
    if (!id) throw new Error(`no record has the code ${code}`)
    return id
  }
  orNull(code: string | undefined): string | null {
    return code ? this.of(code) : null
  }
}

const relationKind = (column: RelationColumn, unitKind: string) =>
  ({
    parentCode: relationTo(UnitKind.parse(unitKind)),
    concreteLeaderCode: 'leadsConcretely',
    guidingUnitCode: 'guides',
    businessUnitCode: 'formedIn',
  })[column]

/** The rows that bring the organisation to what the file says, from the effective day on. */
export function planUnits(differences: readonly Difference[], records: Records, ids: Ids, on: Day): Rows {
  const rows: Rows = {}
  const add = (list: string, row: Record<string, unknown>) => {
    rows[list] ??= []
    rows[list].push(row)
  }
  for (const d of differences) {
    if (d.sheet !== 'units') continue
    const id = ids.of(d.key)
    const record = records.units.get(d.key)
    if (d.change === 'new') found(d.values, id, ids, add)
    else if (record && d.change === 'ended')
      add('endedUnits', { id, until_on: afterFirst(on, record.values.foundedOn ?? on) })
    else if (record) change(d, record, ids, on, add)
  }
  return rows
}

type Add = (list: string, row: Record<string, unknown>) => void

const described = (v: Values) => ({
  kind: v.unitKind,
  organ_class: orNull(v.organClass),
  staff_count: v.staffCount ? Number(v.staffCount) : null,
  founded_on: v.foundedOn,
  dissolved_on: orNull(v.endedOn),
})

function found(v: Values, id: string, ids: Ids, add: Add) {
  const period = { from_on: v.foundedOn, until_on: orNull(v.endedOn) }
  add('openedUnits', { id, code: v.unitCode, name: v.unitName, ...spellUnit(v.unitName ?? ''), ...described(v) })
  add('openedNames', { unit_id: id, name: v.unitName, ...period })
  for (const column of RELATIONS)
    if (v[column])
      add('openedRelations', {
        kind: relationKind(column, v.unitKind ?? ''),
        upper_id: ids.of(v[column]),
        lower_id: id,
        ...period,
      })
}

function change({ values: v, fields }: Difference, record: UnitRecord, ids: Ids, on: Day, add: Add) {
  const { id } = record
  const changed = new Set(fields.map(f => f.key))
  if (STATIC.some(key => changed.has(key))) add('changedUnits', { id, ...described(v) })
  if (changed.has('unitName')) {
    const dated: Dated = { closed: 'closedNames', changed: 'changedNames', opened: 'openedNames' }
    splitAt(record.name, startOf(v, on), dated, { name: v.unitName }, { unit_id: id }, add, orNull(v.endedOn))
  }
  for (const column of RELATIONS) {
    if (!changed.has(column)) continue
    const dated: Dated = { closed: 'closedRelations', changed: 'changedRelations', opened: 'openedRelations' }
    const period = record.relations[column] ?? null
    if (v[column])
      splitAt(
        period,
        startOf(v, on),
        dated,
        { upper_id: ids.of(v[column]), kind: relationKind(column, v.unitKind ?? '') },
        { lower_id: id },
        add,
        orNull(v.endedOn),
      )
    else if (period) add('closedRelations', { id: period.id, until_on: afterFirst(on, period.from) })
  }
  if (changed.has('endedOn') && v.endedOn)
    add('endedUnits', { id, until_on: v.endedOn > (v.foundedOn ?? '') ? v.endedOn : dayAfter(v.foundedOn ?? on) })
}

/** A unit that is only planned changes from its first day on. */
const startOf = (v: Values, on: Day): Day => (v.foundedOn && v.foundedOn > on ? v.foundedOn : on)
