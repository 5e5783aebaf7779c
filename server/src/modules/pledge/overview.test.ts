import { randomUUID } from 'node:crypto'
import { pledgeLight } from '@jiannuo/rules/pledge/light.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import { lightOf, type Measured } from './fulfilment/progress-of.ts'

const TODAY = '2026-07-08'
const DUE = [
  null,
  '2026-06-30',
  '2026-07-07',
  TODAY,
  '2026-07-21',
  '2026-07-22',
  '2026-09-30',
  '2026-12-20',
  '2027-06-30',
]
const STATES = ['underWay', 'notStarted', 'lagging', 'rectifying', 'rectified', 'excused', 'done']
const BOUNDS = [
  '办结时限≤5天',
  '办结时限压到5天',
  '办结时限5天以内',
  '办结时限5.5天以内',
  '5件材料以内办结',
  '办理时间由15天压缩至5天',
  '不少于5天',
  '用时少于5天',
  '控制在5.5天',
  '最多5天，走访15户',
  '５天之内答复',
  '每月5次',
]
let city: TestCity
beforeAll(async () => {
  city = await openTestCity(TODAY)
})
afterAll(() => city.close())

describe('pledge_item_lights', () => {
  it('the database gives every item the light its author sees', async () => {
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
    const items: (Measured & { id: string })[] = []
    const add = (item: Omit<Measured, 'unit' | 'title'> & { title?: string }) =>
      items.push({ id: randomUUID(), title: '整理台账', unit: '天', ...item })
    for (const target of [null, '0', '1', '7', '10', '24.5', '300'])
      for (const share of [null, 0, 0.1, 0.25, 0.41, 0.42, 0.5, 0.8, 1, 1.2])
        for (const due_on of DUE)
          for (const state of STATES) {
            const goal = Number(target ?? 100) || 10
            add({
              target,
              achieved: share === null ? null : String(Math.round(share * goal * 100) / 100),
              due_on,
              state,
            })
          }
    for (const title of BOUNDS)
      for (const target of ['5', '15', '5.5'])
        for (const achieved of [null, '0', '4', '5', '5.5', '6', '30'])
          for (const due_on of DUE) add({ title, target, achieved, due_on, state: 'underWay' })
    await city.owner.query(
      `insert into pledge_item (authority_id, id, pledge_id, position, kind, title, unit, target, achieved, due_on, state)
       select $1, id, $2, 1, 'party', title, unit, target, achieved, due_on, state
       from jsonb_to_recordset($3) as i(id uuid, title text, unit text, target numeric, achieved numeric, due_on date, state text)`,
      [city.authorityId, pledge, JSON.stringify(items)],
    )
    const { tolerance, redBehind, dueSoonDays } = pledgeLight.at(TODAY).params
    for (const silence of [false, true]) {
      const { rows } = await city.owner.query<{ item_id: string; light: string }>(
        'select item_id, light from pledge_item_lights($1, $2, null, $3, $4, $5, $6, $7)',
        [city.authorityId, cycle, TODAY, silence, tolerance, redBehind, dueSoonDays],
      )
      const given = new Map(rows.map(r => [r.item_id, r.light]))
      expect(new Set(given.values())).toEqual(new Set(['red', 'yellow', 'green', 'grey']))
      const differing = items.flatMap(item => {
        const { light } = lightOf(item, { startOn: inForce, today: TODAY, silenceCounts: silence })
        const wanted = light === 'none' ? 'grey' : light
        return wanted === given.get(item.id) ? [] : [{ ...item, wanted, given: given.get(item.id) }]
      })
      expect(differing).toEqual([])
    }
  })
})
