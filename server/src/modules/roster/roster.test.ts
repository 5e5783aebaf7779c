import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as api from '@jiannuo/contract/roster.ts'
import ExcelJS from 'exceljs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import { readWorkbook, ROSTER_SHEETS, writeWorkbook } from '../documents/index.ts'

type Row = Record<string, string>
interface Roster {
  units: Row[]
  members: Row[]
  posts: Row[]
}

let city: TestCity
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiannuo-roster-'))
})
afterAll(() => rm(folder, { recursive: true }))
const open = async () => {
  city = await openTestCity('2026-03-02')
}

const write = async (roster: Partial<Roster>) => {
  const path = join(folder, `${crypto.randomUUID()}.xlsx`)
  const specs = ROSTER_SHEETS.filter(spec => spec.key in roster)
  await writeWorkbook(createWriteStream(path), specs.map(spec => ({ spec, rows: roster[spec.key as keyof Roster] ?? [] })), '2026-03-02')
  return readFile(path)
}
const upload = (payload: Buffer, who: Parameters<TestCity['as']>[0] = 'staff') => city.as(who)(api.previewRoster, {}, { payload, headers: { 'x-file-name': 'roster.xlsx' } })
const preview = async (roster: Partial<Roster>) => {
  const answer = await upload(await write(roster))
  expect([answer.status, answer.problem]).toEqual([200, expect.anything()])
  return answer.body
}
const choose = async (id: string, effectiveOn: string, complete: boolean) => (await city.as('staff')(api.choosePreview, { params: { id }, body: { effectiveOn, complete } })).body
const confirm = (p: api.RosterPreview) => city.as('staff')(api.confirmRoster, { params: { id: p.id }, body: { digest: p.digest } })
const differences = async (id: string, query: { sheet?: api.RosterSheet; change?: api.RosterChange } = {}) => (await city.as('staff')(api.listDifferences, { params: { id }, query })).body
const exported = async (on?: string): Promise<Roster> => {
  const answer = await city.as('staff')(api.exportRoster, { query: on ? { on } : {} })
  expect(answer.status).toBe(200)
  const path = join(folder, 'export.xlsx')
  await writeFile(path, answer.raw)
  const read = await readWorkbook(path, ROSTER_SHEETS)
  if (read.kind === 'refused') throw new Error(read.en)
  expect(read.errors).toEqual([])
  const rows = (key: string) => read.sheets.find(s => s.key === key)?.rows.map(r => r.values) ?? []
  return { units: rows('units'), members: rows('members'), posts: rows('posts') }
}
const find = (rows: Row[], key: string, value: string) => rows.find(r => r[key] === value) ?? expect.fail(`no ${value}`)
const changes = ({ counts }: api.RosterPreview) => Object.values(counts).flatMap(c => [c.new, c.changed, c.ended])
const EMPTY = Array(9).fill(0)
const said = (p: api.RosterPreview) => p.errors.map(e => `${e.sheet} ${e.row} ${e.column.header.replace('*', '')}：${e.zh}`)

const NEW_UNITS: Row[] = [
  { unitCode: 'Y9', unitName: '市园林局', unitKind: 'businessUnit', foundedOn: '2015-01-01', staffCount: '40' },
  { unitCode: 'PG9', unitName: '市园林局党组', unitKind: 'leadingPartyGroup', parentCode: 'city', foundedOn: '2015-01-01' },
  { unitCode: 'OC9', unitName: '市园林局机关党委', unitKind: 'organCommittee', parentCode: 'wc', concreteLeaderCode: 'PG9', businessUnitCode: 'Y9', organClass: '执法监管类', foundedOn: '2015-01-01' },
  { unitCode: 'B9', unitName: '绿化支部', unitKind: 'branch', parentCode: 'OC9', foundedOn: '2015-01-01' },
  { unitCode: 'B9-1', unitName: '第一党小组', unitKind: 'group', parentCode: 'B9', foundedOn: '2016-01-01' },
]
const NEW_MEMBERS: Row[] = [
  { memberCode: 'N1', memberName: '单雨舟', branchCode: 'B9', groupCode: 'B9-1', memberKind: 'regular', memberState: 'inService', gender: 'female', bornOn: '1949-12-31', joinedOn: '1970-07-01', becameRegularOn: '1971-07-01', leadingCadre: 'yes', sectionName: '绿化处', phone: '13800000001', idNumber: '11010519491231002X' },
  { memberCode: 'N2', memberName: '仇千山', branchCode: 'B9', memberKind: 'probationary', memberState: 'inService', joinedOn: '2025-10-01' },
]
const NEW_POSTS: Row[] = [
  { memberCode: 'N1', memberName: '单雨舟', unitCode: 'B9', postKind: 'secretary', fromOn: '2024-07-01', termFrom: '2024-07-01', termUntil: '2027-07-01' },
  { memberCode: 'N2', unitCode: 'B9', postKind: 'publicityMember', fromOn: '2026-03-01', termFrom: '2024-07-01', termUntil: '2027-07-01' },
]
const NEW: Roster = { units: NEW_UNITS, members: NEW_MEMBERS, posts: NEW_POSTS }

