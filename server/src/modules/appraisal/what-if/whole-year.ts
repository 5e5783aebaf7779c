import type { WhatIfInput } from '@jiannuo/contract/appraisal/what-if.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import type { Filed } from '../filing/filed.ts'

/** A column of few different values, filled row by row. */
function codedColumn() {
  const codeOf = new Map<string, number>()
  const codes: number[] = []
  const code = (name: string) => {
    const known = codeOf.get(name)
    if (known !== undefined) return known
    codeOf.set(name, codeOf.size)
    return codeOf.size - 1
  }
  return { code, push: (name: string) => codes.push(code(name)), column: () => ({ names: [...codeOf.keys()], codes }) }
}

/** Columns keyed by name that begin at any row: rows before are filled with `empty`. */
function columnsBy<T>(empty: T) {
  const columns = new Map<string, T[]>()
  return {
    set: (name: string, row: number, value: T) => {
      const column = columns.get(name) ?? []
      while (column.length < row) column.push(empty)
      column[row] = value
      columns.set(name, column)
    },
    close: (rows: number) => {
      for (const column of columns.values()) while (column.length < rows) column.push(empty)
      return columns
    },
  }
}

/** What a trial takes of a filed document. */
export interface TriedInput extends Pick<Filed, 'input' | 'scheme' | 'schemeSha256'> {
  subjects: readonly { id: string; name: string; home: string }[]
}

/** Of assessments those of the latest period by one line of schemes: the one asked for, else that by which most units were scored. */
export function ofOnePeriod<Assessed extends TriedInput & { period: string }>(
  filed: readonly Assessed[],
  asked?: string,
) {
  const period = filed
    .map(each => each.period)
    .toSorted()
    .at(-1)!
  const byLine = Map.groupBy(
    filed.filter(each => each.period === period),
    each => schemeOf(each).scheme,
  )
  const lines = [...byLine]
    .map(([id, of]) => {
      const { title } = schemeOf(of.at(-1)!)
      return { id, title: title?.zh ?? id, units: of.reduce((sum, each) => sum + each.subjects.length, 0), of }
    })
    .toSorted((a, b) => b.units - a.units)
  const chosen = lines.find(each => each.id === asked) ?? lines[0]!
  return { period, lines: lines.map(({ of: _, ...line }) => line), filed: chosen.of }
}
const schemeOf = ({ scheme }: TriedInput) => scheme as unknown as Pick<Scheme, 'scheme' | 'title'>

/** Joins the inputs of filed rounds into columns, in the order of the documents. A subject stands in one round only. */
export function joinInputs(
  filed: readonly Pick<TriedInput, 'input' | 'subjects'>[],
): Pick<WhatIfInput, 'subjects' | 'homes' | 'scopes' | 'facts' | 'ratings' | 'rulings'> {
  const homes = codedColumn()
  const subjects: WhatIfInput['subjects'] = []
  const scopes = columnsBy<string>('-')
  const facts = columnsBy<string | null>(null)
  const [source, value] = [codedColumn(), codedColumn()]
  const ratings = { subject: [] as number[], count: [] as number[] }
  const rulings: WhatIfInput['rulings'] = []
  for (const { input, subjects: people } of filed) {
    const person = new Map(people.map(each => [each.id, each]))
    const rowOf = new Map<string, number>()
    for (const row of input.facts) {
      const at = subjects.length
      const about = person.get(row.subject)
      rowOf.set(row.subject, at)
      subjects.push({ id: row.subject, name: about?.name ?? row.subject, home: homes.code(about?.home ?? '-') })
      for (const [scope, unit] of Object.entries(row.scopes)) scopes.set(scope, at, unit)
      for (const [fact, given] of Object.entries(row.facts)) facts.set(fact, at, given)
    }
    for (const row of input.ratings) {
      ratings.subject.push(rowOf.get(row.subject) ?? -1)
      source.push(row.source)
      value.push(row.value)
      ratings.count.push(row.count)
    }
    rulings.push(...input.rulings.map(row => ({ ...row, subject: rowOf.get(row.subject) ?? -1 })))
  }
  return {
    subjects,
    homes: homes.column().names,
    scopes: Object.fromEntries(
      [...scopes.close(subjects.length)].map(([name, units]) => {
        const coded = codedColumn()
        for (const unit of units) coded.push(unit)
        return [name, coded.column()]
      }),
    ),
    facts: Object.fromEntries(facts.close(subjects.length)),
    ratings: { ...ratings, source: source.column(), value: value.column() },
    rulings,
  }
}
