import { createHash } from 'node:crypto'
import { columnsOf, type Draft, sheetOf } from '../check/draft.ts'
import { type Choices, existsOn, type KnownUnit } from '../check/known-units.ts'
import type { Records, Values } from '../records/load-records.ts'

/** Where each member's section is, and the sections that members name and nobody has entered yet. */
export interface Sections {
  /** Section code by member code, '' for none; only for members whose section or branch the file changes. */
  byMember: Map<string, string>
  implied: Values[]
  /** Codes of sections some member of the file works in: a complete file need not list them. */
  used: Set<string>
}

/** A section is named, not coded, on the members sheet: it is looked for in the organ the branch lies in, and entered when it is not there. */
export function placeSections(
  draft: Draft,
  records: Records,
  units: Map<string, KnownUnit>,
  { effectiveOn }: Choices,
): Sections {
  const sheet = sheetOf(draft, 'members')
  const sections: Sections = { byMember: new Map(), implied: [], used: new Set() }
  const present = columnsOf(sheet)
  const codes = sectionCodes(units, effectiveOn)
  for (const { values } of [...sheet.rows, ...sheet.faulty]) {
    const { memberCode = '', branchCode = '' } = values
    const record = records.members.get(memberCode)
    const name = present.has('sectionName') ? (values.sectionName ?? '') : (record?.values.sectionName ?? '')
    if (record?.sectionCode && record.values.sectionName === name && record.values.branchCode === branchCode) {
      sections.used.add(record.sectionCode)
      continue
    }
    if (name === '' || !units.has(branchCode)) continue
    const organ = organOf(branchCode, units)
    const key = `${organ.code}\n${name}`
    const code = codes.get(key) ?? imply(organ, name, units, sections)
    codes.set(key, code)
    sections.byMember.set(memberCode, code)
    sections.used.add(code)
  }
  return sections
}

function sectionCodes(units: Map<string, KnownUnit>, on: string): Map<string, string> {
  const codes = new Map<string, string>()
  for (const unit of units.values())
    if (unit.kind === 'section' && existsOn({ ...unit, ending: false }, on))
      codes.set(`${unit.parentCode}\n${unit.name}`, unit.code)
  return codes
}

/** The business unit a branch was formed in or lies below, else the topmost organisation of its organ. */
function organOf(branchCode: string, units: Map<string, KnownUnit>): KnownUnit | { code: string; foundedOn: string } {
  let organ: KnownUnit | undefined
  const passed = new Set<string>()
  for (let unit = units.get(branchCode); unit && !passed.has(unit.code); unit = units.get(unit.parentCode)) {
    passed.add(unit.code)
    const formedIn = units.get(unit.businessUnitCode)
    const business = formedIn?.kind === 'section' ? units.get(formedIn.parentCode) : formedIn
    if (business?.kind === 'businessUnit') return business
    if (['branch', 'jointBranch', 'generalBranch', 'temporaryOrganization', 'organCommittee'].includes(unit.kind))
      organ = unit
  }
  return organ ?? { code: branchCode, foundedOn: '' }
}

function imply(
  organ: { code: string; foundedOn: string },
  name: string,
  units: Map<string, KnownUnit>,
  sections: Sections,
): string {
  const plain = `${organ.code}/${name}`
  const free = plain.length <= 40 && !units.has(plain)
  const code = free
    ? plain
    : `${organ.code.slice(0, 27)}/${createHash('sha256').update(plain).digest('hex').slice(0, 12)}`
  sections.implied.push({
    unitCode: code,
    unitName: name,
    unitKind: 'section',
    parentCode: organ.code,
    foundedOn: organ.foundedOn,
  })
  return code
}