describe('roster import', () => {
  beforeEach(open)
  afterEach(() => city.close())

  it('writes nothing before it is confirmed, then everything, and its own file again changes nothing', async () => {
    const first = await preview(NEW)
    expect([first.errorCount, first.errors]).toEqual([0, []])
    // The section the member names is entered with the units.
    expect(first.counts).toMatchObject({ units: { rows: 5, new: 6 }, members: { rows: 2, new: 2 }, posts: { rows: 2, new: 2 } })
    expect((await city.owner.query("select 1 from membership_member where code = 'N1'")).rowCount).toBe(0)

    const done = await confirm(first)
    expect([done.status, done.body.state]).toEqual([200, 'confirmed'])
    const { rows } = await city.owner.query(`
      select m.pinyin, m.initials, m.id_number_sealed, m.phone_sealed, u.code as branch, g.code as grp, s.name as section, b.from_on, t.kind, t.leading_cadre
      from membership_member m join membership_belonging b on b.member_id = m.id join organization_unit u on u.id = b.unit_id
      left join organization_unit g on g.id = b.group_id left join organization_unit s on s.id = b.section_id join membership_standing t on t.member_id = m.id where m.code = 'N1'`)
    expect(rows).toEqual([expect.objectContaining({ pinyin: 'shanyuzhou', initials: 'syz', branch: 'B9', grp: 'B9-1', section: '绿化处', from_on: '2026-03-02', kind: 'regular', leading_cadre: true })])
    expect(JSON.stringify(rows)).not.toMatch('11010519491231002X')
    const relations = await city.owner.query("select r.kind, u.code from organization_relation r join organization_unit u on u.id = r.upper_id join organization_unit l on l.id = r.lower_id where l.code = 'OC9' order by 1")
    expect(relations.rows).toEqual([{ kind: 'formedIn', code: 'Y9' }, { kind: 'leads', code: 'wc' }, { kind: 'leadsConcretely', code: 'PG9' }])
    expect((await city.owner.query("select p.path like '%' || oc.id || '%' as below from organization_place p join organization_unit b on b.id = p.unit_id and b.code = 'B9', organization_unit oc where oc.code = 'OC9'")).rows).toEqual([{ below: true }])
    expect((await city.owner.query("select count(*)::int as n, count(distinct term_id)::int as terms from organization_post where unit_id = (select id from organization_unit where code = 'B9')")).rows).toEqual([{ n: 2, terms: 1 }])

    const again = await preview(NEW)
    expect([again.errors, changes(again)]).toEqual([[], EMPTY])
    // The preview keeps no copy of the file once it is in.
    expect((await city.owner.query('select content_sealed from roster_preview where id = $1', [first.id])).rows).toEqual([{ content_sealed: null }])
  })

  it('takes its own export back as an empty difference, complete or not, on every day', async () => {
    await confirm(await preview(NEW))
    await city.insert('organization_unit', { id: crypto.randomUUID(), code: 'old', kind: 'branch', name: '旧支部', pinyin: 'jiuzhibu', initials: 'jzb', founded_on: '2020-01-01', dissolved_on: '2024-01-01' })
    for (const on of ['2026-03-02', '2026-05-01']) {
      await city.moveTo(on)
      const roster = await exported()
      expect([roster.members.length, roster.units.length]).toEqual([21, 18])
      const back = await preview(roster)
      expect([said(back), changes(back)]).toEqual([[], EMPTY])
      const whole = await choose(back.id, on, true)
      expect([said(whole), changes(whole)]).toEqual([[], EMPTY])
    }
  })

  it('shows a change field by field and writes it dated', async () => {
    const { members, units, posts } = await exported()
    find(members, 'memberCode', 'memA1').branchCode = 'a2'
    find(members, 'memberCode', 'memA2').memberState = 'retired'
    find(members, 'memberCode', 'mem2A1').phone = '13912345678'
    find(units, 'unitCode', 'b1').unitName = '预算与国库支部'
    const moved = await preview({ units, members, posts })
    expect(moved.counts.members).toMatchObject({ changed: 3, new: 0, ended: 0, unchanged: 16 })
    const { items } = await differences(moved.id, { sheet: 'members' })
    expect(items.map(i => [i.code, i.fields.map(f => [f.column.zh, f.from.zh, f.to.zh])])).toEqual(
      expect.arrayContaining([
        ['memA1', [['所在支部编码', 'a1', 'a2']]],
        ['memA2', [['党员状态', '在职', '离退休']]],
        ['mem2A1', [['手机号', '', '139******78']]],
      ]),
    )
    const later = await choose(moved.id, '2026-04-01', false)
    expect((await confirm(later)).status).toBe(200)
    const belongings = await city.owner.query('select u.code, b.from_on, b.until_on from membership_belonging b join organization_unit u on u.id = b.unit_id where b.member_id = $1 order by from_on', [city.person.memA1])
    expect(belongings.rows).toEqual([{ code: 'a1', from_on: '2020-01-01', until_on: '2026-04-01' }, { code: 'a2', from_on: '2026-04-01', until_on: null }])
    const names = await city.owner.query('select name, from_on, until_on from organization_name where unit_id = $1 order by from_on', [city.unit.b1])
    expect(names.rows).toEqual([{ name: '预算支部', from_on: '2020-01-01', until_on: '2026-04-01' }, { name: '预算与国库支部', from_on: '2026-04-01', until_on: null }])
    expect((await city.owner.query('select name from organization_unit where id = $1', [city.unit.b1])).rows).toEqual([{ name: '预算支部' }])
    expect((await city.owner.query('select fields, reason from membership_correction where member_id = $1', [city.person.mem2A1])).rows).toEqual([{ fields: ['phone'], reason: '花名册导入' }])
  })

  it('ends what a complete file leaves out, and only then', async () => {
    const { members, units, posts } = await exported()
    const less = { units: units.filter(u => u.unitCode !== 'a2'), members: members.filter(m => m.branchCode !== 'a2'), posts: posts.filter(p => !['secA2', 'ocdA'].includes(p.memberCode ?? '')) }
    const part = await preview(less)
    expect([said(part), changes(part)]).toEqual([[], EMPTY])
    const whole = await choose(part.id, '2026-03-02', true)
    expect([whole.counts.units.ended, whole.counts.members.ended, whole.counts.posts.ended]).toEqual([1, 3, 2])
    expect((await confirm(whole)).status).toBe(200)
    expect((await city.owner.query('select dissolved_on from organization_unit where id = $1', [city.unit.a2])).rows).toEqual([{ dissolved_on: '2026-03-02' }])
    expect((await city.owner.query('select until_on from membership_belonging where member_id = $1', [city.person.memA2])).rows).toEqual([{ until_on: '2026-03-02' }])
    expect((await city.owner.query('select until_on from organization_post where person_id = $1', [city.person.ocdA])).rows).toEqual([{ until_on: '2026-03-02' }])
    // Reversed by the file of before: what ended is there again, from the day of the second import.
    await city.moveTo('2026-03-10')
    const back = await preview({ units: units.map(u => ({ ...u })), members, posts })
    expect([said(back), back.counts.members.changed, back.counts.units.changed]).toEqual([[], 3, 1])
    expect((await confirm(back)).status).toBe(200)
    const again = await exported()
    expect(again.members.length).toBe(members.length)
  })

  it('corrects the first day of a post, and begins anew on a later one', async () => {
    const { posts, members, units } = await exported()
    find(posts, 'memberCode', 'secA1').fromOn = '2019-06-01'
    find(posts, 'memberCode', 'secA2').fromOn = '2026-02-01'
    const p = await preview({ units, members, posts })
    expect([said(p), p.counts.posts.changed, p.counts.posts.new]).toEqual([[], 2, 0])
    await confirm(p)
    const held = async (who: 'secA1' | 'secA2') => (await city.owner.query('select from_on, until_on from organization_post where person_id = $1 order by from_on', [city.person[who]])).rows
    expect(await held('secA1')).toEqual([{ from_on: '2019-06-01', until_on: null }])
    expect(await held('secA2')).toEqual([{ from_on: '2020-01-01', until_on: '2026-02-01' }, { from_on: '2026-02-01', until_on: null }])
    expect(changes(await preview({ units, members, posts }))).toEqual(EMPTY)
  })

  it('may be confirmed twice and is done once; a stale one is refused and writes nothing', async () => {
    const p = await preview(NEW)
    const stale = await preview(NEW)
    const [first, second] = [await confirm(p), await confirm(p)]
    expect([first.status, second.status, second.body.confirmedAt]).toEqual([200, 200, first.body.confirmedAt])
    expect((await city.owner.query("select count(*)::int as n from membership_member where code in ('N1', 'N2')")).rows).toEqual([{ n: 2 }])
    const late = await confirm(stale)
    expect([late.status, late.problem.code]).toEqual([409, 'ROSTER_STALE'])
    const fresh = await choose(stale.id, '2026-03-02', false)
    expect(changes(fresh)).toEqual(EMPTY)
    expect((await confirm({ ...fresh, digest: stale.digest })).problem.code).toBe('ROSTER_STALE')
  })

  it('two confirmations at once do it once', async () => {
    const p = await preview(NEW)
    const answers = await Promise.all([confirm(p), confirm(p)])
    expect(answers.map(a => a.status)).toEqual([200, 200])
    expect((await city.owner.query("select count(*)::int as n from organization_unit where code = 'B9'")).rows).toEqual([{ n: 1 }])
  })

  it('is the work committee’s alone', async () => {
    const file = await write(NEW)
    for (const who of ['ocsA', 'secA1', 'memA1', 'pgsA', 'cityStaff', 'system'] as const) expect([who, (await upload(file, who)).status]).toEqual([who, 403])
    expect((await upload(file, null)).status).toBe(401)
    const p = await preview(NEW)
    for (const who of ['ocsA', 'cityStaff', 'district'] as const) {
      expect((await city.as(who)(api.readPreview, { params: { id: p.id } })).status).toBe(404)
      expect((await city.as(who)(api.confirmRoster, { params: { id: p.id }, body: { digest: p.digest } })).status).toBe(404)
      expect((await city.as(who)(api.exportRoster)).status).toBe(403)
    }
    expect((await city.as('staff2')(api.readPreview, { params: { id: p.id } })).status).toBe(200)
    expect((await city.as('staff')(api.readPreview, { params: { id: crypto.randomUUID() } })).status).toBe(404)
  })

  it('discards a preview with all it read', async () => {
    const p = await preview(NEW)
    expect((await city.as('staff')(api.discardPreview, { params: { id: p.id } })).status).toBe(204)
    expect((await city.owner.query('select state, content_sealed, findings_sealed from roster_preview')).rows).toEqual([{ state: 'discarded', content_sealed: null, findings_sealed: null }])
    expect((await confirm(p)).problem.code).toBe('ROSTER_CLOSED')
    expect((await city.as('staff')(api.choosePreview, { params: { id: p.id }, body: { effectiveOn: '2026-03-02', complete: false } })).problem.code).toBe('ROSTER_CLOSED')
  })

  it('refuses what is no workbook, and days far away', async () => {
    expect((await upload(Buffer.from('姓名,编号'))).problem.code).toBe('FILE_TYPE')
    const file = await write(NEW)
    expect((await upload(file.subarray(0, file.length - 200))).status).toBeGreaterThanOrEqual(400)
    const p = await preview(NEW)
    const answer = await city.as('staff')(api.choosePreview, { params: { id: p.id }, body: { effectiveOn: '2031-01-01', complete: false } })
    expect(answer.problem.code).toBe('ROSTER_DAY')
  })

  it('offers a template that reads as an empty roster', async () => {
    const answer = await city.as('staff')(api.downloadTemplate)
    expect(answer.status).toBe(200)
    const p = (await upload(answer.raw)).body
    expect([p.errors, p.columns.map(c => c.headers.length)]).toEqual([[], [11, 14, 8]])
  })
})

