import type { Day } from '@jiannuo/contract/values.ts'
import { addMonths, sayDay } from '@jiannuo/rules/day.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { postsOn } from '../sql.ts'
import { termsEnding } from './sql.ts'

const TOLD = ['secretary', 'deputySecretary', 'fullTimeDeputySecretary']

/**
 * Tells secretaries and deputies of every body whose term ends within six months, once per term and again once it is overdue.
 * Returns how many terms were spoken of. For the nightly job; running it twice sends nothing twice.
 */
export async function remindRenewals(
  tx: Tx,
  authorityId: string,
  today: Day,
  inform: Change['inform'],
): Promise<number> {
  const due = (
    await termsEnding(tx, authorityId, {
      ...{ before: addMonths(today, 6), on: today, today },
      ...{ units: null, after: null, limit: 100_000 },
    })
  ).filter(t => t.state !== 'approved' || t.endsOn <= today)
  const posts = await postsOn(tx, authorityId, today, [...new Set(due.map(t => t.unitId))])
  for (const term of due) {
    const overdue = term.endsOn <= today
    const end = sayDay(term.endsOn)
    await inform(
      posts.filter(p => p.unitId === term.unitId && TOLD.includes(p.kind)).map(p => p.personId),
      {
        kind: overdue ? 'term.overdue' : 'term.due',
        objectId: `${term.id}:${term.endsOn}`,
        title: overdue
          ? {
              zh: `${term.unitName}任期到${end.zh}已届满，请请示换届或延期`,
              en: `The term of ${term.unitName} ended on ${end.en}: ask for the renewal or an extension`,
            }
          : {
              zh: `${term.unitName}任期到${end.zh}届满，请着手换届`,
              en: `The term of ${term.unitName} ends on ${end.en}: begin preparing the renewal`,
            },
        link: `/organisation/${term.unitId}`,
        unitId: term.unitId,
        dueOn: term.endsOn,
      },
    )
  }
  return due.length
}
