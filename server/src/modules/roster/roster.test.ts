import * as api from '@jiannuo/contract/roster.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  changes,
  choose,
  city,
  confirm,
  differences,
  EMPTY,
  exported,
  find,
  NEW,
  open,
  preview,
  type Row,
  said,
  upload,
  write,
} from './testing/roster-city.ts'

describe('roster import', () => {
  beforeEach(open)
  afterEach(() => city.close())

  it('writes nothing before it is confirmed, then everything, and its own file again changes nothing', async () => {
    const first = await preview(NEW)
    expect([first.errorCount, first.errors]).toEqual([0, []])
    // The section the member names is entered with the units.
    expect(first.counts).toMatchObject({
      units: { rows: 5, new: 6 },
      members: { rows: 2, new: 2 },
      posts: { rows: 2, new: 2 },
    })
    expect((await city.owner.query("select 1 from membership_member where code = 'N1'")).rowCount).toBe(0)

    const done = await confirm(first)
    expect([done.status, done.body.state]).toEqual([200, 'confirmed'])
    const { rows } = await city.owner.query(`
      select m.pinyin, m.initials, m.id_number_sealed, m.phone_sealed, u.code as branch, g.code as grp, s.name as section, b.from_on, t.kind, t.leading_cadre
      from membership_member m join membership_belonging b on b.member_id = m.id join organization_unit u on u.id = b.unit_id
      left join organization_unit g on g.id = b.group_id left join organization_unit s on s.id = b.section_id join membership_standing t on t.member_id = m.id where m.code = 'N1'`)
    expect(rows).toEqual([
      expect.objectContaining({
        pinyin: 'shanyuzhou',
        initials: 'syz',
        branch: 'B9',
        grp: 'B9-1',
        section: '绿化处',
        from_on: '2026-03-02',
        kind: 'regular',
        leading_cadre: true,
      }),
    ])
    expect(JSON.stringify(rows)).not.toMatch('11010519491231002X')
    const relations = await city.owner.query(
      "select r.kind, u.code from organization_relation r join organization_unit u on u.id = r.upper_id join organization_unit l on l.id = r.lower_id where l.code = 'OC9' order by 1",
    )
    expect(relations.rows).toEqual([
      { kind: 'formedIn', code: 'Y9' },
      { kind: 'leads', code: 'wc' },
      { kind: 'leadsConcretely', code: 'PG9' },
    ])
    expect(
      (
        await city.owner.query(
          "select p.path like '%' || oc.id || '%' as below from organization_place p join organization_unit b on b.id = p.unit_id and b.code = 'B9', organization_unit oc where oc.code = 'OC9'",
        )
      ).rows,
    ).toEqual([{ below: true }])
    expect(
      (
        await city.owner.query(
          "select count(*)::int as n, count(distinct term_id)::int as terms from organization_post where unit_id = (select id from organization_unit where code = 'B9')",
        )
      ).rows,
    ).toEqual([{ n: 2, terms: 1 }])

    const again = await preview(NEW)
    expect([again.errors, changes(again)]).toEqual([[], EMPTY])
    // The preview keeps no copy of the file once it is in.
    expect(
      (await city.owner.query('select content_sealed from roster_preview where id = $1', [first.id])).rows,
    ).toEqual([{ content_sealed: null }])
  })

  it('takes its own export back as an empty difference, complete or not, on every day', async () => {
    await confirm(await preview(NEW))
    await city.insert('organization_unit', {
      id: crypto.randomUUID(),
      code: 'old',
      kind: 'branch',
      name: '旧支部',
      pinyin: 'jiuzhibu',
      initials: 'jzb',
      founded_on: '2020-01-01',
      dissolved_on: '2024-01-01',
    })
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

  it('shows posts of a committee with the unit’s term; a term corrected in the file is a difference of just that', async () => {
    const term = { id: crypto.randomUUID(), unit_id: city.unit.a1, from_on: '2024-07-01', until_on: '2027-07-01' }
    await city.insert('organization_term', term)
    const roster = await exported()
    const a1 = (row: Row) => row.unitCode === 'a1'
    const elected = roster.posts.filter(
      row => a1(row) && row.termFrom === '2024-07-01' && row.termUntil === '2027-07-01',
    )
    expect(elected.map(row => row.postKind)).toEqual(roster.posts.filter(a1).map(row => row.postKind))
    expect(elected.length).toBeGreaterThan(1)
    expect(changes(await preview(roster))).toEqual(EMPTY)
    const unsaid = roster.posts.map(row => ({ ...row, termFrom: '', termUntil: '' }))
    expect(changes(await preview({ ...roster, posts: unsaid }))).toEqual(EMPTY)

    const later = roster.posts.map(row => (a1(row) ? { ...row, termUntil: '2027-09-01' } : row))
    const corrected = await preview({ ...roster, posts: later })
    expect(corrected.counts.posts).toMatchObject({ new: 0, changed: elected.length, ended: 0 })
    const { items } = await differences(corrected.id)
    expect(items.map(each => [each.sheet, each.fields.map(field => field.to.zh)])).toEqual(
      elected.map(() => ['posts', ['2027-09-01']]),
    )
    await confirm(corrected)
    expect(changes(await preview(await exported()))).toEqual(EMPTY)
    expect((await city.owner.query('select id, until_on from organization_term')).rows).toEqual([
      { id: term.id, until_on: '2027-09-01' },
    ])
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
    const belongings = await city.owner.query(
      'select u.code, b.from_on, b.until_on from membership_belonging b join organization_unit u on u.id = b.unit_id where b.member_id = $1 order by from_on',
      [city.person.memA1],
    )
    expect(belongings.rows).toEqual([
      { code: 'a1', from_on: '2020-01-01', until_on: '2026-04-01' },
      { code: 'a2', from_on: '2026-04-01', until_on: null },
    ])
    const names = await city.owner.query(
      'select name, from_on, until_on from organization_name where unit_id = $1 order by from_on',
      [city.unit.b1],
    )
    expect(names.rows).toEqual([
      { name: '预算支部', from_on: '2020-01-01', until_on: '2026-04-01' },
      { name: '预算与国库支部', from_on: '2026-04-01', until_on: null },
    ])
    expect((await city.owner.query('select name from organization_unit where id = $1', [city.unit.b1])).rows).toEqual([
      { name: '预算支部' },
    ])
    expect(
      (
        await city.owner.query('select fields, reason from membership_correction where member_id = $1', [
          city.person.mem2A1,
        ])
      ).rows,
    ).toEqual([{ fields: ['phone'], reason: '花名册导入' }])
  })

  it('ends what a complete file leaves out, and only then', async () => {
    const { members, units, posts } = await exported()
    const less = {
      units: units.filter(u => u.unitCode !== 'a2'),
      members: members.filter(m => m.branchCode !== 'a2'),
      posts: posts.filter(p => !['secA2', 'ocdA'].includes(p.memberCode ?? '')),
    }
    const part = await preview(less)
    expect([said(part), changes(part)]).toEqual([[], EMPTY])
    const whole = await choose(part.id, '2026-03-02', true)
    expect([whole.counts.units.ended, whole.counts.members.ended, whole.counts.posts.ended]).toEqual([1, 3, 2])
    expect((await confirm(whole)).status).toBe(200)
    expect(
      (await city.owner.query('select dissolved_on from organization_unit where id = $1', [city.unit.a2])).rows,
    ).toEqual([{ dissolved_on: '2026-03-02' }])
    expect(
      (await city.owner.query('select until_on from membership_belonging where member_id = $1', [city.person.memA2]))
        .rows,
    ).toEqual([{ until_on: '2026-03-02' }])
    expect(
      (await city.owner.query('select until_on from organization_post where person_id = $1', [city.person.ocdA])).rows,
    ).toEqual([{ until_on: '2026-03-02' }])
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
    const held = async (who: 'secA1' | 'secA2') =>
      (
        await city.owner.query(
          'select from_on, until_on from organization_post where person_id = $1 order by from_on',
          [city.person[who]],
        )
      ).rows
    expect(await held('secA1')).toEqual([{ from_on: '2019-06-01', until_on: null }])
    expect(await held('secA2')).toEqual([
      { from_on: '2020-01-01', until_on: '2026-02-01' },
      { from_on: '2026-02-01', until_on: null },
    ])
    expect(changes(await preview({ units, members, posts }))).toEqual(EMPTY)
  })

  it('may be confirmed twice and is done once; a stale one is refused and writes nothing', async () => {
    const p = await preview(NEW)
    const stale = await preview(NEW)
    const [first, second] = [await confirm(p), await confirm(p)]
    expect([first.status, second.status, second.body.confirmedAt]).toEqual([200, 200, first.body.confirmedAt])
    expect(
      (await city.owner.query("select count(*)::int as n from membership_member where code in ('N1', 'N2')")).rows,
    ).toEqual([{ n: 2 }])
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
    expect((await city.owner.query("select count(*)::int as n from organization_unit where code = 'B9'")).rows).toEqual(
      [{ n: 1 }],
    )
  })

  it('is the work committee’s alone', async () => {
    const file = await write(NEW)
    for (const who of ['ocsA', 'secA1', 'memA1', 'pgsA', 'cityStaff', 'system'] as const)
      expect([who, (await upload(file, who)).status]).toEqual([who, 403])
    expect((await upload(file, null)).status).toBe(401)
    const p = await preview(NEW)
    for (const who of ['ocsA', 'cityStaff', 'district'] as const) {
      expect((await city.as(who)(api.readPreview, { params: { id: p.id } })).status).toBe(404)
      expect((await city.as(who)(api.confirmRoster, { params: { id: p.id }, body: { digest: p.digest } })).status).toBe(
        404,
      )
      expect((await city.as(who)(api.exportRoster)).status).toBe(403)
    }
    expect((await city.as('staff2')(api.readPreview, { params: { id: p.id } })).status).toBe(200)
    expect((await city.as('staff')(api.readPreview, { params: { id: crypto.randomUUID() } })).status).toBe(404)
  })

  it('discards a preview with all it read', async () => {
    const p = await preview(NEW)
    expect((await city.as('staff')(api.discardPreview, { params: { id: p.id } })).status).toBe(204)
    expect((await city.owner.query('select state, content_sealed, findings_sealed from roster_preview')).rows).toEqual([
      { state: 'discarded', content_sealed: null, findings_sealed: null },
    ])
    expect((await confirm(p)).problem.code).toBe('ROSTER_CLOSED')
    expect(
      (
        await city.as('staff')(api.choosePreview, {
          params: { id: p.id },
          body: { effectiveOn: '2026-03-02', complete: false },
        })
      ).problem.code,
    ).toBe('ROSTER_CLOSED')
  })

  it('refuses what is no workbook, and days far away', async () => {
    expect((await upload(Buffer.from('姓名,编号'))).problem.code).toBe('FILE_TYPE')
    const file = await write(NEW)
    expect((await upload(file.subarray(0, file.length - 200))).status).toBeGreaterThanOrEqual(400)
    const p = await preview(NEW)
    const answer = await city.as('staff')(api.choosePreview, {
      params: { id: p.id },
      body: { effectiveOn: '2031-01-01', complete: false },
    })
    expect(answer.problem.code).toBe('ROSTER_DAY')
  })

  it('offers a template that reads as an empty roster', async () => {
    const answer = await city.as('staff')(api.downloadTemplate)
    expect(answer.status).toBe(200)
    const p = (await upload(answer.raw)).body
    expect([p.errors, p.columns.map(c => c.headers.length)]).toEqual([[], [11, 14, 8]])
  })
})
