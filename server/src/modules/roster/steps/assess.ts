import { setImmediate } from 'node:timers/promises'
import type { RosterDifference, RosterSheet } from '@jiannuo/contract/roster.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { mask } from '../../../platform/seal.ts'
import type { CellError, Remark } from '../../documents/index.ts'
import { checkDraft } from '../check/check-draft.ts'
import { checkGuided } from '../check/check-guided.ts'
import { type Draft, specOf } from '../check/draft.ts'
import type { Choices } from '../check/known-units.ts'
import { type Comparison, compare, type Difference } from '../compare/compare.ts'
import { loadRecords, type Records } from '../records/load-records.ts'

export interface Assessment {
  records: Records
  comparison: Comparison
  errors: CellError[]
  errorCount: number
}

/** Checks a file against the records as of the effective day and compares the two. Other requests get their turn between the steps. */
export async function assess(tx: Tx, draft: Draft, choices: Choices, personal: Buffer): Promise<Assessment> {
  const records = await loadRecords(tx, choices.effectiveOn, personal)
  await setImmediate()
  const { errors, errorCount, units } = checkDraft(draft, records, choices)
  await setImmediate()
  const comparison = compare(draft, records, units, choices)
  const checked = checkGuided(draft, comparison.differences, records, { errors, errorCount })
  return { records, ...checked, comparison }
}

/** What is shown and kept of an assessment, with the personal numbers masked. */
export interface Findings {
  errors: CellError[]
  remarks: Remark[]
  headers: Draft['sheets'][number]['headers'][]
  sheets: { key: string; name: string }[]
  differences: RosterDifference[]
}

export function findingsOf(draft: Draft, { errors, comparison, records }: Assessment): Findings {
  const unitNames = new Map<string, string>()
  for (const [code, { values }] of records.units) unitNames.set(code, values.unitName ?? code)
  for (const { key, name, sheet } of comparison.differences) if (sheet === 'units') unitNames.set(key, name)
  return {
    errors: errors.map(e => (PERSONAL_LENGTH.test(e.value) ? { ...e, value: mask(e.value) } : e)),
    remarks: draft.remarks,
    headers: draft.sheets.map(s => s.headers),
    sheets: draft.sheets.map(({ key, name }) => ({ key, name })),
    differences: comparison.differences.map(d => shown(d, unitNames)),
  }
}

/** Phone and ID numbers as they may stand in an error, right or wrong. */
const PERSONAL_LENGTH = /^\D?\d{10,}[\dXx]?$/
const SEALED = ['phone', 'idNumber']

function shown(d: Difference, unitNames: Map<string, string>): RosterDifference {
  const name =
    d.sheet === 'posts'
      ? `${d.name} · ${unitNames.get(d.values.unitCode ?? '') ?? d.values.unitCode} · ${say(d.sheet, 'postKind', d.values.postKind ?? '').zh}`
      : d.name
  const fields = d.fields.map(f => ({
    column: label(d.sheet, f.key),
    from: say(d.sheet, f.key, f.from),
    to: say(d.sheet, f.key, f.to),
  }))
  return { sheet: d.sheet, change: d.change, code: d.code, name, row: d.row, fields }
}

function label(sheet: RosterSheet, key: string): Both {
  const column = specOf(sheet).columns.find(c => c.key === key)
  return { zh: column?.zh ?? key, en: column?.en ?? key }
}

function say(sheet: RosterSheet, key: string, value: string): Both {
  const choice = specOf(sheet)
    .columns.find(c => c.key === key)
    ?.choices?.find(c => c.value === value)
  const text = SEALED.includes(key) && value ? mask(value) : value
  return choice ? { zh: choice.zh, en: choice.en } : { zh: text, en: text }
}
