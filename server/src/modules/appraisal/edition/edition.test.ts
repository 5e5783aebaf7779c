import * as round from '@jiannuo/contract/appraisal/round.ts'
import * as api from '@jiannuo/contract/appraisal/scheme.ts'
import * as templates from '@jiannuo/contract/appraisal/scheme-template.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import type { PersonKey } from '../../../testing/fixture.ts'
import { type InForce, schemeInForce, schemesInForce, sha256 } from '../index.ts'
import { arrangeBranch } from '../testing/arrange.ts'

let city: TestCity
let cycleId: string
beforeAll(async () => {
  city = await openTestCity('2026-11-20')
  cycleId = await arrangeBranch(city)
})
afterAll(() => city.close())

const read = async (id: string, who: PersonKey = 'staff') =>
  (await city.as(who)(api.readScheme, { params: { schemeId: id } })).body
const act = (who: PersonKey, route: typeof api.submitScheme | typeof api.publishScheme, schemeId: string) =>
  city.as(who)(route, { params: { schemeId } })
async function save(
  who: PersonKey,
  id: string,
  edit: (text: string) => string,
  settings: Partial<api.SchemeSettings> = {},
) {
  const page = await read(id, who)
  return city.as(who)(api.saveScheme, {
    params: { schemeId: id },
    body: { savedAt: page.savedAt!, text: edit(page.text), settings: { ...page.settings, ...settings } },
  })
}
const shipped = async (subject = 'member') => {
  const { schemes } = (await city.as('staff')(api.listSchemes, { query: {} })).body
  return schemes.find(each => each.subject === subject && each.shipped)!
}

