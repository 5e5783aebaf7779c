import type { Day } from '@jiannuo/contract/values.ts'
import type { Records, Values } from '../records/load-records.ts'
import { type Draft, sheetOf } from './draft.ts'

/** A unit another row may refer to: as the file has it, else as it is on record. */
export interface KnownUnit {
  code: string
  kind: string
  name: string
  parentCode: string
  businessUnitCode: string
  foundedOn: Day
  endedOn: Day | ''
  /** The row of the file; null when only on record. */
  row: number | null
  /** On record, not in a file that claims to be complete: it will end. */
  ending: boolean
}

export interface Choices {
  effectiveOn: Day
  complete: boolean
}

const known = (v: Values, row: number | null, ending: boolean): KnownUnit => ({
  code: v.unitCode ?? '',
  kind: v.unitKind ?? '',
  name: v.unitName ?? '',
  parentCode: v.parentCode ?? '',
  businessUnitCode: v.businessUnitCode ?? '',
  foundedOn: v.foundedOn ?? '',
  endedOn: v.endedOn ?? '',
  row,
  ending,
})

/** Every unit by code, those of rows with an error too, so that one mistake is not reported at all who refer to it. */
export function knownUnits(draft: Draft, records: Records, { complete }: Choices): Map<string, KnownUnit> {
  const sheet = sheetOf(draft, 'units')
  const whole = complete && sheet.headerRow > 0
  const found = new Map<string, KnownUnit>()
  for (const [code, { values, live }] of records.units) found.set(code, known(values, null, whole && live))
  const present = new Set(sheet.headers.map(h => h.key))
  for (const { row, values } of [...sheet.rows, ...sheet.faulty]) {
    if (!values.unitCode || found.get(values.unitCode)?.row) continue
    const before = records.units.get(values.unitCode)?.values
    // A column the file does not have stays as it is on record.
    const merged = before
      ? { ...before, ...Object.fromEntries(Object.entries(values).filter(([key]) => present.has(key))) }
      : values
    found.set(values.unitCode, known(merged, row, false))
  }
  return found
}

/** Exists on the day; a kind or day that could not be read is given the benefit of the doubt. */
export const existsOn = (unit: KnownUnit, on: Day) =>
  !unit.ending && unit.foundedOn <= on && (unit.endedOn === '' || unit.endedOn > on)
