import { randomUUID } from 'node:crypto'
import { pledgeLight } from '@jiannuo/rules/pledge/light.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'

const TODAY = '2026-07-08'
let city: TestCity
beforeAll(async () => {
  city = await openTestCity(TODAY)
})
afterAll(() => city.close())

describe('pledge_item_lights', () => {
  it('the database gives every item the light of rule pledge.light', async () => {
    const inForce = '2026-03-20'
    const [cycle, pledge] = [randomUUID(), randomUUID()]
    await city.insert('cycle_year', { id: cycle, year: 2026, title: '2026年度', created_at: '2026-01-01T00:00:00Z' })
    const unit = city.unit.b1
    await city.insert('pledge_pledge', {
      id: pledge,
      cycle_id: cycle,
      level: 'member',
      person_id: city.person.memB1,
      unit_id: unit,
      reviewer_unit_id: unit,
      state: 'inForce',
      in_force_on: inForce,
      saved_at: '2026-02-01T00:00:00Z',
    })
    const rule = pledgeLight.at(TODAY)
    const expected = new Map<string, string>()
    const items: Record<string, unknown>[] = []
    const states = {
      underWay: 'none',
      notStarted: 'none',
      lagging: 'none',
      rectifying: 'underway',
      rectified: 'done',
      excused: 'excused',
      done: 'none',
    } as const
    for (const target of [null, '1', '7', '10', '24.5', '300'])
      for (const share of [null, 0, 0.1, 0.25, 0.41, 0.42, 0.5, 0.8, 1, 1.2])
        for (const dueOn of [
          null,
          '2026-06-30',
          '2026-07-07',
          TODAY,
          '2026-07-21',
          '2026-07-22',
          '2026-09-30',
          '2026-12-20',
          '2027-06-30',
        ])
          for (const [state, rectification] of Object.entries(states)) {
            const id = randomUUID()
            const goal = target === null ? 100 : Number(target)
            const achieved = share === null ? null : Math.round(share * goal * 100) / 100
            items.push({ id, target, achieved, due_on: dueOn, state })
            const progress = achieved === null ? null : achieved / goal
            const outcome = rule.compute({
              progress,
              target,
              unit: '份',
              startOn: inForce,
              dueOn,
              today: TODAY,
              done: state === 'done',
              rectification,
            })
            expected.set(id, outcome.kind === 'value' ? outcome.value.light : 'grey')
          }
    await city.owner.query(
      `insert into pledge_item (authority_id, id, pledge_id, position, kind, target, achieved, due_on, state)
       select $1, id, $2, 1, 'party', target, achieved, due_on, state from jsonb_to_recordset($3) as i(id uuid, target numeric, achieved numeric, due_on date, state text)`,
      [city.authorityId, pledge, JSON.stringify(items)],
    )
    const { tolerance, redBehind, dueSoonDays } = rule.params
    const { rows } = await city.owner.query<{ item_id: string; light: string }>(
      'select item_id, light from pledge_item_lights($1, $2, null, $3, $4, $5, $6) where pledge_id = $7',
      [city.authorityId, cycle, TODAY, tolerance, redBehind, dueSoonDays, pledge],
    )
    expect(rows).toHaveLength(expected.size)
    expect(new Set(rows.map(r => r.light))).toEqual(new Set(['red', 'yellow', 'green', 'grey']))
    expect(rows.filter(r => r.light !== expected.get(r.item_id))).toEqual([])
  })
})
