import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as api from '@jiannuo/contract/roster.ts'
import { expect } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { ROSTER_SHEETS, readWorkbook, writeWorkbook } from '../../documents/index.ts'

export type Row = Record<string, string>
export interface Roster {
  units: Row[]
  members: Row[]
  posts: Row[]
}

/** The city of the running test. */
export let city: TestCity
export const open = async () => {
  city = await openTestCity('2026-03-02')
}

export const write = async (roster: Partial<Roster>) => {
  const path = join(city.platform.settings.dataDir, `${crypto.randomUUID()}.xlsx`)
  const specs = ROSTER_SHEETS.filter(spec => spec.key in roster)
  await writeWorkbook(
    createWriteStream(path),
    specs.map(spec => ({ spec, rows: roster[spec.key as keyof Roster] ?? [] })),
    '2026-03-02',
  )
  return readFile(path)
}
export const upload = (payload: Buffer, who: Parameters<TestCity['as']>[0] = 'staff') =>
  city.as(who)(api.previewRoster, {}, { payload, headers: { 'x-file-name': 'roster.xlsx' } })
export const preview = async (roster: Partial<Roster>) => {
  const answer = await upload(await write(roster))
  expect([answer.status, answer.problem]).toEqual([200, expect.anything()])
  return answer.body
}
export const choose = async (id: string, effectiveOn: string, complete: boolean) =>
  (await city.as('staff')(api.choosePreview, { params: { id }, body: { effectiveOn, complete } })).body
export const confirm = (p: api.RosterPreview) =>
  city.as('staff')(api.confirmRoster, { params: { id: p.id }, body: { digest: p.digest } })
export const differences = async (id: string, query: { sheet?: api.RosterSheet; change?: api.RosterChange } = {}) =>
  (await city.as('staff')(api.listDifferences, { params: { id }, query })).body
export const exported = async (on?: string): Promise<Roster> => {
  const answer = await city.as('staff')(api.exportRoster, { query: on ? { on } : {} })
  expect(answer.status).toBe(200)
  const path = join(city.platform.settings.dataDir, 'export.xlsx')
  await writeFile(path, answer.raw)
  const read = await readWorkbook(path, ROSTER_SHEETS)
  if (read.kind === 'refused') throw new Error(read.en)
  expect(read.errors).toEqual([])
  const rows = (key: string) => read.sheets.find(s => s.key === key)?.rows.map(r => r.values) ?? []
  return { units: rows('units'), members: rows('members'), posts: rows('posts') }
}
export const find = (rows: Row[], key: string, value: string) =>
  rows.find(r => r[key] === value) ?? expect.fail(`no ${value}`)
export const changes = ({ counts }: api.RosterPreview) =>
  Object.values(counts).flatMap(c => [c.new, c.changed, c.ended])
export const EMPTY = Array(9).fill(0)
export const said = (p: api.RosterPreview) =>
  p.errors.map(e => `${e.sheet} ${e.row} ${e.column.header.replace('*', '')}：${e.zh}`)

export const NEW_UNITS: Row[] = [
  { unitCode: 'Y9', unitName: '市园林局', unitKind: 'businessUnit', foundedOn: '2015-01-01', staffCount: '40' },
  {
    unitCode: 'PG9',
    unitName: '市园林局党组',
    unitKind: 'leadingPartyGroup',
    parentCode: 'city',
    foundedOn: '2015-01-01',
  },
  {
    unitCode: 'OC9',
    unitName: '市园林局机关党委',
    unitKind: 'organCommittee',
    parentCode: 'wc',
    concreteLeaderCode: 'PG9',
    businessUnitCode: 'Y9',
    organClass: '执法监管类',
    foundedOn: '2015-01-01',
  },
  { unitCode: 'B9', unitName: '绿化支部', unitKind: 'branch', parentCode: 'OC9', foundedOn: '2015-01-01' },
  { unitCode: 'B9-1', unitName: '第一党小组', unitKind: 'group', parentCode: 'B9', foundedOn: '2016-01-01' },
]
export const NEW_MEMBERS: Row[] = [
  {
    memberCode: 'N1',
    memberName: '单雨舟',
    branchCode: 'B9',
    groupCode: 'B9-1',
    memberKind: 'regular',
    memberState: 'inService',
    gender: 'female',
    bornOn: '1949-12-31',
    joinedOn: '1970-07-01',
    becameRegularOn: '1971-07-01',
    leadingCadre: 'yes',
    sectionName: '绿化处',
    phone: '13800000001',
    idNumber: '11010519491231002X',
  },
  {
    memberCode: 'N2',
    memberName: '仇千山',
    branchCode: 'B9',
    memberKind: 'probationary',
    memberState: 'inService',
    joinedOn: '2025-10-01',
  },
]
export const NEW_POSTS: Row[] = [
  {
    memberCode: 'N1',
    memberName: '单雨舟',
    unitCode: 'B9',
    postKind: 'secretary',
    fromOn: '2024-07-01',
    termFrom: '2024-07-01',
    termUntil: '2027-07-01',
  },
  {
    memberCode: 'N2',
    unitCode: 'B9',
    postKind: 'publicityMember',
    fromOn: '2026-03-01',
    termFrom: '2024-07-01',
    termUntil: '2027-07-01',
  },
]
export const NEW: Roster = { units: NEW_UNITS, members: NEW_MEMBERS, posts: NEW_POSTS }
