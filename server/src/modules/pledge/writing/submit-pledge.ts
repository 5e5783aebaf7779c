import { localDays } from '../../../platform/calendar/local-days.ts'
import { addWorkingDays } from '../../../platform/calendar/working-days.ts'
import { fail } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { cycleById, PHASE_TITLES } from '../../cycle/index.ts'
import { checkAgainstOthers } from '../pledge/compare-texts.ts'
import { changedItems, itemsThen, paperOf, writtenItem } from '../pledge/paper.ts'
import { deciders, itemsOf, type PledgeRow, roundsOf, setPledge, superiorOf } from '../pledge/sql.ts'
import { owedBy, settleComments } from './sql.ts'

/** Puts the pledge before its reviewer. Fails PHASE_NOT_BEGUN, PLEDGE_NOT_READY while anything must be mended, NO_REVIEWER. Late submission is possible. */
export async function submitPledge(change: Change, _input: unknown, pledge: PledgeRow) {
  const { tx, actor, today } = change
  const cycle = (await cycleById(tx, actor.authorityId, pledge.cycle_id, today))!
  const pledging = cycle.phases.find(p => p.phase === 'pledging')!
  if (today < pledging.from) fail('PHASE_NOT_BEGUN', { phase: PHASE_TITLES.pledging, from: pledging.from })
  const items = (await itemsOf(tx, actor.authorityId, [pledge.id])).map(writtenItem)
  const must = (await checkAgainstOthers(tx, pledge, items)).remarks.filter(r => r.severity === 'must')
  if (must[0]) fail('PLEDGE_NOT_READY', { count: must.length, first: must[0] })
  const reviewer = await reviewerOf(change, pledge)
  const rounds = await roundsOf(tx, actor.authorityId, [pledge.id])
  const last = rounds.at(-1)
  if (last) await settleComments(tx, actor.authorityId, pledge.id, changedItems(itemsThen(last.items_then), items))
  const due = addWorkingDays(today, cycle.reviewDays, await localDays(tx, actor.authorityId)).day
  await setPledge(tx, actor.authorityId, pledge.id, {
    state: 'submitted',
    submitted_at: change.now.toISOString(),
    review_due_on: due,
    reviewer_unit_id: reviewer.unitId,
    read_at: null,
  })
  await change.inform(reviewer.persons, {
    kind: 'pledge.submitted',
    objectId: `${pledge.id}:${change.now.toISOString()}`,
    title: both(
      `${pledge.person_name}的${pledge.year}年承诺等您审定`,
      `The ${pledge.year} pledge of ${pledge.person_name} waits for your review`,
    ),
    link: `/review/${pledge.id}`,
    unitId: reviewer.unitId,
    dueOn: due,
  })
  await change.audit('pledge.submit', pledge.id, { unitId: pledge.unit_id, values: items })
  return paperOf(change, pledge.id)
}

/** The reviewing unit of today (R0.4). Nobody reviews his own pledge: where the author decides for it, or nobody does, it rises to the superior. */
async function reviewerOf({ tx, actor, today }: Change, pledge: PledgeRow) {
  const owed = (await owedBy(tx, actor.authorityId, pledge.person_id, today)).find(o => o.level === pledge.level)
  let unitId = owed?.reviewer_unit_id ?? pledge.reviewer_unit_id
  for (;;) {
    const persons = await deciders(tx, actor.authorityId, unitId, today)
    if (persons.length > 0 && !persons.includes(pledge.person_id)) return { unitId, persons }
    const superior = await superiorOf(tx, actor.authorityId, unitId)
    if (!superior)
      return persons.length > 1 ? { unitId, persons: persons.filter(p => p !== pledge.person_id) } : fail('NO_REVIEWER')
    unitId = superior.id
  }
}

/** Takes the pledge back into its author's hands while the reviewing unit has not opened it. */
export async function withdrawPledge(change: Change, _input: unknown, pledge: PledgeRow) {
  const { tx, actor } = change
  if (pledge.read_at) fail('PLEDGE_BEING_READ')
  const rounds = await roundsOf(tx, actor.authorityId, [pledge.id])
  await setPledge(tx, actor.authorityId, pledge.id, {
    state: rounds.length > 0 ? 'returned' : 'draft',
    submitted_at: null,
    review_due_on: null,
  })
  await change.audit('pledge.withdraw', pledge.id, { unitId: pledge.unit_id })
  return paperOf(change, pledge.id)
}
