import { FITTING_POSTS, SINGLE_POSTS } from '@jiannuo/contract/organization/fitting-posts.ts'
import { UnitKind } from '@jiannuo/contract/organization/unit.ts'
import { POST_KINDS, UNIT_KINDS } from '../../documents/index.ts'
import { postKey, type Records } from '../records/load-records.ts'
import { type Draft, type Faults, type Report, sheetOf } from './draft.ts'
import type { Choices, KnownUnit } from './known-units.ts'

type Row = { row: number; values: Record<string, string> }

/** Holders, units, periods and terms; a post one person holds has one holder at a time. */
export function checkPosts(
  draft: Draft,
  records: Records,
  units: Map<string, KnownUnit>,
  choices: Choices,
  faults: Faults,
) {
  const sheet = sheetOf(draft, 'posts')
  const report = faults.on(sheet)
  const names = memberNames(draft, records, choices)
  const seen = new Map<string, number>()
  for (const row of sheet.rows) {
    const first = seen.get(postKey(row.values))
    if (first) {
      report(
        row,
        'memberCode',
        { zh: `与第${first}行重复`, en: `the same as row ${first}` },
        { zh: '每次任职一行', en: 'one row for each time in post' },
      )
      continue
    }
    seen.set(postKey(row.values), row.row)
    checkHolder(row, names, report)
    checkUnit(row, units, report)
    checkPeriods(row, report)
  }
  checkTerms(sheet.rows, report)
  checkSingle(sheet.rows, report)
}

/** Who may hold a post, by code; null for a member who would end with this import. */
function memberNames(draft: Draft, records: Records, { complete }: Choices): Map<string, string | null> {
  const sheet = sheetOf(draft, 'members')
  const names = new Map<string, string | null>()
  for (const [code, { values, live }] of records.members)
    names.set(code, complete && live && sheet.headerRow > 0 ? null : (values.memberName ?? ''))
  for (const { values } of [...sheet.faulty, ...sheet.rows])
    if (values.memberCode) names.set(values.memberCode, values.memberName ?? '')
  return names
}

function checkHolder(row: Row, names: Map<string, string | null>, report: Report) {
  const { memberCode = '', memberName = '' } = row.values
  const name = names.get(memberCode)
  const accepted = { zh: '党员表中的编号', en: 'a code on the members sheet' }
  if (name === undefined)
    report(
      row,
      'memberCode',
      { zh: '党员表和系统里都没有这个编号', en: 'neither the members sheet nor the records have this code' },
      accepted,
    )
  else if (name === null)
    report(
      row,
      'memberCode',
      { zh: '此人不在这份完整的文件里', en: 'this person is not in this complete file' },
      accepted,
    )
  else if (memberName && name && memberName !== name)
    report(
      row,
      'memberName',
      { zh: `编号${memberCode}的姓名是${name}`, en: `the name of ${memberCode} is ${name}` },
      { zh: `${name}，或改正编号`, en: `${name}, or another code` },
    )
}

function checkUnit(row: Row, units: Map<string, KnownUnit>, report: Report) {
  const { unitCode = '', postKind = '' } = row.values
  const unit = units.get(unitCode)
  const accepted = { zh: '组织表中的编码', en: 'a code on the units sheet' }
  if (!unit)
    return report(
      row,
      'unitCode',
      { zh: '组织表和系统里都没有这个编码', en: 'neither the units sheet nor the records have this code' },
      accepted,
    )
  if (unit.ending)
    return report(
      row,
      'unitCode',
      {
        zh: `${unit.name}不在这份完整的文件里，将会撤销`,
        en: `${unit.name} is not in this complete file and would end`,
      },
      accepted,
    )
  const kind = UnitKind.safeParse(unit.kind)
  if (!kind.success) return
  const fitting: readonly string[] = FITTING_POSTS[kind.data]
  if (fitting.includes(postKind)) return
  const of = UNIT_KINDS.find(k => k.value === unit.kind)
  const posts = POST_KINDS.filter(p => fitting.includes(p.value))
  const said = { zh: `${of?.zh}没有这个职务`, en: `a ${of?.en} has no such post` }
  report(row, 'postKind', said, {
    zh: posts.map(p => p.zh).join('、') || '换一个组织',
    en: posts.map(p => p.en).join(', ') || 'another unit',
  })
}

function checkPeriods(row: Row, report: Report) {
  const { fromOn = '', untilOn = '', termFrom = '', termUntil = '' } = row.values
  if (untilOn && untilOn <= fromOn)
    report(
      row,
      'untilOn',
      { zh: '不晚于任职日期', en: 'not after the first day in post' },
      { zh: `晚于${fromOn}的日期，或留空`, en: `a day after ${fromOn}, or blank` },
    )
  if (termFrom === '' && termUntil !== '')
    report(
      row,
      'termFrom',
      { zh: '有届满日期，没有起始日期', en: 'the term has an end and no beginning' },
      { zh: '本届选举产生之日', en: 'the day the committee was elected' },
    )
  if (termFrom !== '' && termUntil === '')
    report(
      row,
      'termUntil',
      { zh: '有起始日期，没有届满日期', en: 'the term has a beginning and no end' },
      { zh: `晚于${termFrom}的日期`, en: `a day after ${termFrom}` },
    )
  if (termFrom && termUntil && termUntil <= termFrom)
    report(
      row,
      'termUntil',
      { zh: '不晚于本届起始日期', en: 'not after the beginning of the term' },
      { zh: `晚于${termFrom}的日期`, en: `a day after ${termFrom}` },
    )
}

/** One term of one unit ends on one day. */
function checkTerms(rows: readonly Row[], report: Report) {
  const ends = new Map<string, Row>()
  for (const row of rows) {
    const { unitCode = '', termFrom = '', termUntil = '' } = row.values
    if (termFrom === '') continue
    const key = `${unitCode}\n${termFrom}`
    const first = ends.get(key)
    if (!first) ends.set(key, row)
    else if (first.values.termUntil !== termUntil)
      report(
        row,
        'termUntil',
        { zh: `与第${first.row}行同一届，届满日期不同`, en: `the same term as in row ${first.row} with another end` },
        {
          zh: `${first.values.termUntil}，或改正第${first.row}行`,
          en: `${first.values.termUntil}, or mend row ${first.row}`,
        },
      )
  }
}

function checkSingle(rows: readonly Row[], report: Report) {
  const single: readonly string[] = SINGLE_POSTS
  const held = new Map<string, Row[]>()
  for (const row of rows) {
    const { unitCode = '', postKind = '', fromOn = '', untilOn = '', memberCode = '' } = row.values
    if (!single.includes(postKind)) continue
    const key = `${unitCode}\n${postKind}`
    const others = held.get(key) ?? []
    const rival = others.find(
      ({ values: v }) =>
        v.memberCode !== memberCode &&
        (untilOn === '' || (v.fromOn ?? '') < untilOn) &&
        (!v.untilOn || v.untilOn > fromOn),
    )
    const said = {
      zh: `与第${rival?.row}行同时任职，这个职务只能有一人`,
      en: `in post at the same time as row ${rival?.row}; one person holds it`,
    }
    if (rival)
      report(row, 'postKind', said, {
        zh: '前任填上免职日期，或换一个职务',
        en: 'give the predecessor a last day, or another post',
      })
    held.set(key, [...others, row])
  }
}
