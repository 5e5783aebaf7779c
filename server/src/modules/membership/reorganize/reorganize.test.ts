import { readSession } from '@jiannuo/contract/identity/session.ts'
import {
  applyChange,
  listChanges,
  previewChange,
  previewReversal,
  reverseChange,
} from '@jiannuo/contract/organization/change.ts'
import { appoint } from '@jiannuo/contract/organization/post.ts'
import { readTree, readUnit } from '@jiannuo/contract/organization/unit.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'

let city: TestCity
beforeEach(async () => {
  city = await openTestCity('2026-03-02')
})
afterEach(() => city?.close())

const paper = { document: '青水党发〔2026〕7号', reason: '按业务线调整支部设置' }
const branchOf = async (person: string, on: string) =>
  (
    await city.owner.query(
      'select u.name from membership_belonging b join organization_unit u on u.id = b.unit_id where b.member_id = $1 and b.from_on <= $2 and (b.until_on is null or b.until_on > $2)',
      [person, on],
    )
  ).rows.map(r => r.name)
/** Everything dated, as text, to compare before and after. */
const picture = async () => {
  const rows = await city.owner.query(`
    select 'r' || kind || upper_id || lower_id || from_on || coalesce(until_on::text, '') as row from organization_relation
    union all select 'n' || unit_id || name || from_on || coalesce(until_on::text, '') from organization_name
    union all select 'p' || unit_id || kind || person_id || from_on || coalesce(until_on::text, '') from organization_post
    union all select 'b' || unit_id || member_id || from_on || coalesce(until_on::text, '') from membership_belonging
    union all select 'u' || id || name || founded_on || coalesce(dissolved_on::text, '') from organization_unit
    union all select 'l' || unit_id || path from organization_place order by 1`)
  return rows.rows.map(r => r.row)
}