describe('R0.10 a scheme of the work committee’s own, from template to publication', () => {
  let id: string

  it('lists the templates with source, confidence and what they leave out', async () => {
    const { body } = await city.as('staff')(templates.listSchemeTemplates)
    expect(body.templates.length).toBeGreaterThan(5)
    expect(body.templates.every(each => each.sources.length > 0 && each.points > 0)).toBe(true)
    expect((await city.as('memA1')(templates.listSchemeTemplates)).status).toBe(403)
  })

  it('begins as a draft of the next version, which only its office and the work committee see', async () => {
    const { body: list } = await city.as('staff')(templates.listSchemeTemplates)
    const template = list.templates.find(each => each.subject === 'member' && each.family.zh === '一岗双责')!
    const begun = await city.as('staff')(api.draftScheme, {
      body: { from: { kind: 'template', id: template.id }, year: 2026 },
    })
    expect(begun.problem?.detail).toBeUndefined()
    id = begun.body.id
    const page = await read(id)
    expect(page).toMatchObject({ family: 'member', version: 2, state: 'draft', may: ['edit', 'submit', 'drop'] })
    expect(page.history.map(each => [each.version, each.state])).toEqual([
      [1, 'published'],
      [2, 'draft'],
    ])
    for (const who of ['memA1', 'ocsA', 'cityStaff'] as const)
      expect((await city.as(who)(api.readScheme, { params: { schemeId: id } })).status).toBe(404)
    const again = await city.as('staff')(api.draftScheme, {
      body: { from: { kind: 'template', id: template.id }, year: 2026 },
    })
    expect(again.problem.code).toBe('SCHEME_DRAFT_EXISTS')
  })

  it('keeps what was typed with its errors, each with its place; what it means stays the last sound text', async () => {
    const before = await read(id)
    const answer = await save('staff', id, text => text.replace('decimals: 2', 'decimals: two'))
    expect(answer.body.check.errors).toHaveLength(1)
    expect(answer.body.check.errors[0]).toMatchObject({ path: ['decimals'], formalism: false })
    const line = before.text.split('\n').findIndex(each => each.startsWith('decimals'))
    expect(answer.body.check.errors[0]?.line).toBe(line + 1)
    const after = await read(id)
    expect(after.text).toContain('decimals: two')
    expect(after.document).toEqual(before.document)
    expect((await act('staff', api.submitScheme, id)).problem.code).toBe('SCHEME_UNFIT')
    await save('staff', id, text => text.replace('decimals: two', 'decimals: 2 # two places'))
    expect((await read(id)).text).toContain('# two places')
  })

  it('refuses a second editor who typed on an older text', async () => {
    const page = await read(id)
    await save('staff', id, text => `${text}\n# a\n`)
    const late = await city.as('staff2')(api.saveScheme, {
      params: { schemeId: id },
      body: { savedAt: page.savedAt!, text: page.text, settings: page.settings },
    })
    expect(late.problem.code).toBe('CHANGED_MEANWHILE')
  })

  it('R2.13 names what measures activity in an app, and a panel or a heading that cannot stand', async () => {
    const { text } = await read(id)
    const check = async (typed: string) =>
      (await city.as('staff')(api.checkSchemeText, { body: { text: typed, schemeId: id } })).body.errors
    const formal = await check(text.replace('fact: trainingHours', 'fact: onlineDuration'))
    expect(formal.some(each => each.formalism)).toBe(true)
    const panel = await check(text.replace('source: peer', 'source: neighbours'))
    expect(panel.map(each => each.zh).join()).toContain('neighbours')
    expect(await check(text.replace('version: 2', 'version: 7'))).toMatchObject([
      { path: ['version'], line: text.split('\n').findIndex(each => each.startsWith('version')) + 1 },
    ])
    expect((await read(id)).text).toBe(text)
  })

  it('is published by a second person alone; neither the application nor the owner of the tables gets round it', async () => {
    await save('staff', id, text => text.replace(/atLeast: 90/, 'atLeast: 88'), { effectiveFrom: '2026-01-01' })
    expect((await act('staff', api.submitScheme, id)).problem?.detail).toBeUndefined()
    expect((await act('staff', api.publishScheme, id)).problem.code).toBe('SCHEME_SECOND_PERSON')
    await expect(
      city.owner.query(
        "update appraisal_scheme set state = 'published', published_by = drafted_by, published_at = now() where id = $1",
        [id],
      ),
    ).rejects.toThrow(/published_by_another/)
    const inbox = await city.owner.query(
      "select kind from inbox_item where person_id = $1 and kind = 'scheme-submitted'",
      [city.person.staff2],
    )
    expect(inbox.rowCount).toBe(1)
  })

  it('tells before the act what changes, whom it touches and what it replaces, and is then in force', async () => {
    const { body } = await city.as('staff2')(api.readPublication, { params: { schemeId: id } })
    expect(body.obstacles).toEqual([])
    expect(body.replaces).toMatchObject({ version: 1, shipped: true })
    expect(body.changes.map(each => each.zh).join()).toContain('由 90 改为 88')
    expect(body.people).toBeGreaterThan(5)
    expect((await act('staff2', api.publishScheme, id)).status).toBe(200)
    expect(await read(id, 'memA1')).toMatchObject({ state: 'published', inForce: true })
    expect((await shipped()).state).toBe('superseded')
    const told = await city.owner.query("select 1 from inbox_item where person_id = $1 and kind = 'scheme-published'", [
      city.person.memA1,
    ])
    expect(told.rowCount).toBe(1)
  })

  it('never changes once published', async () => {
    for (const change of [
      "document = '{}'",
      "title = 'x'",
      "publication = 'totals'",
      "state = 'draft'",
      "effective_from = '2026-02-01'",
      "state = 'withdrawn', withdrawn_by = published_by",
    ])
      await expect(
        city.owner.query(`update appraisal_scheme set ${change} where id = $1`, [id]),
        change,
      ).rejects.toThrow(/never changes/)
    await expect(city.owner.query('delete from appraisal_scheme where id = $1', [id])).rejects.toThrow(/never changes/)
    const page = await read(id)
    const saved = await city.as('staff')(api.saveScheme, {
      params: { schemeId: id },
      body: { savedAt: page.savedAt!, text: page.text, settings: page.settings },
    })
    expect(saved.problem.code).toBe('STATE_CONFLICT')
  })

  it('R0.8 is what the rounds of the level are opened with', async () => {
    const opened = await city.as('secA1')(round.openRound, { body: { cycleId, level: 'member', unitId: city.unit.a1 } })
    const { body } = await city.as('secA1')(round.readRound, { params: { roundId: opened.body.id } })
    expect(body.scheme).toMatchObject({ id, version: 2, shipped: false })
    expect(body.panels.map(each => each.source)).toEqual(['self', 'peer', 'democratic', 'organisation'])
  })
})

