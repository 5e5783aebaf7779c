import { randomUUID } from 'node:crypto'
import { readBranchDesk, readMyDesk, readWaiting } from '@jiannuo/contract/desk/desk.ts'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import type { PersonKey } from '../../../testing/fixture.ts'

export type Person = keyof TestCity['person']
interface Where {
  level?: string
  unit?: keyof TestCity['unit']
  reviewer?: keyof TestCity['unit']
}

/** A test city with a year of usual dates, and short ways to arrange pledges and to read the first screens. For tests only. */
export async function openYear(today: string) {
  const city = await openTestCity(today)
  const cycleId = randomUUID()
  await city.insert('cycle_year', {
    id: cycleId,
    year: 2026,
    title: '2026年度机关党建责任考评',
    created_at: '2026-01-01T00:00:00Z',
  })
  const phases = [
    ['preparing', '2026-01-01', '2026-01-15'],
    ['pledging', '2026-01-15', '2026-03-01'],
    ['review', '2026-03-01', '2026-03-21'],
    ['fulfilling', '2026-03-21', '2026-12-01'],
    ['midYear', '2026-07-01', '2026-07-16'],
    ['reporting', '2026-12-01', '2026-12-21'],
    ['rating', '2026-12-21', '2027-01-11'],
    ['grading', '2027-01-11', '2027-02-01'],
    ['filing', '2027-02-01', '2027-03-01'],
  ]
  for (const [phase, from_on, until_on] of phases)
    await city.insert('cycle_phase', { cycle_id: cycleId, phase, from_on, until_on })

  async function pledge(
    who: Person,
    state: string,
    more: Record<string, unknown> = {},
    { level = 'member', unit = 'a1', reviewer = 'a1' }: Where = {},
  ): Promise<string> {
    const id = randomUUID()
    const at = {
      cycle_id: cycleId,
      level,
      person_id: city.person[who],
      unit_id: city.unit[unit],
      reviewer_unit_id: city.unit[reviewer],
      saved_at: '2026-02-01T00:00:00Z',
    }
    await city.insert('pledge_pledge', {
      ...at,
      id,
      state,
      ...(state === 'inForce' ? { in_force_on: '2026-03-20' } : {}),
      ...more,
    })
    return id
  }
  async function item(pledgeId: string, title: string, more: Record<string, unknown> = {}): Promise<string> {
    const id = randomUUID()
    await city.insert('pledge_item', {
      id,
      pledge_id: pledgeId,
      position: 0,
      kind: 'business',
      title,
      target: 24,
      unit: '座',
      due_on: '2026-11-30',
      weight: 50,
      state: 'underWay',
      achieved: 24,
      ...more,
    })
    return id
  }
  const mine = async (who: PersonKey, capacity = 'member') => (await city.as(who, capacity)(readMyDesk)).body
  const branch = async (who: PersonKey) => (await city.as(who)(readBranchDesk)).body
  const waiting = async (who: PersonKey, capacity?: string) => (await city.as(who, capacity)(readWaiting)).body.waiting
  return { city, cycleId, pledge, item, mine, branch, waiting }
}
export type Year = Awaited<ReturnType<typeof openYear>>

export const kinds = (asks: readonly { kind: string }[]) => asks.map(a => a.kind)
