import { randomUUID } from 'node:crypto'
import { listRounds } from '@jiannuo/contract/appraisal/round.ts'
import { readBranchDesk, readMyDesk, readWaiting } from '@jiannuo/contract/desk/desk.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestCity } from '../../../testing/city.ts'
import { kinds, openYear, type Year } from './testing.ts'

let year: Year
let city: TestCity
beforeAll(async () => {
  year = await openYear('2026-12-10')
  city = year.city
  for (const who of ['memA1', 'mem2A1', 'secA1'] as const)
    await year.item(await year.pledge(who, 'inForce'), '完成资料归档')
})
afterAll(() => city?.close())

describe('the year goes on', () => {
  it('R0.7 R0.8 asks for report, own rating, count and decision as the year goes on, then shows result and filing', async () => {
    await city.moveTo('2026-12-10')
    expect((await year.mine('memA1')).asks).toMatchObject([{ kind: 'writeReport', dueOn: '2026-12-20' }])
    const pledgeId = (
      await city.owner.query("select id from pledge_pledge where person_id = $1 and state = 'inForce'", [
        city.person.memA1,
      ])
    ).rows[0].id
    await city.insert('pledge_report', {
      id: randomUUID(),
      cycle_id: year.cycleId,
      pledge_id: pledgeId,
      person_id: city.person.memA1,
      unit_id: city.unit.a1,
      text: '述职',
      state: 'submitted',
      saved_at: '2026-12-10T00:00:00Z',
      submitted_at: '2026-12-10T00:00:00Z',
    })
    expect((await year.mine('memA1')).asks).toEqual([])
    expect(kinds((await year.branch('secA1')).asks)).toContain('remarkReport')
    await city.moveTo('2026-12-22')
    expect((await year.branch('secA1')).asks.find(a => a.kind === 'openRound')).toMatchObject({
      title: { zh: '开始党员评议' },
      why: { zh: expect.stringContaining('3人的承诺已生效') },
    })
    // As many as the round will hold: the secretary is a member of his branch too.
    expect((await city.as('secA1')(listRounds, { query: {} })).body.openable).toMatchObject([{ subjects: 3 }])
    const round = await openRound()
    expect(kinds((await year.mine('memA1')).asks)).toEqual(['rateSelf'])
    expect(kinds((await year.branch('secA1')).asks)).toContain('rateOrganisation')
    expect(kinds((await year.branch('secA1')).asks)).not.toContain('openRound')
    expect((await year.mine('mem3A1')).asks.find(a => a.kind === 'countSlips')).toMatchObject({
      link: `/tellings/${round.sitting}`,
    })
    expect(kinds((await year.mine('depA1')).asks)).not.toContain('countSlips')
    await city.insert('appraisal_result', {
      id: round.result,
      subject_id: round.subject,
      round_id: round.id,
      unit_id: city.unit.a1,
      person_id: city.person.memA1,
      to_be_decided: false,
      ranks: '{}',
      outcome: '{}',
      trace: '{}',
      inputs_sha256: 'x',
    })
    await city.owner.query("update appraisal_round set state = 'computed' where id = $1", [round.id])
    expect(kinds((await year.branch('secA1')).asks)).toContain('decideResults')
    expect((await year.mine('memA1')).asks).toEqual([])
    await city.owner.query(
      "update appraisal_round set state = 'objection', objection_until = '2026-12-30' where id = $1",
      [round.id],
    )
    await city.owner.query('update appraisal_result set released_at = app_now() where id = $1', [round.result])
    expect((await year.mine('memA1')).asks).toMatchObject([{ kind: 'readResult', dueOn: '2026-12-29' }])
    await city.moveTo('2026-12-30')
    expect((await year.mine('memA1')).asks).toEqual([])
    expect(kinds((await year.branch('secA1')).asks)).toContain('fileResults')
    const filing = randomUUID()
    await city.insert('appraisal_filing', {
      id: filing,
      round_id: round.id,
      unit_id: city.unit.a1,
      managing_unit_id: city.unit.ocA,
      level: 'member',
      year: 2026,
      document: '{}',
      sha256: 'x',
      filed_by: city.person.secA1,
      filed_at: '2026-12-30T00:00:00Z',
    })
    await city.insert('appraisal_filed_result', {
      id: randomUUID(),
      filing_id: filing,
      scheme_id: round.scheme,
      person_id: city.person.memA1,
      name: '陈砚青',
      unit_id: city.unit.a1,
      level: 'member',
      year: 2026,
      total: '88.4600',
      grade: 'qualified',
      barred: '{}',
    })
    await city.owner.query("update appraisal_round set state = 'filed' where id = $1", [round.id])
    expect((await year.mine('memA1')).result).toEqual({
      level: 'member',
      year: 2026,
      total: '88.46',
      grade: { zh: '合格', en: 'Qualified' },
    })
    expect((await year.mine('mem2A1')).result).toBeNull()
  })

  it('R2.4 shows where the term stands', async () => {
    expect((await year.branch('secA2')).term).toBeNull()
    await city.insert('organization_term', {
      id: randomUUID(),
      unit_id: city.unit.a1,
      from_on: '2024-03-10',
      until_on: '2027-03-10',
    })
    expect((await year.branch('secA1')).term).toEqual({
      from: '2024-03-10',
      endsOn: '2027-03-10',
      clock: 'due',
      state: 'normal',
    })
  })

  it('counts in the bell exactly what the page of that capacity asks', async () => {
    for (const day of ['2026-02-25', '2026-07-20', '2026-12-10', '2026-12-22']) {
      await city.moveTo(day)
      for (const who of ['memA1', 'mem3A1', 'secA1', 'secA2'] as const) {
        const counted = await year.waiting(who)
        expect((await year.mine(who)).asks).toHaveLength(counted.member ?? 0)
        if (who.startsWith('mem')) continue
        const { asks, own } = await year.branch(who)
        expect(asks.length + own.length).toBe(counted[city.capacity[who]] ?? 0)
      }
    }
  })

  it('answers the database function behind it about the caller alone', async () => {
    await city.owner.query('begin')
    await city.owner.query('set local role jiannuo_app')
    expect((await city.owner.query('select * from my_asks()')).rows).toEqual([])
    await expect(
      city.owner.query('select * from own_asks($1, $2, app_today())', [city.authorityId, city.person.memA1]),
    ).rejects.toMatchObject({ code: '42501' })
    await city.owner.query('rollback')
  })

  it('refuses members, other offices and accounts without a person', async () => {
    expect((await city.as('memA1')(readBranchDesk)).status).toBe(403)
    expect((await city.as('ocsA')(readBranchDesk)).status).toBe(403)
    expect((await city.as('staff')(readBranchDesk)).status).toBe(403)
    expect((await city.as('system')(readMyDesk)).status).toBe(403)
    expect((await city.as('system')(readWaiting)).body).toEqual({ waiting: {}, pages: {}, unread: 0 })
    expect((await city.as(null)(readWaiting)).status).toBe(401)
  })
})

