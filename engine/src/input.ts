import { EVERYONE, type Indicator, type Scheme } from './format.ts'
import { parseRating, type Tally } from './indicators/panel.ts'
import { parseDecimal, type Rational } from './rational.ts'
import { factsOf } from './scheme-facts.ts'

/** What is known of one subject; numbers are plain decimals, null or '' or an absent key is missing. */
export interface FactRow {
  subject: string
  scopes: Record<string, string>
  facts: Record<string, string | null>
}

/** `count` equal ratings of a subject from one source; an empty value is an abstention. Never names a rater. */
export interface RatingRow {
  subject: string
  source: string
  value: string
  count: number
}

/** A recorded decision that lifts a veto or gate of one subject. */
export interface RulingRow {
  subject: string
  veto: string
  decision: string
}

export interface ScoreInput {
  facts: readonly FactRow[]
  ratings: readonly RatingRow[]
  rulings: readonly RulingRow[]
}

export interface Message {
  zh: string
  en: string
}

/** `row` counts from 0 within its table. */
export interface InputError extends Message {
  table: 'facts' | 'ratings' | 'rulings'
  row: number
  column: string
}

/** The input cannot be scored; every error at once. */
export class InvalidInput extends Error {
  readonly errors: readonly InputError[]

  constructor(errors: readonly InputError[]) {
    super(errors.map(each => `${each.table} row ${each.row + 1}, ${each.column}: ${each.en}`).join('\n'))
    this.name = 'InvalidInput'
    this.errors = errors
  }
}

/** The input by what the stages ask of it. */
export interface Reading {
  rows: readonly FactRow[]
  text(row: FactRow, fact: string): string | null
  number(row: FactRow, fact: string): Rational | null
  unit(row: FactRow, scope: string): string
  /** Rows by unit of the scope, units in the order of their first row. */
  units(scope: string): ReadonlyMap<string, readonly FactRow[]>
  /** Ratings of the subject from the source as the panel of that indicator reads them, abstentions left out. */
  tallies(row: FactRow, indicator: Indicator, source: string): readonly Tally[]
  /** The decision that lifts the veto or gate for the subject, or null. */
  ruling(row: FactRow, id: string): string | null
}

type Report = (table: InputError['table'], row: number, column: string, zh: string, en: string) => void

const panelsOf = (scheme: Scheme) =>
  scheme.groups.flatMap(group =>
    group.indicators.flatMap(indicator => (indicator.method.kind === 'panel' ? [indicator.method] : [])),
  )

const textOf = (row: FactRow, fact: string) => (Object.hasOwn(row.facts, fact) && row.facts[fact]) || null

function checkFacts(scheme: Scheme, facts: readonly FactRow[], report: Report) {
  const uses = factsOf(scheme)
  const labels = new Map(
    scheme.groups.flatMap(group =>
      group.indicators.flatMap(({ fact, method }) =>
        method.kind === 'choice' && fact !== undefined ? [[fact, Object.keys(method.points)] as const] : [],
      ),
    ),
  )
  const seen = new Set<string>()
  for (const [i, row] of facts.entries()) {
    if (row.subject === '') report('facts', i, 'subject', '考评对象不能为空', 'the subject is empty')
    if (seen.has(row.subject))
      report('facts', i, 'subject', `考评对象“${row.subject}”重复`, `subject "${row.subject}" occurs twice`)
    seen.add(row.subject)
    for (const scope of scheme.scopes ?? [])
      if (!Object.hasOwn(row.scopes, scope) || row.scopes[scope] === '')
        report('facts', i, scope, `范围“${scope}”不能为空`, `scope "${scope}" is empty`)
    for (const { fact, as } of uses) {
      const text = textOf(row, fact)
      if (text === null) continue
      if (as === 'number' && !parseDecimal(text))
        report(
          'facts',
          i,
          fact,
          `“${text}”不是数字,请填写如 -12.50 的小数`,
          `"${text}" is not a number; a plain decimal such as -12.50 is accepted`,
        )
      const known = labels.get(fact)
      if (as === 'label' && known && !known.includes(text))
        report(
          'facts',
          i,
          fact,
          `“${text}”不在可选值内:${known.join('、')}`,
          `"${text}" is not one of ${known.join(', ')}`,
        )
    }
  }
  return seen
}

