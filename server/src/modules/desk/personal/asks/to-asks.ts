import type { PhaseName } from '@jiannuo/contract/cycle.ts'
import type { Ask } from '@jiannuo/contract/desk/desk.ts'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import { daysBetween } from '@jiannuo/rules/day.ts'
import { dayOf } from '../../../../platform/clock/clock.ts'
import { both } from '../../../../platform/http/serve.ts'
import { PHASE_TITLES } from '../../../cycle/index.ts'
import type { AskRow } from '../sql.ts'
import type { Group } from './words/group.ts'
import { OFFICE_WORDS } from './words/office-words.ts'
import { OWN_WORDS } from './words/own-words.ts'

/** Calendar days before the last day from which an ask is shown as pressing. */
const SOON_DAYS = 3

/** Kinds dealt with in one go, by what they are put together: all of a kind, or all of a kind about one thing. */
const TOGETHER: Partial<Record<Ask['kind'], 'kind' | 'object'>> = {
  openNotice: 'kind',
  confirmMidYear: 'kind',
  remarkReport: 'kind',
  answerObjection: 'object',
  rateOrganisation: 'object',
}

const WORDS = { ...OWN_WORDS, ...OFFICE_WORDS }

/** The phase of the year whose dates ask for it: the clause an ask rests on. */
const PHASE_OF: Record<Ask['kind'], PhaseName> = {
  writePledge: 'pledging',
  finishPledge: 'pledging',
  mendPledge: 'pledging',
  finishAmendment: 'fulfilling',
  checkMidYear: 'midYear',
  updateItems: 'fulfilling',
  rectify: 'fulfilling',
  answerSample: 'fulfilling',
  writeReport: 'reporting',
  rateSelf: 'rating',
  readResult: 'grading',
  countSlips: 'rating',
  lookAtNotice: 'review',
  reviewPledge: 'review',
  reviewAmendment: 'fulfilling',
  openNotice: 'review',
  answerObjection: 'review',
  confirmMidYear: 'midYear',
  acceptRectification: 'fulfilling',
  remarkReport: 'reporting',
  openRound: 'rating',
  rateOrganisation: 'rating',
  rateUnits: 'rating',
  decideResults: 'grading',
  releaseResults: 'grading',
  answerResultObjection: 'grading',
  fileResults: 'filing',
  doTask: 'fulfilling',
  settleTask: 'fulfilling',
}

/** Rows as the asks a person sees, overdue and soonest first. `rises` names where a review goes that is not done in time. */
export function toAsks(
  rows: readonly AskRow[],
  cycle: { year: number; title: string } | null,
  today: Day,
  rises: string | null,
): Ask[] {
  const groups = Map.groupBy(rows, r => {
    const by = TOGETHER[r.kind]
    return by === 'kind' ? r.kind : `${r.kind} ${r.object_id} ${by === 'object' ? '' : (r.level ?? '')}`
  })
  const asks = [...groups.values()].map(found => toAsk(found, cycle, today, rises))
  return asks.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}

function toAsk(
  rows: readonly AskRow[],
  cycle: { year: number; title: string } | null,
  today: Day,
  rises: string | null,
): Ask {
  const first = rows[0]!
  const dueOn = earliest(rows.map(r => r.due_on))
  const since = earliest(rows.map(r => r.since))
  const group: Group = { first, n: rows.length, names: namesOf(rows), year: cycle?.year ?? null, rises }
  return {
    kind: first.kind,
    id: `${first.kind}:${first.object_id ?? first.level ?? ''}`,
    clause: clauseOf(first.kind, cycle),
    ...WORDS[first.kind](group),
    dueOn,
    urgency: urgencyOf(dueOn, today),
    waitingDays: since ? Math.max(0, daysBetween(dayOf(new Date(since)), today)) : null,
  }
}

const earliest = (values: readonly (string | null)[]) => values.filter(v => v !== null).sort()[0] ?? null

const urgencyOf = (dueOn: Day | null, today: Day): Ask['urgency'] => {
  if (dueOn === null) return 'calm'
  const left = daysBetween(today, dueOn)
  return left < 0 ? 'overdue' : left <= SOON_DAYS ? 'soon' : 'calm'
}

/** 何静言、唐志遥; from four on 何静言、唐志遥等5人. */
function namesOf(rows: readonly AskRow[]): Both {
  const names = [...new Set(rows.flatMap(r => r.person_name ?? []))]
  if (names.length <= 3) return both(names.join('、'), names.join(', '))
  return both(
    `${names.slice(0, 2).join('、')}等${names.length}人`,
    `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`,
  )
}

const clauseOf = (kind: Ask['kind'], cycle: { title: string } | null) => {
  const phase = PHASE_TITLES[PHASE_OF[kind]]
  const title = cycle ? both(cycle.title, cycle.title) : both('年度周期', 'The year’s cycle')
  return { title, article: both(`“${phase.zh}”阶段`, `, phase “${phase.en}”`) }
}
