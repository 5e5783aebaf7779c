import type { Place } from './world.ts'

type State = 'draft' | 'submitted' | 'inForce'

/** A member’s pledge with one item, reviewed by the unit it is made in; the person’s earlier ones are removed. */
export async function pledgeAt(place: Place, state: State, item: Record<string, unknown> = {}) {
  const cycle_id = await place.cycle()
  await place.world.city.owner.query('delete from pledge_report where person_id = $1', [place.person])
  await place.world.city.owner.query('delete from pledge_pledge where person_id = $1', [place.person])
  const pledgeId = await place.insert('pledge_pledge', {
    cycle_id,
    person_id: place.person,
    unit_id: place.unit,
    reviewer_unit_id: place.unit,
    level: 'member',
    state,
    saved_at: '2026-03-01T00:00:00Z',
    in_force_on: state === 'inForce' ? '2026-02-01' : null,
  })
  const itemId = await place.insert('pledge_item', {
    pledge_id: pledgeId,
    position: 0,
    kind: 'party',
    title: '按月交纳党费',
    target: '12',
    measures: '',
    unit: '次',
    due_on: '2026-11-30',
    weight: 100,
    ...item,
  })
  return { params: { pledgeId }, itemId, cycle_id }
}