describe('merging', () => {
  const plan = () => ({
    kind: 'merge' as const,
    intoId: city.unit.a1,
    unitIds: [city.unit.a2],
    name: '规划工程支部',
    effectiveOn: '2026-03-02',
  })

  it('R4.1 previews what it touches and writes nothing', async () => {
    const before = await picture()
    const { body } = await city.as('ocsA')(previewChange, { body: plan() })
    expect(body).toMatchObject({
      units: [{ name: '规划支部' }, { name: '工程支部' }],
      lower: 0,
      membersMoved: 3,
      postsEnded: 1,
      openPledges: 0,
      verdicts: [],
    })
    expect(await picture()).toEqual(before)
  })

  it('R4.1 moves members, ends posts, renames and dissolves in one step, and the day before stays as it was', async () => {
    const done = await city.as('ocsA')(applyChange, { body: { ...plan(), ...paper } })
    expect(done.body).toMatchObject({ kind: 'merge', membersMoved: 3, document: paper.document, reversedBy: null })
    expect(await branchOf(city.person.memA2, '2026-03-02')).toEqual(['规划工程支部'])
    expect(await branchOf(city.person.memA2, '2026-03-01')).toEqual(['工程支部'])
    const tree = (await city.as('staff')(readTree)).body.units
    expect(tree.filter(u => u.upperId === city.unit.ocA).map(u => [u.name, u.members])).toEqual([['规划工程支部', 11]])
    const yesterday = (await city.as('staff')(readTree, { query: { on: '2026-03-01' } })).body.units
    expect(yesterday.filter(u => u.upperId === city.unit.ocA).map(u => u.name)).toEqual(['规划支部', '工程支部'])
    expect((await city.as('staff')(readUnit, { params: { unitId: city.unit.a2 } })).body).toMatchObject({
      state: 'dissolved',
      posts: [],
      dissolvedOn: '2026-03-02',
    })
    expect((await city.as('secA2')(readSession)).status).toBe(401) // his post ended with the branch
  })

  it('R4.1 is undone by a counter-change of the same day as if it had not been', async () => {
    const before = await picture()
    const { body } = await city.as('ocsA')(applyChange, { body: { ...plan(), ...paper } })
    expect((await city.as('ocsA')(previewReversal, { params: { changeId: body.id } })).body.verdicts).toEqual([])
    const undone = await city.as('ocsA')(reverseChange, {
      params: { changeId: body.id },
      body: { ...paper, effectiveOn: '2026-03-02' },
    })
    expect(undone.body).toMatchObject({ kind: 'counterChange', reverses: body.id })
    expect(await picture()).toEqual(before)
    expect(
      (
        await city.as('ocsA')(reverseChange, {
          params: { changeId: body.id },
          body: { ...paper, effectiveOn: '2026-03-02' },
        })
      ).problem,
    ).toMatchObject({ code: 'CHANGE_OBSTACLE', detail: '这项变更已经撤回' })
    expect((await city.as('ocsA')(listChanges)).body.items.map(c => [c.kind, c.reversedBy !== null])).toEqual([
      ['counterChange', false],
      ['merge', true],
    ])
  })

  it('R4.1 is undone later from that day on, with the time between on record', async () => {
    const { body } = await city.as('ocsA')(applyChange, { body: { ...plan(), ...paper } })
    await city.moveTo('2026-05-01')
    expect(
      (
        await city.as('ocsA')(reverseChange, {
          params: { changeId: body.id },
          body: { ...paper, effectiveOn: '2026-02-01' },
        })
      ).problem.code,
    ).toBe('CHANGE_OBSTACLE')
    expect(
      (
        await city.as('ocsA')(reverseChange, {
          params: { changeId: body.id },
          body: { ...paper, effectiveOn: '2026-05-01' },
        })
      ).status,
    ).toBe(200)
    expect(await branchOf(city.person.memA2, '2026-02-01')).toEqual(['工程支部'])
    expect(await branchOf(city.person.memA2, '2026-04-01')).toEqual(['规划支部'])
    expect(await branchOf(city.person.memA2, '2026-05-01')).toEqual(['工程支部'])
    const on = async (day: string) =>
      (await city.as('staff')(readTree, { query: { on: day } })).body.units
        .filter(u => u.upperId === city.unit.ocA)
        .map(u => u.name)
    expect(await on('2026-04-30')).toEqual(['规划工程支部'])
    expect(await on('2026-05-01')).toEqual(['规划支部', '工程支部'])
    expect((await city.as('secA2')(readSession)).status).toBe(401) // a post put back is a new one; his old capacity key is gone
    expect(
      (await city.as('staff')(readUnit, { params: { unitId: city.unit.a2 } })).body.posts.map(p => p.personName),
    ).toEqual(['方文渊'])
  })

  it('R4.1 cannot be undone once something builds on it', async () => {
    const { body } = await city.as('ocsA')(applyChange, { body: { ...plan(), ...paper } })
    await city.as('ocsA')(applyChange, {
      body: {
        kind: 'rename',
        unitId: city.unit.a1,
        name: '综合支部',
        effectiveOn: '2026-03-03',
        ...paper,
        document: '青水党发〔2026〕9号',
      },
    })
    const { verdicts } = (await city.as('ocsA')(previewReversal, { params: { changeId: body.id } })).body
    expect(verdicts[0]?.zh).toBe('其后又有变更（青水党发〔2026〕9号），请先撤回它')
    expect(
      (
        await city.as('ocsA')(reverseChange, {
          params: { changeId: body.id },
          body: { ...paper, effectiveOn: '2026-03-04' },
        })
      ).problem.code,
    ).toBe('CHANGE_OBSTACLE')
  })
})

