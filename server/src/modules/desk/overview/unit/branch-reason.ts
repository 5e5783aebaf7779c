import { counted } from '@jiannuo/contract/counted.ts'
import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { PledgeCounts } from '@jiannuo/contract/desk/overview.ts'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import { addDays, daysBetween, sayDay } from '@jiannuo/rules/day.ts'
import { both } from '../../../../platform/http/serve.ts'
import { lightOf } from '../counts.ts'
import { phaseOf, sayShort } from '../year-now.ts'

export interface BranchFacts extends PledgeCounts {
  secretary: string | null
  late: number
  waitingDays: number
  term: { endsOn: Day; clock: 'running' | 'due' | 'extended' | 'overdue' } | null
  /** Pledges returned and not submitted again, and the day of the oldest return. */
  returnedSince: Day | null
  rectificationsLate: number
}

/** A returned pledge may rest so many days before anybody is asked about it. */
const REST_DAYS = 7

/** Why a branch needs a word from its committee, the weightiest reason first; empty when it needs none. */
export function troubles(b: BranchFacts, cycle: Cycle, today: Day): Both[] {
  const found: Both[] = []
  const unsubmitted = b.none + b.drafted
  const rest = b.returnedSince ? daysBetween(b.returnedSince, today) : 0
  const unconfirmed = b.inForce - b.confirmed
  if (b.late > 0)
    found.push(
      both(
        `${b.late}份承诺超过审定时限，最久的等了${b.waitingDays}天`,
        `${counted(b.late, 'review')} past the time limit, the oldest waiting ${b.waitingDays} days`,
      ),
    )
  if (lightOf(b, { cycle, today }) === 'red')
    found.push(
      both(`${b.redPeople}人${b.red}项滞后`, `${counted(b.red, 'item')} of ${counted(b.redPeople, 'member')} behind`),
    )
  if (b.rectificationsLate > 0)
    found.push(both(`${b.rectificationsLate}项整改超期`, `${counted(b.rectificationsLate, 'rectification')} past due`))
  if (today >= phaseOf(cycle, 'pledging').until && unsubmitted > 0)
    found.push(
      both(
        `${unsubmitted}人还没有提交承诺，仍可补交`,
        `${counted(unsubmitted, 'member has', 'members have')} not submitted a pledge; it can still be done`,
      ),
    )
  if (b.returned > 0 && rest >= REST_DAYS)
    found.push(
      both(
        `${b.returned}人的承诺退回后没有再交，已${rest}天`,
        `${counted(b.returned, 'returned pledge')} not submitted again for ${rest} days`,
      ),
    )
  if (today >= phaseOf(cycle, 'midYear').until && unconfirmed * 10 > b.inForce)
    found.push(both(`年中自查还有${unconfirmed}人未确认`, `${counted(unconfirmed, 'mid-year check')} not confirmed`))
  if (b.term?.clock === 'overdue')
    found.push(
      both(`任期${sayDay(b.term.endsOn).zh}已满，还未换届`, `Term ended on ${sayDay(b.term.endsOn).en}, not renewed`),
    )
  if (b.secretary === null) found.push(both('书记空缺', 'No secretary'))
  return found
}

/** The next thing for a branch that needs no word, with the few items that lag said first. */
export function nextThing(b: BranchFacts, cycle: Cycle, today: Day): Both {
  const next = comingThing(b, cycle, today)
  return b.red === 0
    ? next
    : both(
        `${b.red}项滞后，不到一成；${next.zh}`,
        `${counted(b.red, 'item lags', 'items lag')}, less than a tenth; ${next.en}`,
      )
}

function comingThing(b: BranchFacts, cycle: Cycle, today: Day): Both {
  if (b.term?.clock === 'due')
    return both(
      `${sayDay(b.term.endsOn).zh}届满，请准备换届请示`,
      `Term ends on ${sayDay(b.term.endsOn).en}; prepare the request for renewal`,
    )
  if (!cycle.now) return both('本年度没有要办的事', 'Nothing to do this year')
  if (cycle.now.midYear) {
    const end = sayShort(addDays(phaseOf(cycle, 'midYear').until, -1))
    return b.inForce > 0 && b.confirmed === b.inForce
      ? both('年中自查已全部确认', 'All mid-year checks confirmed')
      : both(
          `年中自查${end.zh}截止，已确认${b.confirmed}/${b.inForce}`,
          `Mid-year check due ${end.en}, ${b.confirmed} of ${b.inForce} confirmed`,
        )
  }
  return NEXT[cycle.now.phase](b, cycle, today)
}

type Next = (b: BranchFacts, cycle: Cycle, today: Day) => Both
const until = (cycle: Cycle, phase: Cycle['phases'][number]['phase']) =>
  sayShort(addDays(phaseOf(cycle, phase).until, -1))
const from = (cycle: Cycle, phase: Cycle['phases'][number]['phase']) => sayShort(phaseOf(cycle, phase).from)

const NEXT: Record<Cycle['phases'][number]['phase'], Next> = {
  preparing: (_b, c) => both(`${from(c, 'pledging').zh}开始写承诺`, `Pledging begins on ${from(c, 'pledging').en}`),
  pledging: (b, c) =>
    both(
      `还有${b.none + b.drafted}人未提交，${until(c, 'pledging').zh}截止`,
      `${b.none + b.drafted} not submitted yet, due ${until(c, 'pledging').en}`,
    ),
  review: (b, c) =>
    both(
      `待审${b.submitted}份，公示中${b.onNotice}份，${until(c, 'review').zh}截止`,
      `${b.submitted} to review, ${b.onNotice} on notice, due ${until(c, 'review').en}`,
    ),
  fulfilling: (_b, c, today) =>
    today < phaseOf(c, 'midYear').from
      ? both(`${from(c, 'midYear').zh}开始年中自查`, `Mid-year check begins on ${from(c, 'midYear').en}`)
      : both(`${from(c, 'reporting').zh}开始述职`, `Reports begin on ${from(c, 'reporting').en}`),
  midYear: (_b, c) => both(`${until(c, 'midYear').zh}前完成年中自查`, `Mid-year check due ${until(c, 'midYear').en}`),
  reporting: (_b, c) => both(`${until(c, 'reporting').zh}前述职`, `Reports due ${until(c, 'reporting').en}`),
  rating: (_b, c) => both(`${until(c, 'rating').zh}前评议`, `Rating due ${until(c, 'rating').en}`),
  grading: (_b, c) => both(`${until(c, 'grading').zh}前定等`, `Grading due ${until(c, 'grading').en}`),
  filing: (_b, c) => both(`${until(c, 'filing').zh}前备案`, `Filing due ${until(c, 'filing').en}`),
}