describe('headers of one’s own', () => {
  beforeAll(open)
  afterAll(() => city.close())

  const sheetOf = async (header: string[], rows: string[][]) => {
    const book = new ExcelJS.Workbook()
    const units = book.addWorksheet('组织')
    units.addRow(['组织编码', '组织名称', '组织类型', '上级组织编码', '成立日期'])
    const members = book.addWorksheet('党员')
    members.addRow(header)
    for (const row of rows) members.addRow(row)
    return Buffer.from(await book.xlsx.writeBuffer())
  }

  it('reads headers in traditional characters', async () => {
    const file = await sheetOf(['黨員編號', '姓名', '所在支部編碼', '黨員類別', '黨員狀態', '入黨日期'], [['N7', '歐陽青', 'a1', '正式党员', '在职', '2011-07-01']])
    const p = (await upload(file)).body
    expect([said(p), p.counts.members.new]).toEqual([[], 1])
  })

  it('proposes a column, takes the mapping and remembers it for the next file', async () => {
    const file = await sheetOf(['系统内部号', '姓名', '所在支部编码', '类别', '党员状态', '入党日期', '备注'], [['N7', '欧阳青', 'a1', '正式党员', '在职', '2011-07-01', '无']])
    const before = (await upload(file)).body
    expect(said(before)).toEqual(['党员 1 党员编号：缺少“党员编号”列', '党员 1 党员类别：缺少“党员类别”列'])
    const headers = before.columns.find(c => c.sheet === 'members')?.headers
    expect(headers?.find(h => h.header === '类别')).toMatchObject({ key: null, suggested: 'memberKind' })
    const unknown = await city.as('staff')(api.rememberColumns, { body: { sheets: { members: { 系统内部号: 'shoeSize' } } } })
    expect(unknown.problem.code).toBe('ROSTER_COLUMN_UNKNOWN')
    const taught = await city.as('staff2')(api.rememberColumns, { body: { sheets: { members: { 系统内部号: 'memberCode', 类别: 'memberKind', 备注: null } } } })
    expect(taught.status).toBe(204)
    const after = (await upload(file)).body
    // A file with the product's own headers is read as before.
    expect(said(await preview({ units: [], members: NEW_MEMBERS.slice(1).map(m => ({ ...m, branchCode: 'a1' })) }))).toEqual([])
    expect([said(after), after.remarks, after.counts.members.new]).toEqual([[], expect.not.arrayContaining([expect.objectContaining({ column: { letter: 'G', header: '备注' } })]), 1])
  })

  it('leaves alone what the file does not speak of', async () => {
    await confirm(await preview(NEW))
    const file = await sheetOf(['党员编号', '姓名', '所在支部编码', '党员类别', '党员状态', '入党日期'], [['N1', '单雨舟', 'B9', '正式党员', '在职', '1970-07-01']])
    const p = (await upload(file)).body
    expect([said(p), p.counts.members.unchanged, p.counts.members.changed]).toEqual([[], 1, 0])
  })
})

