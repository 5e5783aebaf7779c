import * as api from '@jiannuo/contract/roster.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  choose,
  city,
  confirm,
  NEW,
  NEW_MEMBERS,
  NEW_POSTS,
  NEW_UNITS,
  open,
  preview,
  type Roster,
  type Row,
  said,
  upload,
} from '../testing/roster-city.ts'

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
    const file = await sheetOf(
      ['黨員編號', '姓名', '所在支部編碼', '黨員類別', '黨員狀態', '入黨日期'],
      [['N7', '歐陽青', 'a1', '正式党员', '在职', '2011-07-01']],
    )
    const p = (await upload(file)).body
    expect([said(p), p.counts.members.new]).toEqual([[], 1])
  })

  it('proposes a column, takes the mapping and remembers it for the next file', async () => {
    const file = await sheetOf(
      ['系统内部号', '姓名', '所在支部编码', '类别', '党员状态', '入党日期', '备注'],
      [['N7', '欧阳青', 'a1', '正式党员', '在职', '2011-07-01', '无']],
    )
    const before = (await upload(file)).body
    expect(said(before)).toEqual(['党员 1 党员编号：缺少“党员编号”列', '党员 1 党员类别：缺少“党员类别”列'])
    const headers = before.columns.find(c => c.sheet === 'members')?.headers
    expect(headers?.find(h => h.header === '类别')).toMatchObject({ key: null, suggested: 'memberKind' })
    const unknown = await city.as('staff')(api.rememberColumns, {
      body: { sheets: { members: { 系统内部号: 'shoeSize' } } },
    })
    expect(unknown.problem.code).toBe('ROSTER_COLUMN_UNKNOWN')
    const taught = await city.as('staff2')(api.rememberColumns, {
      body: { sheets: { members: { 系统内部号: 'memberCode', 类别: 'memberKind', 备注: null } } },
    })
    expect(taught.status).toBe(204)
    const after = (await upload(file)).body
    // A file with the product's own headers is read as before.
    expect(
      said(await preview({ units: [], members: NEW_MEMBERS.slice(1).map(m => ({ ...m, branchCode: 'a1' })) })),
    ).toEqual([])
    expect([said(after), after.remarks, after.counts.members.new]).toEqual([
      [],
      expect.not.arrayContaining([expect.objectContaining({ column: { letter: 'G', header: '备注' } })]),
      1,
    ])
  })

  it('leaves alone what the file does not speak of', async () => {
    await confirm(await preview(NEW))
    const file = await sheetOf(
      ['党员编号', '姓名', '所在支部编码', '党员类别', '党员状态', '入党日期'],
      [['N1', '单雨舟', 'B9', '正式党员', '在职', '1970-07-01']],
    )
    const p = (await upload(file)).body
    expect([said(p), p.counts.members.unchanged, p.counts.members.changed]).toEqual([[], 1, 0])
  })
})