describe('setting up, splitting, dissolving, moving, renaming', () => {
  it('R4.1 refuses a branch of fewer than three regular members, with the source', async () => {
    const body = {
      kind: 'split' as const,
      unitId: city.unit.a1,
      name: '测绘支部',
      memberIds: [city.person.memA1],
      effectiveOn: '2026-03-02',
    }
    const { verdicts } = (await city.as('ocsA')(previewChange, { body })).body
    expect(verdicts.map(v => [v.severity, v.cite.document])).toEqual([['obstacle', '中国共产党支部工作条例（试行）']])
    expect((await city.as('ocsA')(applyChange, { body: { ...body, ...paper } })).problem).toMatchObject({
      code: 'CHANGE_OBSTACLE',
    })
  })

  it('R4.1 splits a branch ahead of time: nothing moves before the day', async () => {
    const memberIds = [city.person.memA1, city.person.mem2A1, city.person.mem3A1]
    const body = {
      kind: 'split' as const,
      unitId: city.unit.a1,
      name: '测绘支部',
      memberIds,
      effectiveOn: '2026-04-01',
      ...paper,
    }
    const done = (await city.as('ocsA')(applyChange, { body })).body
    const unit = done.units.find(u => u.name === '测绘支部')
    expect((await city.as('staff')(readTree)).body.units.some(u => u.name === '测绘支部')).toBe(false)
    expect(
      (
        await city.as('ocsA')(appoint, {
          params: { unitId: unit?.id ?? '' },
          body: { personId: city.person.memA1, kind: 'secretary', from: '2026-04-01' },
        })
      ).status,
    ).toBe(200)
    expect((await city.as('ocsA')(previewReversal, { params: { changeId: done.id } })).body.verdicts[0]?.zh).toContain(
      '新设的组织已有职务',
    )
    await city.moveTo('2026-04-01')
    expect((await city.as('staff')(readTree)).body.units.find(u => u.name === '测绘支部')).toMatchObject({
      members: 3,
      upperId: city.unit.ocA,
      secretary: '陈砚青',
    })
    expect(await branchOf(city.person.memA1, '2026-03-31')).toEqual(['规划支部'])
  })

  it('R4.1 founds a temporary organisation for a task force and takes it back', async () => {
    const before = await picture()
    const body = {
      kind: 'setUp' as const,
      name: '防汛专班临时党支部',
      unitKind: 'temporaryOrganization' as const,
      upperId: city.unit.ocA,
      purpose: '2026年防汛',
      effectiveOn: '2026-03-02',
      ...paper,
    }
    const done = (await city.as('ocsA')(applyChange, { body })).body
    const id = done.units.find(u => u.kind === 'temporaryOrganization')?.id ?? ''
    expect((await city.as('ocsA')(readUnit, { params: { unitId: id } })).body).toMatchObject({
      purpose: '2026年防汛',
      code: 'ocA-N1',
      upper: [{ kind: 'leads' }],
    })
    const again = (await city.as('ocsA')(applyChange, { body: { ...body, name: '抗旱专班临时党支部' } })).body
    expect(
      (
        await city.as('ocsA')(reverseChange, {
          params: { changeId: done.id },
          body: { ...paper, effectiveOn: '2026-03-02' },
        })
      ).status,
    ).toBe(200)
    expect(
      (
        await city.as('ocsA')(reverseChange, {
          params: { changeId: again.id },
          body: { ...paper, effectiveOn: '2026-03-02' },
        })
      ).status,
    ).toBe(200)
    expect(await picture()).toEqual(before)
    const wrong = await city.as('ocsA')(previewChange, {
      body: {
        kind: 'setUp',
        name: '专班',
        unitKind: 'temporaryOrganization',
        upperId: city.unit.a1,
        effectiveOn: '2026-03-02',
      },
    })
    expect(wrong.body.verdicts[0]?.severity).toBe('obstacle')
  })

  it('R4.1 dissolves only what is empty or has a place for its members', async () => {
    const body = { kind: 'dissolve' as const, unitId: city.unit.a2, effectiveOn: '2026-03-02' }
    expect((await city.as('ocsA')(previewChange, { body })).body.verdicts[0]?.zh).toBe('还有3名党员，请选择接收的支部')
    const upward = await city.as('ocsA')(previewChange, { body: { ...body, membersToId: city.unit.ocA } })
    expect(upward.body.verdicts[0]).toMatchObject({
      severity: 'obstacle',
      zh: '市水务局机关党委不直接编入党员，请选择党支部',
    })
    expect(
      (await city.as('ocsA')(applyChange, { body: { ...body, membersToId: city.unit.a1, ...paper } })).body
        .membersMoved,
    ).toBe(3)
    expect(await branchOf(city.person.ocdA, '2026-03-02')).toEqual(['规划支部'])
    const above = await city.as('staff')(previewChange, {
      body: { kind: 'dissolve', unitId: city.unit.ocA, effectiveOn: '2026-03-02' },
    })
    expect(above.body.verdicts[0]?.zh).toContain('下面还有1个组织')
  })

  it('R4.1 moves a branch to another organ, whose committee then sees it and the old one no longer', async () => {
    const body = {
      kind: 'move' as const,
      unitId: city.unit.a2,
      upperId: city.unit.ocB,
      effectiveOn: '2026-03-02',
      ...paper,
    }
    expect((await city.as('ocsA')(applyChange, { body })).status).toBe(403)
    expect((await city.as('staff')(applyChange, { body })).status).toBe(200)
    expect((await city.as('ocsB')(readUnit, { params: { unitId: city.unit.a2 } })).body.may.appoint).toBe(true)
    expect((await city.as('ocsA')(readUnit, { params: { unitId: city.unit.a2 } })).body.may).toMatchObject({
      appoint: false,
      seeMembers: false,
    })
    const circle = await city.as('staff')(previewChange, {
      body: { kind: 'move', unitId: city.unit.ocB, upperId: city.unit.a2, effectiveOn: '2026-03-02' },
    })
    expect(circle.body.verdicts[0]?.severity).toBe('obstacle')
  })

  it('R4.1 a rename dated ahead shows from its day on', async () => {
    const body = {
      kind: 'rename' as const,
      unitId: city.unit.a2,
      name: '建设支部',
      effectiveOn: '2026-04-01',
      ...paper,
    }
    expect((await city.as('ocsA')(applyChange, { body })).status).toBe(200)
    const name = async (on: string) =>
      (await city.as('staff')(readUnit, { params: { unitId: city.unit.a2 }, query: { on } })).body.name
    expect([await name('2026-03-31'), await name('2026-04-01')]).toEqual(['工程支部', '建设支部'])
    const clash = await city.as('ocsA')(previewChange, {
      body: { kind: 'rename', unitId: city.unit.a2, name: '水利支部', effectiveOn: '2026-03-15' },
    })
    expect(clash.body.verdicts[0]?.zh).toContain('2026-04-01起才生效')
  })

  it.each`
    who            | unit     | status
    ${'ocsB'}      | ${'a2'}  | ${403}
    ${'ocsA'}      | ${'ocA'} | ${403}
    ${'secA2'}     | ${'a2'}  | ${403}
    ${'memA2'}     | ${'a2'}  | ${403}
    ${'pgsA'}      | ${'a2'}  | ${403}
    ${'cityStaff'} | ${'a2'}  | ${403}
    ${'system'}    | ${'a2'}  | ${403}
  `('R4.1 $who may not rename $unit', async ({ who, unit, status }) => {
    const body = { kind: 'rename' as const, unitId: city.unit[unit as 'a2'], name: '新名', effectiveOn: '2026-03-02' }
    expect((await city.as(who)(previewChange, { body })).status).toBe(status)
    expect((await city.as(who)(applyChange, { body: { ...body, ...paper } })).status).toBe(status)
  })

  it('R4.1 bad input is answered field by field', async () => {
    const answer = await city.as('ocsA')(applyChange, {
      body: {
        kind: 'rename',
        unitId: city.unit.a2,
        name: ' ',
        effectiveOn: '明天',
        document: '',
        reason: '调整',
      } as never,
    })
    expect(answer.status).toBe(422)
    expect(answer.problem.errors?.map(e => e.pointer).sort()).toEqual(['/document', '/effectiveOn', '/name'])
    const gone = await city.as('ocsA')(previewChange, {
      body: { kind: 'rename', unitId: crypto.randomUUID(), name: '甲', effectiveOn: '2026-03-02' },
    })
    expect(gone.status).toBe(404)
    const foreign = await city.as('ocsA')(previewChange, {
      body: {
        kind: 'split',
        unitId: city.unit.a1,
        name: '甲',
        memberIds: [city.person.memB1],
        effectiveOn: '2026-03-02',
      },
    })
    expect(foreign.status).toBe(404)
  })

  it('R4.1 of two changes of one unit at once, the second sees the first', async () => {
    const move = {
      kind: 'dissolve' as const,
      unitId: city.unit.a2,
      membersToId: city.unit.a1,
      effectiveOn: '2026-03-02',
      ...paper,
    }
    const answers = await Promise.all([
      city.as('ocsA')(applyChange, { body: move }),
      city.as('staff')(applyChange, { body: move }),
    ])
    expect(answers.map(a => a.status).sort()).toEqual([200, 409])
    expect(await branchOf(city.person.memA2, '2026-03-02')).toEqual(['规划支部'])
  })
})