describe('checks across rows and sheets', () => {
  beforeAll(open)
  afterAll(() => city.close())

  const change = (list: Row[], code: string, key: string, more: Row) => list.map(r => (r[key] === code ? { ...r, ...more } : r))
  const unit = (code: string, more: Row): Roster => ({ ...NEW, units: change(NEW_UNITS, code, 'unitCode', more) })
  const member = (more: Row): Roster => ({ ...NEW, members: change(NEW_MEMBERS, 'N1', 'memberCode', more) })
  const post = (more: Row): Roster => ({ ...NEW, posts: change(NEW_POSTS, 'secretary', 'postKind', more) })

  it.each([
    ['a unit code twice', { ...NEW, units: [...NEW_UNITS, { ...NEW_UNITS[0]!, unitName: '另一个' }] }, ['组织 7 组织编码：与第2行重复']],
    ['a parent nobody knows', unit('B9', { parentCode: 'OC8' }), ['组织 5 上级组织编码：组织表和系统里都没有这个编码']],
    ['a parent of the wrong kind', unit('B9', { parentCode: 'PG9' }), ['组织 5 上级组织编码：市园林局党组是党组']],
    ['no parent', unit('B9', { parentCode: '' }), ['组织 5 上级组织编码：党支部要有上级组织']],
    ['units that lead each other', { ...NEW, units: [...change(NEW_UNITS, 'OC9', 'unitCode', { parentCode: 'OC8' }), { ...NEW_UNITS[2]!, unitCode: 'OC8', unitName: '另一机关党委', parentCode: 'OC9' }] }, ['组织 4 上级组织编码：上级一级级往上又回到了自己', '组织 7 上级组织编码：上级一级级往上又回到了自己']],
    ['an end before the beginning', unit('B9-1', { endedOn: '2015-01-01' }), ['组织 6 撤销日期：不晚于成立日期', '党员 2 党小组编码：第一党小组在2026-03-02不存在']],
    ['a second work committee', { ...NEW, units: [...NEW_UNITS, { unitCode: 'wc2', unitName: '工委', unitKind: 'workCommittee', parentCode: 'city', foundedOn: '2020-01-01' }] }, ['组织 7 组织类型：已经有一个机关工委：市委机关工委（wc）']],
    ['a member twice', { ...NEW, members: [...NEW_MEMBERS, { ...NEW_MEMBERS[1]!, memberName: '仇万水' }] }, ['党员 4 党员编号：与第3行重复']],
    ['one person under two codes', { ...NEW, members: [...NEW_MEMBERS, { ...NEW_MEMBERS[0]!, memberCode: 'N3' }] }, ['党员 4 身份证号：与第2行是同一个号']],
    ['a branch nobody knows', member({ branchCode: 'B8', groupCode: '' }), ['党员 2 所在支部编码：组织表和系统里都没有这个编码']],
    ['a branch that is none', member({ branchCode: 'PG9', groupCode: '' }), ['党员 2 所在支部编码：市园林局党组不是党支部']],
    ['a group of another branch', member({ branchCode: 'a1' }), ['党员 2 党小组编码：第一党小组不在这个支部里']],
    ['a birthday unlike the ID number', member({ bornOn: '1950-12-31' }), ['党员 2 出生日期：身份证号里的出生日期是1949-12-31']],
    ['a gender unlike the ID number', member({ gender: 'male' }), ['党员 2 性别：身份证号第17位表示女']],
    ['regular before joining', member({ becameRegularOn: '1969-07-01' }), ['党员 2 转正日期：早于入党日期']],
    ['a holder nobody knows', post({ memberCode: 'N8' }), ['任职 2 党员编号：党员表和系统里都没有这个编号']],
    ['a name that is another’s', post({ memberName: '仇千山' }), ['任职 2 姓名：编号N1的姓名是单雨舟']],
    ['a post at a unit nobody knows', post({ unitCode: 'B8' }), ['任职 2 任职组织编码：组织表和系统里都没有这个编码']],
    ['a post the unit does not have', post({ unitCode: 'PG9' }), ['任职 2 职务：党组没有这个职务']],
    ['a post that ends before it begins', post({ untilOn: '2024-07-01' }), ['任职 2 免职日期：不晚于任职日期']],
    ['a term with two ends', post({ termUntil: '2028-07-01' }), ['任职 3 本届届满日期：与第2行同一届，届满日期不同']],
    ['two secretaries at once', { ...NEW, posts: [...NEW_POSTS, { memberCode: 'N2', unitCode: 'B9', postKind: 'secretary', fromOn: '2025-01-01' }] }, ['任职 4 职务：与第2行同时任职，这个职务只能有一人']],
  ] satisfies [string, Roster, string[]][])('finds %s', async (_name, roster, expected) => {
    const p = await preview(roster)
    expect(said(p)).toEqual(expected)
    const refused = await confirm(p)
    expect([refused.status, refused.problem.code]).toEqual([422, 'ROSTER_HAS_ERRORS'])
  })

  it('lists errors of cells, rows and sheets at once, and as a file', async () => {
    const roster = { ...NEW, units: [...NEW_UNITS, { ...NEW_UNITS[0]! }], members: change(change(NEW_MEMBERS, 'N1', 'memberCode', { phone: '123' }), 'N2', 'memberCode', { branchCode: 'B8' }), posts: NEW_POSTS }
    const p = await preview(roster)
    // The member whose phone is wrong is still known as the holder of a post.
    expect(said(p)).toEqual(['组织 7 组织编码：与第2行重复', '党员 2 手机号：应为 11 位，现为 3 位', '党员 3 所在支部编码：组织表和系统里都没有这个编码'])
    expect(p.errorCount).toBe(3)
    expect(p.errors[0]?.accepted.zh).toBe('每个组织一个不同的编码')
    const file = await city.as('staff')(api.downloadErrors, { params: { id: p.id } })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(file.raw as never)
    expect(book.getWorksheet('错误清单')?.rowCount).toBe(4)
  })

  it('a complete file may not lean on what it leaves out', async () => {
    const p = await choose((await preview(NEW)).id, '2026-03-02', true)
    expect(said(p)).toEqual(['组织 3 上级组织编码：中共青澜市委不在这份完整的文件里，将会撤销', '组织 4 上级组织编码：市委机关工委不在这份完整的文件里，将会撤销'])
  })

  it('a person on record under another code is not entered again', async () => {
    await confirm(await preview(NEW))
    const p = await preview({ ...NEW, members: [{ ...NEW_MEMBERS[0]!, memberCode: 'N5' }], posts: [] })
    expect(said(p)).toEqual(['党员 2 身份证号：系统里已有此人：单雨舟，编号N1'])
  })
})
