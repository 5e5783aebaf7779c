import { createHash } from 'node:crypto'
import type { FactChange } from '@jiannuo/contract/fact-import.ts'
import { rangeFault } from '@jiannuo/rules/facts/catalogue.ts'
import { entriesAsOf, type LedgerEntry } from '../../../platform/facts/ledger-as-of.ts'
import type { Change } from '../../../platform/http/serve.ts'
import type { CellError, Remark, Said, SheetRead } from '../../documents/index.ts'
import { type Listed, listSubjects } from '../sql.ts'
import type { Choice } from './choice.ts'

/** What was read of a file, kept until it is confirmed. */
export interface Draft {
  sheet: SheetRead | null
  errors: CellError[]
  errorCount: number
  remarks: Remark[]
}

/** One value to write, and the entry it takes the place of. */
export interface Write {
  subject: Listed
  fact: string
  row: number
  value: string
  replaces: LedgerEntry | null
}

export interface Assessment {
  errors: CellError[]
  errorCount: number
  writes: Write[]
  changes: FactChange[]
  counts: { rows: number; new: number; changed: number; unchanged: number }
  /** Names exactly what would be written over what: the confirmation repeats it. */
  digest: string
}

/** Checks a file against the subjects in view and compares it with what stands for this very period. Equal values are no change. */
export async function assess(change: Change, choice: Choice, draft: Draft): Promise<Assessment> {
  const { tx, actor, today } = change
  const subjects = new Map(
    (await listSubjects(tx, actor.authorityId)).filter(each => each.about === choice.about).map(s => [s.code, s]),
  )
  const rows = draft.sheet?.rows ?? []
  const errors = [...draft.errors, ...faultsIn(draft.sheet, choice, subjects)]
  const standing = await standingOf(
    change,
    choice,
    rows.flatMap(row => subjects.get(row.values.code ?? '')?.id ?? []),
  )
  const result: Assessment = {
    errors,
    errorCount: draft.errorCount + errors.length - draft.errors.length,
    writes: [],
    changes: [],
    counts: { rows: rows.length, new: 0, changed: 0, unchanged: 0 },
    digest: '',
  }
  for (const { row, values } of rows)
    for (const fact of choice.facts) {
      const subject = subjects.get(values.code ?? '')
      const value = values[fact.id] ?? ''
      if (!subject || value === '') continue
      const replaces = standing.get(`${subject.id} ${fact.id}`) ?? null
      if (replaces && Number(replaces.value) === Number(value)) {
        result.counts.unchanged += 1
        continue
      }
      result.counts[replaces ? 'changed' : 'new'] += 1
      result.writes.push({ subject, fact: fact.id, row, value, replaces })
      result.changes.push({ subject: subject.name, fact: fact.title, row, from: replaces?.value ?? null, to: value })
    }
  const seen = result.writes.map(each => [each.subject.id, each.fact, each.value, each.replaces?.id ?? null])
  result.digest = createHash('sha256')
    .update(JSON.stringify([today, seen]))
    .digest('hex')
  return result
}

/** The statements that stand today for this very period, by subject and fact. */
async function standingOf({ tx, actor, today }: Change, { period, facts }: Choice, subjectIds: readonly string[]) {
  const kinds = facts.map(each => each.id)
  const entries = await entriesAsOf(tx, { authorityId: actor.authorityId, subjectIds, kinds, period, cutOff: today })
  const stated = entries.filter(each => each.period === period.id)
  return new Map(stated.toReversed().map(each => [`${each.subjectId} ${each.kind}`, each]))
}

/** What is wrong beyond single cells: strangers, a name that belongs to another code, a subject twice, a value out of range. */
function faultsIn(sheet: SheetRead | null, choice: Choice, subjects: ReadonlyMap<string, Listed>): CellError[] {
  if (!sheet) return []
  const errors: CellError[] = []
  const seen = new Map<string, number>()
  const say = (row: SheetRead['rows'][number], key: string, said: Said, accepted: Said) => {
    const { letter, header } = sheet.headers.find(each => each.key === key) ?? { letter: '', header: key }
    errors.push({
      sheet: sheet.name,
      row: row.row,
      column: { letter, header },
      value: row.values[key] ?? '',
      ...said,
      accepted,
    })
  }
  for (const row of sheet.rows) {
    const code = row.values.code ?? ''
    const subject = subjects.get(code)
    const before = seen.get(code)
    if (!subject) say(row, 'code', UNKNOWN, { zh: '模板中列出的代码', en: 'a code listed in the template' })
    else if (before !== undefined)
      say(row, 'code', { zh: `与第 ${before} 行重复`, en: `the same as row ${before}` }, ONCE)
    else if (subject.name.replaceAll(/\s/g, '') !== (row.values.name ?? '').replaceAll(/\s/g, ''))
      say(row, 'name', OTHER_NAME, { zh: subject.name, en: subject.name })
    seen.set(code, before ?? row.row)
    for (const fact of choice.facts) {
      const value = row.values[fact.id] ?? ''
      const range = value === '' ? null : rangeFault(fact, Number(value))
      if (range) say(row, fact.id, { zh: '超出范围', en: 'is out of range' }, range)
    }
  }
  return errors
}

const UNKNOWN = { zh: '没有这个代码，或者不归您管', en: 'no such code, or not one of yours' }
const ONCE = { zh: '每个对象只写一行', en: 'one row for each subject' }
const OTHER_NAME = { zh: '名称与代码对不上', en: 'the name does not belong to the code' }