function checkRatings(scheme: Scheme, ratings: readonly RatingRow[], subjects: ReadonlySet<string>, report: Report) {
  const panels = panelsOf(scheme)
  for (const [i, row] of ratings.entries()) {
    if (!subjects.has(row.subject))
      report('ratings', i, 'subject', `没有考评对象“${row.subject}”`, `no subject "${row.subject}" in the facts`)
    const asking = panels.filter(panel => panel.sources.some(each => each.source === row.source))
    if (asking.length === 0)
      report('ratings', i, 'source', `方案没有评议来源“${row.source}”`, `the scheme has no source "${row.source}"`)
    if (!Number.isSafeInteger(row.count) || row.count < 0)
      report(
        'ratings',
        i,
        'count',
        `票数“${row.count}”应为不小于 0 的整数`,
        `count ${row.count} is not a whole number of 0 or more`,
      )
    const refusing = asking.find(panel => parseRating(panel, row.value) === null)
    if (!refusing) continue
    const accepted = [...Object.keys(refusing.scale ?? {}), `0–${refusing.outOf ?? 1}`]
    report(
      'ratings',
      i,
      'value',
      `评议“${row.value}”无效,可填:${accepted.join('、')}`,
      `rating "${row.value}" is none of ${accepted.join(', ')}`,
    )
  }
}

function checkRulings(scheme: Scheme, rulings: readonly RulingRow[], subjects: ReadonlySet<string>, report: Report) {
  const ids = [...(scheme.vetoes ?? []), ...(scheme.gates ?? [])].map(each => each.id)
  for (const [i, row] of rulings.entries()) {
    if (!subjects.has(row.subject))
      report('rulings', i, 'subject', `没有考评对象“${row.subject}”`, `no subject "${row.subject}" in the facts`)
    if (!ids.includes(row.veto))
      report('rulings', i, 'veto', `方案没有否决或限制项“${row.veto}”`, `the scheme has no veto or gate "${row.veto}"`)
    if (row.decision === '')
      report('rulings', i, 'decision', '请写明决定的文号或会议', 'the decision is empty; name the document or meeting')
  }
}

/** Throws InvalidInput with every error of the three tables. */
export function readInput(scheme: Scheme, { facts, ratings, rulings }: ScoreInput): Reading {
  const errors: InputError[] = []
  const report: Report = (table, row, column, zh, en) => errors.push({ table, row, column, zh, en })
  const subjects = checkFacts(scheme, facts, report)
  checkRatings(scheme, ratings, subjects, report)
  checkRulings(scheme, rulings, subjects, report)
  if (errors.length > 0) throw new InvalidInput(errors)

  const key = (...parts: string[]) => JSON.stringify(parts)
  const slips = Map.groupBy(ratings, row => key(row.subject, row.source))
  const lifted = new Map(rulings.map(row => [key(row.subject, row.veto), row.decision]))
  const parsed = new Map<string, Rational | null>()
  const numberOf = (text: string) => {
    const known = parsed.get(text)
    if (known !== undefined) return known
    const value = parseDecimal(text)
    parsed.set(text, value)
    return value
  }
  const unit = (row: FactRow, scope: string) => (scope === EVERYONE ? EVERYONE : (row.scopes[scope] ?? ''))
  const byScope = new Map<string, ReadonlyMap<string, readonly FactRow[]>>()
  return {
    rows: facts,
    text: textOf,
    number: (row, fact) => {
      const text = textOf(row, fact)
      return text === null ? null : numberOf(text)
    },
    unit,
    units: scope => {
      const known = byScope.get(scope) ?? Map.groupBy(facts, row => unit(row, scope))
      byScope.set(scope, known)
      return known
    },
    tallies: (row, { method }, source) =>
      (slips.get(key(row.subject, source)) ?? []).flatMap(({ value, count }) => {
        const rating = method.kind === 'panel' ? parseRating(method, value) : null
        return rating === null || rating === 'abstained' ? [] : [{ value: rating, count }]
      }),
    ruling: (row, id) => lifted.get(key(row.subject, id)) ?? null,
  }
}

/** Columns of the facts that the scheme does not read; they change nothing. */
export function unreadColumns(scheme: Scheme, facts: readonly FactRow[]): string[] {
  const read = new Set([...factsOf(scheme).map(use => use.fact), ...(scheme.scopes ?? [])])
  const columns = new Set(facts.flatMap(row => [...Object.keys(row.scopes), ...Object.keys(row.facts)]))
  return [...columns].filter(column => !read.has(column))
}
