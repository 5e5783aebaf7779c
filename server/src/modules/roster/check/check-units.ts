import { UNIT_KINDS } from '../../documents/index.ts'
import type { Records } from '../records/load-records.ts'
import { type Draft, type Faults, type Report, sheetOf } from './draft.ts'
import { type Choices, existsOn, type KnownUnit } from './known-units.ts'

const PARTY = ['branch', 'jointBranch', 'generalBranch', 'temporaryOrganization', 'organCommittee']
const ABOVE_ORGANS = ['workCommittee', 'districtWorkCommittee', 'organCommittee']

/** What may stand above a unit in the tree, '' for nothing. */
const PARENTS: Record<string, readonly string[]> = {
  cityCommittee: [''],
  workCommittee: ['cityCommittee', ''],
  districtWorkCommittee: ['cityCommittee', ''],
  leadingPartyGroup: ['cityCommittee', 'leadingPartyGroup', ''],
  organCommittee: ABOVE_ORGANS,
  generalBranch: ABOVE_ORGANS,
  branch: [...ABOVE_ORGANS, 'generalBranch'],
  jointBranch: [...ABOVE_ORGANS, 'generalBranch'],
  temporaryOrganization: [...ABOVE_ORGANS, 'generalBranch', 'branch', 'jointBranch', 'temporaryOrganization'],
  group: PARTY,
  businessUnit: ['businessUnit', ''],
  section: ['businessUnit', 'section', ...PARTY],
}
/** What the other columns may point at. */
const POINTED = {
  concreteLeaderCode: ['leadingPartyGroup'],
  guidingUnitCode: ['cityCommittee', 'workCommittee', 'districtWorkCommittee', 'leadingPartyGroup', 'organCommittee'],
  businessUnitCode: ['businessUnit', 'section'],
} as const
const ONLY_ONE = ['cityCommittee', 'workCommittee']

const label = (kind: string, language: 'zh' | 'en') => UNIT_KINDS.find(k => k.value === kind)?.[language] ?? kind
const list = (kinds: readonly string[], language: 'zh' | 'en') =>
  kinds
    .map(kind => (kind === '' ? (language === 'zh' ? '留空' : 'blank') : label(kind, language)))
    .join(language === 'zh' ? '、' : ', ')
const codeOf = (kinds: readonly string[]) => ({
  zh: `这些类型之一的编码：${list(kinds, 'zh')}`,
  en: `the code of one of: ${list(kinds, 'en')}`,
})

type Row = { row: number; values: Record<string, string> }

/** Codes, days, what units point at, cycles and kinds that exist once. */
export function checkUnits(
  draft: Draft,
  records: Records,
  units: Map<string, KnownUnit>,
  choices: Choices,
  faults: Faults,
) {
  const sheet = sheetOf(draft, 'units')
  const report = faults.on(sheet)
  for (const row of sheet.rows) {
    const { unitCode = '', foundedOn = '', endedOn = '' } = row.values
    const unit = units.get(unitCode)
    if (unit?.row !== row.row) {
      report(
        row,
        'unitCode',
        { zh: `与第${unit?.row}行重复`, en: `the same as in row ${unit?.row}` },
        { zh: '每个组织一个不同的编码', en: 'a code of its own for each unit' },
      )
      continue
    }
    if (endedOn && endedOn <= foundedOn)
      report(
        row,
        'endedOn',
        { zh: '不晚于成立日期', en: 'not after the day it was founded' },
        { zh: `晚于${foundedOn}的日期，或留空`, en: `a day after ${foundedOn}, or blank` },
      )
    if (!existsOn(unit, choices.effectiveOn) && unit.foundedOn <= choices.effectiveOn) continue
    checkParent(row, unit, units, report)
    for (const [key, kinds] of Object.entries(POINTED)) checkPointer(row, key, kinds, units, report)
  }
  checkCycles(sheet.rows, units, choices, report)
  checkOnlyOne(sheet.rows, records, units, choices, report)
}

function checkParent(row: Row, unit: KnownUnit, units: Map<string, KnownUnit>, report: Report) {
  const allowed = PARENTS[unit.kind]
  if (!allowed) return
  if (unit.parentCode === '') {
    if (!allowed.includes(''))
      report(
        row,
        'parentCode',
        { zh: `${label(unit.kind, 'zh')}要有上级组织`, en: `a ${label(unit.kind, 'en')} needs a unit above it` },
        codeOf(allowed),
      )
    return
  }
  checkPointer(row, 'parentCode', allowed, units, report)
}

function checkPointer(
  { row, values }: Row,
  key: string,
  kinds: readonly string[],
  units: Map<string, KnownUnit>,
  report: Report,
) {
  const code = values[key]
  if (!code) return
  const found = units.get(code)
  if (!found)
    report(
      { row, values },
      key,
      { zh: '组织表和系统里都没有这个编码', en: 'neither the units sheet nor the records have this code' },
      codeOf(kinds),
    )
  else if (found.ending)
    report(
      { row, values },
      key,
      {
        zh: `${found.name}不在这份完整的文件里，将会撤销`,
        en: `${found.name} is not in this complete file and would end`,
      },
      codeOf(kinds),
    )
  else if (found.kind && !kinds.includes(found.kind))
    report(
      { row, values },
      key,
      { zh: `${found.name}是${label(found.kind, 'zh')}`, en: `${found.name} is a ${label(found.kind, 'en')}` },
      codeOf(kinds),
    )
}

/** Every row that stands on a circle of parents, once. */
function checkCycles(rows: readonly Row[], units: Map<string, KnownUnit>, { effectiveOn }: Choices, report: Report) {
  const safe = new Set<string>()
  const circular = new Set<string>()
  for (const { values } of rows) {
    const path: string[] = []
    for (let code = values.unitCode ?? ''; code !== '' && !safe.has(code) && !circular.has(code); ) {
      const at = path.indexOf(code)
      if (at >= 0) {
        for (const one of path.slice(at)) circular.add(one)
        break
      }
      path.push(code)
      const unit = units.get(code)
      code = unit && existsOn(unit, effectiveOn) ? unit.parentCode : ''
    }
    for (const code of path) if (!circular.has(code)) safe.add(code)
  }
  for (const row of rows) {
    const unit = units.get(row.values.unitCode ?? '')
    if (unit?.row !== row.row || !circular.has(unit.code)) continue
    report(
      row,
      'parentCode',
      { zh: '上级一级级往上又回到了自己', en: 'the units above it lead back to itself' },
      { zh: '不在自己下面的组织的编码', en: 'the code of a unit that is not below it' },
    )
  }
}

function checkOnlyOne(
  rows: readonly Row[],
  records: Records,
  units: Map<string, KnownUnit>,
  { effectiveOn }: Choices,
  report: Report,
) {
  for (const kind of ONLY_ONE) {
    const all = [...units.values()].filter(u => u.kind === kind && existsOn(u, effectiveOn))
    const first = all.find(u => records.units.has(u.code)) ?? all[0]
    for (const unit of all) {
      const row = rows.find(r => r.row === unit.row)
      if (unit === first || !first || !row) continue
      const said = {
        zh: `已经有一个${label(kind, 'zh')}：${first.name}（${first.code}）`,
        en: `there is a ${label(kind, 'en')} already: ${first.name} (${first.code})`,
      }
      report(row, 'unitKind', said, {
        zh: `编码改为${first.code}，或换一个类型`,
        en: `use the code ${first.code}, or another kind`,
      })
    }
  }
}
