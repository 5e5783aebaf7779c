import type { Day } from '@jiannuo/contract/values.ts'
import { localDays } from '../../../platform/calendar/local-days.ts'
import { addWorkingDays } from '../../../platform/calendar/working-days.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { both } from '../../../platform/http/serve.ts'
import { cycleById, type Inform } from '../../cycle/index.ts'
import { deciders, setPledge, superiorOf } from '../pledge/sql.ts'
import * as sql from './sql.ts'

/** Above these nobody else may review (R0.4), so an overdue review stays and its reviewers are told again. */
const STAYS_WITH: readonly string[] = ['workCommittee', 'districtWorkCommittee', 'cityCommittee']

/**
 * Moves reviews that were not done in time to the next level with a new time limit, and tells the new and the late reviewers and the author.
 * At the work committee and the city committee they stay and are told once more.
 */
export async function riseOverdueReviews(tx: Tx, authorityId: string, today: Day, inform: Inform): Promise<void> {
  const local = await localDays(tx, authorityId)
  for (const pledge of await sql.overdueReviews(tx, authorityId, today)) {
    const late = await deciders(tx, authorityId, pledge.reviewer_unit_id, today)
    const superior = STAYS_WITH.includes(pledge.reviewer_kind)
      ? null
      : await nextReviewer(tx, authorityId, pledge, today)
    const about = { objectId: `${pledge.id}:${pledge.review_due_on}`, link: `/review/${pledge.id}` }
    if (!superior) {
      await inform(late, {
        ...about,
        kind: 'pledge.review-overdue',
        title: both(
          `${pledge.person_name}的承诺已过审定期限，还能审定`,
          `The review of ${pledge.person_name}’s pledge is overdue; it can still be done`,
        ),
        dueOn: pledge.review_due_on,
      })
      continue
    }
    const cycle = await cycleById(tx, authorityId, pledge.cycle_id, today)
    const due = addWorkingDays(today, cycle?.reviewDays ?? 5, local).day
    await setPledge(tx, authorityId, pledge.id, { reviewer_unit_id: superior.id, review_due_on: due, read_at: null })
    await inform(superior.persons, {
      ...about,
      kind: 'pledge.review-risen',
      title: both(
        `${pledge.person_name}的承诺逾期未审，转到您这里`,
        `The overdue review of ${pledge.person_name}’s pledge has risen to you`,
      ),
      dueOn: due,
    })
    await inform([pledge.person_id, ...late], {
      ...about,
      link: `/my-pledge/${pledge.id}`,
      kind: 'pledge.review-left',
      title: both(
        `${pledge.person_name}的承诺逾期未审，已转${superior.name}`,
        `The review of ${pledge.person_name}’s pledge has risen to ${superior.name}`,
      ),
    })
  }
}

async function nextReviewer(tx: Tx, authorityId: string, pledge: sql.OverdueRow, today: Day) {
  let at = await superiorOf(tx, authorityId, pledge.reviewer_unit_id)
  while (at) {
    const persons = await deciders(tx, authorityId, at.id, today)
    if (persons.length > 0 && !persons.includes(pledge.person_id)) return { ...at, persons }
    at = await superiorOf(tx, authorityId, at.id)
  }
  return null
}
