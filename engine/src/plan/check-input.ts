import { type Columns, labelsOf, numbersOf, textAt, unitsOf } from '../columns/columns.ts'
import { compareCells } from '../columns/numbers.ts'
import type { RollUpLevel, Scheme } from '../format.ts'
import { type InputError, InvalidInput, type Report } from '../input.ts'
import { factsOf } from '../scheme-facts.ts'
import { checkRatings } from './check-ratings.ts'

function checkSubjects({ subjects, unnamed }: Columns, report: Report) {
  for (const row of unnamed) {
    const subject = subjects[row]
    if (subject === '') report('facts', row, 'subject', '考评对象不能为空', 'the subject is empty')
    else report('facts', row, 'subject', `考评对象“${subject}”重复`, `subject "${subject}" occurs twice`)
  }
}

function checkScopes(scheme: Scheme, columns: Columns, report: Report) {
  for (const scope of scheme.scopes ?? []) {
    const codes = columns.scopes.get(scope)?.codes
    for (let row = 0; row < columns.subjects.length; row++)
      if (!codes || codes[row]! < 0) report('facts', row, scope, `范围“${scope}”不能为空`, `scope "${scope}" is empty`)
  }
}

function checkNumbers(scheme: Scheme, columns: Columns, report: Report) {
  for (const { fact, as } of factsOf(scheme))
    for (const row of (as === 'number' && numbersOf(columns, fact)?.bad) || []) {
      const text = textAt(columns, fact, row) ?? 'NaN'
      report(
        'facts',
        row,
        fact,
        `“${text}”不是数字,请填写如 -12.50 的小数`,
        `"${text}" is not a number; a plain decimal such as -12.50 is accepted`,
      )
    }
}

function checkLabels(scheme: Scheme, columns: Columns, report: Report) {
  for (const { fact, method } of scheme.groups.flatMap(group => group.indicators)) {
    const labels = method.kind === 'choice' && fact !== undefined ? labelsOf(columns, fact) : null
    if (!labels || method.kind !== 'choice' || fact === undefined) continue
    const unknown = new Set(labels.names.flatMap((name, code) => (Object.hasOwn(method.points, name) ? [] : [code])))
    const known = Object.keys(method.points)
    for (let row = 0; unknown.size > 0 && row < labels.codes.length; row++) {
      if (!unknown.has(labels.codes[row]!)) continue
      const text = labels.names[labels.codes[row]!]
      report(
        'facts',
        row,
        fact,
        `“${text}”不在可选值内:${known.join('、')}`,
        `"${text}" is not one of ${known.join(', ')}`,
      )
    }
  }
}

/** First row of each unit of the codes; -1 for a unit without rows. */
function firstRows(codes: Int32Array, units: number): Int32Array {
  const first = new Int32Array(units).fill(-1)
  for (let row = codes.length - 1; row >= 0; row--) if (codes[row]! >= 0) first[codes[row]!] = row
  return first
}

function checkLevel({ scope, own, from }: RollUpLevel, columns: Columns, report: Report) {
  const { codes, names } = unitsOf(columns, scope)
  const numbers = own === undefined ? null : numbersOf(columns, own)
  const first = firstRows(codes, names.length)
  for (let row = 0; numbers && row < codes.length; row++) {
    const other = first[codes[row]!]
    if (other === undefined) continue
    const isMissing = Number.isNaN(numbers.values[row]!)
    const differs =
      isMissing !== Number.isNaN(numbers.values[other]!) || (!isMissing && compareCells(numbers, row, other) !== 0)
    if (differs)
      report('facts', row, own ?? '', '同一单位各行的自身得分必须相同', 'must be equal in all rows of the unit')
  }
  if (from === undefined) return
  const lower = unitsOf(columns, from)
  const lowerFirst = firstRows(lower.codes, lower.names.length)
  for (let row = 0; row < codes.length; row++) {
    const other = lowerFirst[lower.codes[row]!]
    const unit = lower.names[lower.codes[row]!]
    if (other !== undefined && codes[other] !== codes[row])
      report('facts', row, scope, `“${unit}”同时属于多个上级单位`, `"${unit}" lies in more than one unit of "${scope}"`)
  }
}

function checkRulings(scheme: Scheme, { rulings, rowOf }: Columns, report: Report) {
  const ids = new Set([...(scheme.vetoes ?? []), ...(scheme.gates ?? [])].map(each => each.id))
  const indicators = new Set(scheme.groups.flatMap(group => group.indicators.map(each => each.id)))
  for (const [row, { subject, veto, decision, indicator = '' }] of rulings.entries()) {
    if (!rowOf.has(subject))
      report('rulings', row, 'subject', `没有考评对象“${subject}”`, `no subject "${subject}" in the facts`)
    if (indicator !== '' && veto !== '')
      report(
        'rulings',
        row,
        'indicator',
        '一条决定只写否决或限制项、指标中的一个',
        'a ruling names a veto or gate, or an indicator, not both',
      )
    else if (indicator !== '' && !indicators.has(indicator))
      report('rulings', row, 'indicator', `方案没有指标“${indicator}”`, `the scheme has no indicator "${indicator}"`)
    else if (indicator === '' && !ids.has(veto))
      report('rulings', row, 'veto', `方案没有否决或限制项“${veto}”`, `the scheme has no veto or gate "${veto}"`)
    if (decision === '')
      report(
        'rulings',
        row,
        'decision',
        '请写明决定的文号或会议',
        'the decision is empty; name the document or meeting',
      )
  }
}

const TABLES: InputError['table'][] = ['facts', 'ratings', 'rulings']

/** Throws InvalidInput with every error of what the scheme reads, by table and row. */
export function checkInput(scheme: Scheme, columns: Columns) {
  const errors: InputError[] = []
  const report: Report = (table, row, column, zh, en) => errors.push({ table, row, column, zh, en })
  checkSubjects(columns, report)
  checkScopes(scheme, columns, report)
  checkNumbers(scheme, columns, report)
  checkLabels(scheme, columns, report)
  if (errors.length === 0) for (const level of scheme.rollUp ?? []) checkLevel(level, columns, report)
  checkRatings(scheme, columns, report)
  checkRulings(scheme, columns, report)
  if (errors.length === 0) return
  throw new InvalidInput(errors.sort((a, b) => TABLES.indexOf(a.table) - TABLES.indexOf(b.table) || a.row - b.row))
}
