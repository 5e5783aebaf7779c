import type { readCalendar as api } from '@jiannuo/contract/calendar.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import chineseDays from 'chinese-days/package.json' with { type: 'json' }
import { both, type Change } from '../http/serve.ts'
import { localDays } from './local-days.ts'
import { mayChangeCalendar } from './policy.ts'
import { localDaysOf } from './sql.ts'
import { COVERED, publishedDays, workingDaysBetween } from './working-days.ts'

/** The year as it counts: `workingDays` with the authority's own days laid over the published ones. */
export async function readCalendar({ tx, actor }: Change, { params: { year } }: Input<typeof api>) {
  const { authorityId } = actor
  return {
    year,
    published: `${year}-01-01` >= COVERED.from && `${year}-12-31` <= COVERED.through,
    source: {
      package: chineseDays.name,
      version: chineseDays.version,
      document: both(
        '国务院办公厅关于部分节假日安排的通知',
        'Notice of the General Office of the State Council on the arrangement of holidays',
      ),
      through: COVERED.through,
    },
    workingDays: workingDaysBetween(`${year}-01-01`, `${year + 1}-01-01`, await localDays(tx, authorityId)).count,
    days: publishedDays(year),
    local: await localDaysOf(tx, authorityId, year),
    mayChange: mayChangeCalendar(actor, undefined) === true,
  }
}