/** A round of the branch in rating, with one subject, the shipped names of grades and one panel whose first teller is 唐志遥. */
async function openRound() {
  const [id, scheme, subject, sitting, result] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const grades = [{ grade: 'qualified', title: { zh: '合格', en: 'Qualified' } }]
  await city.insert('appraisal_scheme', {
    id: scheme,
    subject: 'member',
    family: 'member',
    owner_unit_id: city.unit.wc,
    effective_from: '2026-01-01',
    year: 2026,
    version: 1,
    title: '党员',
    document: JSON.stringify({ grades }),
    panels: '[]',
    sha256: 'x',
  })
  await city.insert('appraisal_round', {
    id,
    cycle_id: year.cycleId,
    level: 'member',
    unit_id: city.unit.a1,
    scheme_id: scheme,
    state: 'rating',
    opened_by: city.person.secA1,
    opened_at: '2026-12-21T00:00:00Z',
  })
  await city.insert('appraisal_subject', {
    id: subject,
    round_id: id,
    person_id: city.person.memA1,
    unit_id: city.unit.a1,
    home_unit_id: city.unit.a1,
    scopes: '[]',
  })
  await city.insert('appraisal_sitting', {
    id: sitting,
    round_id: id,
    unit_id: city.unit.a1,
    home_unit_id: city.unit.a1,
    panel: 'peers',
    source: 'peer',
    counted: 8,
    takes_added: false,
    minimum: 5,
    first_teller: city.person.mem3A1,
    second_teller: city.person.depA1,
  })
  return { id, scheme, subject, sitting, result }
}
