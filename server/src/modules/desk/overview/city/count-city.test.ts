import { randomUUID } from 'node:crypto'
import { proposeCycle } from '@jiannuo/contract/cycle.ts'
import { countCity, readCityOverview } from '@jiannuo/contract/desk/overview.ts'
import { expect, it } from 'vitest'
import { openTestCity } from '../../../../testing/city.ts'

it('R0.10 keeps what was counted, says since when, and counts again when asked', async () => {
  const city = await openTestCity('2026-07-08')
  try {
    const total = async () => (await city.as('staff')(readCityOverview)).body.total
    const cycle_id = randomUUID()
    await city.insert('cycle_year', { id: cycle_id, year: 2026, title: '2026年度', created_at: '2026-01-01T00:00:00Z' })
    for (const { phase, from, until } of (await city.as('staff')(proposeCycle, { query: { year: 2026 } })).body.phases)
      await city.insert('cycle_phase', { cycle_id, phase, from_on: from, until_on: until })
    await city.insert('pledge_pledge', {
      ...{ id: randomUUID(), cycle_id, level: 'member', person_id: city.person.memA1, state: 'draft' },
      ...{ unit_id: city.unit.a1, reviewer_unit_id: city.unit.a1, saved_at: '2026-02-01T00:00:00Z' },
    })
    expect(await total()).toMatchObject({ drafted: 1, submitted: 0 })
    expect((await city.as('staff')(countCity)).status).toBe(200)
    await city.owner.query("update pledge_pledge set state = 'submitted'")
    expect(await total()).toMatchObject({ drafted: 1, submitted: 0 })
    const { countedAt } = (await city.as('staff')(countCity)).body
    const { body } = await city.as('staff')(readCityOverview)
    expect(body).toMatchObject({ countedAt, total: { drafted: 0, submitted: 1 } })
    await city.owner.query('delete from desk_city_stand')
    expect(await total()).toMatchObject({ drafted: 0, submitted: 1 })
    expect((await city.as('ocsA')(countCity)).status).toBe(403)
  } finally {
    await city.close()
  }
})
