import type { MemberRecord, Records } from '../records/load-records.ts'
import { type Draft, type Faults, type Report, sheetOf } from './draft.ts'
import { type Choices, existsOn, type KnownUnit } from './known-units.ts'

const BRANCHES = ['branch', 'jointBranch', 'temporaryOrganization', 'generalBranch', 'organCommittee']
const BRANCH = { zh: '组织表里一个存续的支部的编码', en: 'the code of a branch that exists on the effective day' }

type Row = { row: number; values: Record<string, string> }

/** Codes, branches, groups, days, and what an ID number says of its holder. */
export function checkMembers(
  draft: Draft,
  records: Records,
  units: Map<string, KnownUnit>,
  choices: Choices,
  faults: Faults,
) {
  const sheet = sheetOf(draft, 'members')
  const report = faults.on(sheet)
  const rowOfCode = new Map<string, number>()
  for (const { row, values } of sheet.rows)
    if (!rowOfCode.has(values.memberCode ?? '')) rowOfCode.set(values.memberCode ?? '', row)
  for (const row of sheet.rows) {
    const { memberCode = '', bornOn = '', joinedOn = '', becameRegularOn = '' } = row.values
    const first = rowOfCode.get(memberCode)
    if (first !== row.row) {
      report(
        row,
        'memberCode',
        { zh: `与第${first}行重复`, en: `the same as in row ${first}` },
        { zh: '每名党员一个不同的编号，一人一行', en: 'a code of its own and one row for each member' },
      )
      continue
    }
    checkBranch(row, units, choices, report)
    checkGroup(row, units, choices, report)
    checkIdNumber(row, report)
    if (becameRegularOn && becameRegularOn < joinedOn)
      report(
        row,
        'becameRegularOn',
        { zh: '早于入党日期', en: 'before the day of joining' },
        { zh: `不早于${joinedOn}的日期`, en: `a day not before ${joinedOn}` },
      )
    if (bornOn && joinedOn <= bornOn)
      report(
        row,
        'joinedOn',
        { zh: '不晚于出生日期', en: 'not after the day of birth' },
        { zh: `晚于${bornOn}的日期`, en: `a day after ${bornOn}` },
      )
  }
  checkSamePerson(sheet.rows, records, rowOfCode, report)
}

function checkBranch(row: Row, units: Map<string, KnownUnit>, { effectiveOn }: Choices, report: Report) {
  const branch = units.get(row.values.branchCode ?? '')
  if (!branch)
    report(
      row,
      'branchCode',
      { zh: '组织表和系统里都没有这个编码', en: 'neither the units sheet nor the records have this code' },
      BRANCH,
    )
  else if (branch.ending)
    report(
      row,
      'branchCode',
      {
        zh: `${branch.name}不在这份完整的文件里，将会撤销`,
        en: `${branch.name} is not in this complete file and would end`,
      },
      BRANCH,
    )
  else if (branch.kind && !BRANCHES.includes(branch.kind))
    report(row, 'branchCode', { zh: `${branch.name}不是党支部`, en: `${branch.name} is not a branch` }, BRANCH)
  else if (!existsOn(branch, effectiveOn))
    report(
      row,
      'branchCode',
      { zh: `${branch.name}在${effectiveOn}不存在`, en: `${branch.name} does not exist on ${effectiveOn}` },
      BRANCH,
    )
}

function checkGroup(row: Row, units: Map<string, KnownUnit>, { effectiveOn }: Choices, report: Report) {
  const { groupCode = '', branchCode = '' } = row.values
  if (groupCode === '') return
  const accepted = {
    zh: `上级为${branchCode}的党小组的编码，或留空`,
    en: `the code of a group within ${branchCode}, or blank`,
  }
  const group = units.get(groupCode)
  if (!group)
    report(
      row,
      'groupCode',
      { zh: '组织表和系统里都没有这个编码', en: 'neither the units sheet nor the records have this code' },
      accepted,
    )
  else if (group.kind && group.kind !== 'group')
    report(row, 'groupCode', { zh: `${group.name}不是党小组`, en: `${group.name} is not a group` }, accepted)
  else if (group.ending || !existsOn(group, effectiveOn))
    report(
      row,
      'groupCode',
      { zh: `${group.name}在${effectiveOn}不存在`, en: `${group.name} does not exist on ${effectiveOn}` },
      accepted,
    )
  else if (group.parentCode !== branchCode)
    report(
      row,
      'groupCode',
      { zh: `${group.name}不在这个支部里`, en: `${group.name} is not within this branch` },
      accepted,
    )
}

function checkIdNumber(row: Row, report: Report) {
  const { idNumber = '', bornOn = '', gender = '' } = row.values
  if (idNumber === '') return
  const born = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  if (bornOn && bornOn !== born)
    report(
      row,
      'bornOn',
      { zh: `身份证号里的出生日期是${born}`, en: `the ID number says ${born}` },
      { zh: `${born}，或改正身份证号`, en: `${born}, or another ID number` },
    )
  const said = Number(idNumber[16]) % 2 === 1 ? 'male' : 'female'
  const word = said === 'male' ? { zh: '男', en: 'male' } : { zh: '女', en: 'female' }
  if (gender && gender !== said)
    report(
      row,
      'gender',
      { zh: `身份证号第17位表示${word.zh}`, en: `character 17 of the ID number says ${word.en}` },
      { zh: `${word.zh}，或改正身份证号`, en: `${word.en}, or another ID number` },
    )
}

/** One ID number under two codes is one member entered twice. */
function checkSamePerson(
  rows: readonly Row[],
  records: Records,
  rowOfCode: ReadonlyMap<string, number>,
  report: Report,
) {
  const accepted = { zh: '本人的身份证号；同一人用同一个编号', en: 'the member’s own number; one person has one code' }
  const holders = new Map<string, MemberRecord>()
  for (const record of records.members.values()) if (record.values.idNumber) holders.set(record.values.idNumber, record)
  const seen = new Map<string, Row>()
  for (const row of rows) {
    const { idNumber = '', memberCode = '' } = row.values
    if (idNumber === '') continue
    const earlier = seen.get(idNumber)
    const held = holders.get(idNumber)?.values
    if (earlier && earlier.values.memberCode !== memberCode)
      report(
        row,
        'idNumber',
        { zh: `与第${earlier.row}行是同一个号`, en: `the same number as in row ${earlier.row}` },
        accepted,
      )
    else if (held && held.memberCode !== memberCode && !rowOfCode.has(held.memberCode ?? ''))
      report(
        row,
        'idNumber',
        {
          zh: `系统里已有此人：${held.memberName}，编号${held.memberCode}`,
          en: `on record already as ${held.memberName}, code ${held.memberCode}`,
        },
        accepted,
      )
    if (!earlier) seen.set(idNumber, row)
  }
}
