import type { Phase } from '@jiannuo/contract/cycle.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { addDays, sayDay } from '@jiannuo/rules/day.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { both } from '../../platform/http/serve.ts'
import { openCycles } from './current-cycle.ts'
import { type Inform, informMany } from './inform-many.ts'
import { PHASE_TITLES } from './phases.ts'
import { allCycles, audience } from './sql.ts'

/** Calendar days ahead of a phase's first day, and ahead of its last, on which those concerned are told. */
const BEFORE_START = 7
const BEFORE_END = 3

/** Tells those concerned that a phase begins within a week, and those of a running one that it ends in three days. Running it again tells nobody twice. */
export async function remindPhases(tx: Tx, authorityId: string, today: Day, inform: Inform): Promise<void> {
  const begun = new Set((await openCycles(tx, authorityId, today)).map(c => c.id))
  for (const cycle of await allCycles(tx, authorityId, today)) {
    if (cycle.state === 'closed') continue
    for (const phase of cycle.phases) {
      const starts = today < phase.from && addDays(today, BEFORE_START) >= phase.from
      const ends =
        begun.has(cycle.id) && phase.from <= today && today < phase.until && addDays(today, BEFORE_END) >= phase.until
      if (!starts && !ends) continue
      await informMany(inform, await audience(tx, authorityId, phase.phase, today), reminder(cycle, phase, starts))
    }
  }
}

function reminder(cycle: { id: string; year: number }, phase: Phase, starts: boolean) {
  const title = PHASE_TITLES[phase.phase]
  const last = addDays(phase.until, -1)
  const [from, end] = [sayDay(phase.from), sayDay(last)]
  return {
    kind: starts ? 'cycle.begins' : 'cycle.ends',
    objectId: `${cycle.id}:${phase.phase}:${starts ? phase.from : phase.until}`,
    title: starts
      ? both(
          `${cycle.year}年度“${title.zh}”阶段${from.zh}开始，${end.zh}截止`,
          `The phase “${title.en}” of ${cycle.year} begins on ${from.en} and ends on ${end.en}`,
        )
      : both(
          `${cycle.year}年度“${title.zh}”阶段${end.zh}截止`,
          `The phase “${title.en}” of ${cycle.year} ends on ${end.en}`,
        ),
    link: '/cycle',
    dueOn: starts ? phase.from : last,
  }
}