describe('R2.12 an organ’s own copy', () => {
  const params = (schemeId: string) => ({ params: { schemeId } })
  let city2: string
  let copy: string

  it('is drafted by the organ committee from the city’s, within what the city locked', async () => {
    city2 = (await city.as('staff')(api.listSchemes, { query: {} })).body.schemes.find(
      each => each.family === 'member' && each.state === 'published',
    )!.id
    const made = await city.as('ocsA')(api.draftScheme, { body: { from: { kind: 'scheme', id: city2 }, year: 2026 } })
    expect(made.problem?.detail).toBeUndefined()
    copy = made.body.id
    expect(await read(copy, 'ocdA')).toMatchObject({
      ownerUnitName: '市水务局机关党委',
      basedOn: { kind: 'scheme', id: city2 },
    })
    expect((await city.as('ocsB')(api.readScheme, params(copy))).status).toBe(404)
    expect(
      (await city.as('secA1')(api.draftScheme, { body: { from: { kind: 'scheme', id: city2 }, year: 2026 } })).status,
    ).toBe(403)
  })

  it('holds for the organ’s own branches before the city’s, and stands in the list of who adapted it with the number of differences', async () => {
    await save('ocsA', copy, text => text.replace('atLeast: 88', 'atLeast: 92'))
    expect((await act('ocsA', api.submitScheme, copy)).problem?.detail).toBeUndefined()
    expect((await act('ocsA', api.publishScheme, copy)).problem.code).toBe('SCHEME_SECOND_PERSON')
    expect((await act('ocdA', api.publishScheme, copy)).status).toBe(200)
    const held = async (unit: 'a2' | 'b1') =>
      (
        await city.owner.query('select scheme_in_force($1, $2, $3, $4) as id', [
          city.authorityId,
          'member',
          city.unit[unit],
          '2026-12-31',
        ])
      ).rows[0].id
    expect([await held('a2'), await held('b1')]).toEqual([copy, city2])
    const { body } = await city.as('staff')(api.listAdoptions, params(city2))
    expect(body).toMatchObject({ organs: 2, adoptions: [{ unitName: '市水务局机关党委', changes: 1, version: 1 }] })
    const compared = await city.as('staff')(api.compareSchemes, { ...params(copy), query: { from: city2 } })
    expect(compared.body.changes.map(each => each.zh)).toEqual(['“优秀”的界限由 88 改为 92'])
  })

  it('keeps locked groups and is refused where the city allows none', async () => {
    const next = (
      await city.as('staff')(api.draftScheme, { body: { from: { kind: 'scheme', id: city2 }, year: 2027 } })
    ).body.id
    await save('staff', next, text => text, {
      adaptation: 'lockedGroups',
      lockedGroups: ['pledges'],
      effectiveFrom: '2027-01-01',
    })
    await act('staff', api.submitScheme, next)
    expect((await act('staff2', api.publishScheme, next)).problem?.detail).toBeUndefined()
    const own = (await city.as('ocsB')(api.draftScheme, { body: { from: { kind: 'scheme', id: next }, year: 2027 } }))
      .body.id
    const { check } = (await save('ocsB', own, text => text.replace('max: 50', 'max: 49'))).body
    expect(check.errors.map(each => each.zh)).toEqual(['“承诺完成”由工委统一规定，不能改动'])
    await city.as('ocsB')(api.dropScheme, params(own))
    expect((await city.as('ocsB')(api.readScheme, params(own))).status).toBe(404)

    // Before its first day it can be withdrawn, and the version before holds on.
    expect((await read(city2)).effectiveUntil).toBe('2027-01-01')
    expect((await city.as('staff')(api.withdrawScheme, { ...params(next), body: { reason: '另行研究' } })).status).toBe(
      200,
    )
    expect(await read(city2)).toMatchObject({ state: 'published', effectiveUntil: null })
    expect((await city.as('staff')(api.withdrawScheme, { ...params(city2), body: { reason: 'x' } })).problem.code).toBe(
      'SCHEME_IN_EFFECT',
    )
  })
})

describe('R4.2 a scheme for branches', () => {
  it('is a line of its own beside the four levels, returned with a reason and never overlapping itself', async () => {
    const { body: list } = await city.as('staff')(templates.listSchemeTemplates)
    const template = list.templates.find(each => each.subject === 'branch')!
    const { id } = (
      await city.as('staff')(api.draftScheme, { body: { from: { kind: 'template', id: template.id }, year: 2026 } })
    ).body
    expect(await read(id)).toMatchObject({ subject: 'branch', family: template.id, version: 1 })
    await act('staff', api.submitScheme, id)
    const returned = await city.as('staff2')(api.returnScheme, {
      params: { schemeId: id },
      body: { reason: '星级上限请再核' },
    })
    expect(returned.status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'draft', returnReason: '星级上限请再核' })
    await act('staff', api.submitScheme, id)
    expect((await act('staff2', api.publishScheme, id)).problem?.detail).toBeUndefined()
    const { rows } = await city.owner.query('select * from appraisal_scheme where id = $1', [id])
    await expect(
      city.insert('appraisal_scheme', {
        ...rows[0],
        id: crypto.randomUUID(),
        version: 9,
        document: JSON.stringify(rows[0].document),
        panels: '[]',
      }),
    ).rejects.toThrow(/one_in_force/)
  })

  it('is found for a unit by its family and by its subject, on a day on which it holds', async () => {
    const [line] = (await city.as('staff')(api.listSchemes, { query: { subject: 'branch' } })).body.schemes
    await city.platform.db.transaction().execute(async tx => {
      const { rows } = await sql<{
        secret: string
      }>`select open_job_session(${city.authorityId}, 'test', ${crypto.randomUUID()}, ${sha256('s')}), set_config('jiannuo.session', 's', true) as secret`.execute(
        tx,
      )
      expect(rows).toHaveLength(1)
      const asked: InForce = {
        authorityId: city.authorityId,
        family: line!.family,
        unitId: city.unit.b1,
        on: '2026-12-31',
      }
      expect((await schemeInForce(tx, asked))?.id).toBe(line!.id)
      expect(await schemeInForce(tx, { ...asked, on: '2025-12-31' })).toBeNull()
      expect(await schemeInForce(tx, { ...asked, family: 'none' })).toBeNull()
      const all = await schemesInForce(tx, { ...asked, subject: 'branch' })
      expect(all.map(each => each.id)).toEqual([line!.id])
    })
  })
})