describe('checks across rows and sheets', () => {
  beforeAll(open)
  afterAll(() => city.close())

  const change = (list: Row[], code: string, key: string, more: Row) =>
    list.map(r => (r[key] === code ? { ...r, ...more } : r))
  const unit = (code: string, more: Row): Roster => ({ ...NEW, units: change(NEW_UNITS, code, 'unitCode', more) })
  const member = (more: Row): Roster => ({ ...NEW, members: change(NEW_MEMBERS, 'N1', 'memberCode', more) })
  const post = (more: Row): Roster => ({ ...NEW, posts: change(NEW_POSTS, 'secretary', 'postKind', more) })

  it.each([
    [
      'a unit code twice',
      { ...NEW, units: [...NEW_UNITS, { ...NEW_UNITS[0]!, unitName: '另一个' }] },
      ['组织 7 组织编码：与第2行重复'],
    ],
    ['a parent nobody knows', unit('B9', { parentCode: 'OC8' }), ['组织 5 上级组织编码：组织表和系统里都没有这个编码']],
    ['a parent of the wrong kind', unit('B9', { parentCode: 'PG9' }), ['组织 5 上级组织编码：市园林局党组是党组']],
    ['no parent', unit('B9', { parentCode: '' }), ['组织 5 上级组织编码：党支部要有上级组织']],
    [
      'units that lead each other',
      {
        ...NEW,
        units: [
          ...change(NEW_UNITS, 'OC9', 'unitCode', { parentCode: 'OC8' }),
          { ...NEW_UNITS[2]!, unitCode: 'OC8', unitName: '另一机关党委', parentCode: 'OC9' },
        ],
      },
      ['组织 4 上级组织编码：上级一级级往上又回到了自己', '组织 7 上级组织编码：上级一级级往上又回到了自己'],
    ],
    [
      'an end before the beginning',
      unit('B9-1', { endedOn: '2015-01-01' }),
      ['组织 6 撤销日期：不晚于成立日期', '党员 2 党小组编码：第一党小组在2026-03-02不存在'],
    ],
    [
      'a second work committee',
      {
        ...NEW,
        units: [
          ...NEW_UNITS,
          { unitCode: 'wc2', unitName: '工委', unitKind: 'workCommittee', parentCode: 'city', foundedOn: '2020-01-01' },
        ],
      },
      ['组织 7 组织类型：已经有一个机关工委：市委机关工委（wc）'],
    ],
    [
      'a member twice',
      { ...NEW, members: [...NEW_MEMBERS, { ...NEW_MEMBERS[1]!, memberName: '仇万水' }] },
      ['党员 4 党员编号：与第3行重复'],
    ],
    [
      'one person under two codes',
      { ...NEW, members: [...NEW_MEMBERS, { ...NEW_MEMBERS[0]!, memberCode: 'N3' }] },
      ['党员 4 身份证号：与第2行是同一个号'],
    ],
    [
      'a branch nobody knows',
      member({ branchCode: 'B8', groupCode: '' }),
      ['党员 2 所在支部编码：组织表和系统里都没有这个编码'],
    ],
    [
      'a branch that is none',
      member({ branchCode: 'PG9', groupCode: '' }),
      ['党员 2 所在支部编码：市园林局党组不是党支部'],
    ],
    ['a group of another branch', member({ branchCode: 'a1' }), ['党员 2 党小组编码：第一党小组不在这个支部里']],
    [
      'a birthday unlike the ID number',
      member({ bornOn: '1950-12-31' }),
      ['党员 2 出生日期：身份证号里的出生日期是1949-12-31'],
    ],
    ['a gender unlike the ID number', member({ gender: 'male' }), ['党员 2 性别：身份证号第17位表示女']],
    ['regular before joining', member({ becameRegularOn: '1969-07-01' }), ['党员 2 转正日期：早于入党日期']],
    ['a holder nobody knows', post({ memberCode: 'N8' }), ['任职 2 党员编号：党员表和系统里都没有这个编号']],
    ['a name that is another’s', post({ memberName: '仇千山' }), ['任职 2 姓名：编号N1的姓名是单雨舟']],
    ['a post at a unit nobody knows', post({ unitCode: 'B8' }), ['任职 2 任职组织编码：组织表和系统里都没有这个编码']],
    ['a post the unit does not have', post({ unitCode: 'PG9' }), ['任职 2 职务：党组没有这个职务']],
    ['a post that ends before it begins', post({ untilOn: '2024-07-01' }), ['任职 2 免职日期：不晚于任职日期']],
    ['a term with two ends', post({ termUntil: '2028-07-01' }), ['任职 3 本届届满日期：与第2行同一届，届满日期不同']],
    [
      'two secretaries at once',
      {
        ...NEW,
        posts: [...NEW_POSTS, { memberCode: 'N2', unitCode: 'B9', postKind: 'secretary', fromOn: '2025-01-01' }],
      },
      ['任职 4 职务：与第2行同时任职，这个职务只能有一人'],
    ],
  ] satisfies [string, Roster, string[]][])('finds %s', async (_name, roster, expected) => {
    const p = await preview(roster)
    expect(said(p)).toEqual(expected)
    const refused = await confirm(p)
    expect([refused.status, refused.problem.code]).toEqual([422, 'ROSTER_HAS_ERRORS'])
  })

  it('lists errors of cells, rows and sheets at once, and as a file', async () => {
    const roster = {
      ...NEW,
      units: [...NEW_UNITS, { ...NEW_UNITS[0]! }],
      members: change(change(NEW_MEMBERS, 'N1', 'memberCode', { phone: '123' }), 'N2', 'memberCode', {
        branchCode: 'B8',
      }),
      posts: NEW_POSTS,
    }
    const p = await preview(roster)
    // The member whose phone is wrong is still known as the holder of a post.
    expect(said(p)).toEqual([
      '组织 7 组织编码：与第2行重复',
      '党员 2 手机号：应为 11 位，现为 3 位',
      '党员 3 所在支部编码：组织表和系统里都没有这个编码',
    ])
    expect(p.errorCount).toBe(3)
    expect(p.errors[0]?.accepted.zh).toBe('每个组织一个不同的编码')
    const file = await city.as('staff')(api.downloadErrors, { params: { id: p.id } })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(file.raw as never)
    expect(book.getWorksheet('错误清单')?.rowCount).toBe(4)
  })

  it('a complete file may not lean on what it leaves out', async () => {
    const p = await choose((await preview(NEW)).id, '2026-03-02', true)
    expect(said(p)).toEqual([
      '组织 3 上级组织编码：中共青澜市委不在这份完整的文件里，将会撤销',
      '组织 4 上级组织编码：市委机关工委不在这份完整的文件里，将会撤销',
    ])
  })

  it('a person on record under another code is not entered again', async () => {
    await confirm(await preview(NEW))
    const p = await preview({ ...NEW, members: [{ ...NEW_MEMBERS[0]!, memberCode: 'N5' }], posts: [] })
    expect(said(p)).toEqual(['党员 2 身份证号：系统里已有此人：单雨舟，编号N1'])
  })
})
