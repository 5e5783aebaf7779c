import { PHASES, type Phase, type PhaseName } from '@jiannuo/contract/cycle.ts'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import { addDays, daysBetween } from '@jiannuo/rules/day.ts'

export const PHASE_TITLES: Record<PhaseName, Both> = {
  preparing: { zh: '筹备', en: 'Preparing' },
  pledging: { zh: '承诺', en: 'Pledging' },
  review: { zh: '审定公示', en: 'Review and notice' },
  fulfilling: { zh: '践诺', en: 'Fulfilling' },
  midYear: { zh: '年中自查', en: 'Mid-year check' },
  reporting: { zh: '述职', en: 'Reporting' },
  rating: { zh: '评议', en: 'Rating' },
  grading: { zh: '定等', en: 'Grading' },
  filing: { zh: '备案', en: 'Filing' },
}

/** First days of the phases in a usual year; the mid-year check has its own end. */
export function proposePhases(year: number): Phase[] {
  const starts: [PhaseName, Day][] = [
    ['preparing', `${year}-01-01`],
    ['pledging', `${year}-01-15`],
    ['review', `${year}-03-01`],
    ['fulfilling', `${year}-03-21`],
    ['reporting', `${year}-12-01`],
    ['rating', `${year}-12-21`],
    ['grading', `${year + 1}-01-11`],
    ['filing', `${year + 1}-02-01`],
  ]
  const phases = starts.map(([phase, from], i) => ({ phase, from, until: starts[i + 1]?.[1] ?? `${year + 1}-03-01` }))
  return inOrder([...phases, { phase: 'midYear', from: `${year}-07-01`, until: `${year}-07-16` }])
}

export const inOrder = (phases: readonly Phase[]): Phase[] =>
  PHASES.flatMap(name => phases.filter(p => p.phase === name))

/** What keeps the dates from being a year: every phase once, none empty, each beginning where the one before ends, mid-year inside fulfilling. */
export function phaseFaults(phases: readonly Phase[], year: number): { index: number; zh: string; en: string }[] {
  const faults: { index: number; zh: string; en: string }[] = []
  const at = (name: PhaseName) => phases.findIndex(p => p.phase === name)
  const fault = (index: number, zh: string, en: string) => faults.push({ index, zh, en })
  for (const [index, { phase, from, until }] of phases.entries()) {
    const { zh, en } = PHASE_TITLES[phase]
    if (at(phase) !== index)
      fault(index, `“${zh}”写了两次，每个阶段只写一次`, `“${en}” is listed twice; list each phase once`)
    if (until <= from) fault(index, `“${zh}”结束要晚于开始`, `“${en}” must end after it begins`)
  }
  if (faults.length > 0) return faults
  const main = PHASES.filter(name => name !== 'midYear').map(name => phases[at(name)]!)
  for (const [i, phase] of main.entries()) {
    const before = main[i - 1]
    if (before && phase.from !== before.until)
      fault(
        at(phase.phase),
        `“${PHASE_TITLES[phase.phase].zh}”应从${before.until}开始，接上一阶段`,
        `“${PHASE_TITLES[phase.phase].en}” must begin on ${before.until}, where the phase before ends`,
      )
  }
  const [midYear, fulfilling] = [phases[at('midYear')]!, phases[at('fulfilling')]!]
  if (midYear.from < fulfilling.from || midYear.until > fulfilling.until)
    fault(
      at('midYear'),
      `年中自查应在践诺阶段${fulfilling.from}—${fulfilling.until}之内`,
      `The mid-year check must lie within the fulfilling phase, ${fulfilling.from} to ${fulfilling.until}`,
    )
  if (!main[0]!.from.startsWith(`${year}-`))
    fault(at('preparing'), `筹备应在${year}年内开始`, `Preparing must begin in ${year}`)
  return faults
}

/** The phase of a day, and whether the mid-year check runs; null before the first and after the last day. */
export function phaseAt(phases: readonly Phase[], day: Day): { phase: PhaseName; midYear: boolean } | null {
  const covering = phases.filter(p => p.from <= day && day < p.until)
  const main = covering.find(p => p.phase !== 'midYear')
  return main ? { phase: main.phase, midYear: covering.some(p => p.phase === 'midYear') } : null
}

/**
 * The phases once one of them ends later. The next begins at the new end; it keeps its own end while at least half of its
 * days remain, else it keeps its length and pushes on those after it. The mid-year check moves only to stay inside fulfilling.
 */
export function extended(phases: readonly Phase[], name: PhaseName, until: Day): Phase[] {
  const moved = phases.map(p => ({ ...p }))
  const find = (phase: PhaseName) => moved.find(p => p.phase === phase)!
  find(name).until = until
  if (name === 'midYear') return moved
  const main: readonly PhaseName[] = PHASES.filter(p => p !== 'midYear')
  for (const phase of main.slice(main.indexOf(name) + 1).map(find)) {
    const before = find(main[main.indexOf(phase.phase) - 1]!)
    if (phase.from >= before.until) break
    const length = daysBetween(phase.from, phase.until)
    phase.from = before.until
    if (daysBetween(phase.from, phase.until) * 2 < length) phase.until = addDays(phase.from, length)
  }
  const [midYear, fulfilling] = [find('midYear'), find('fulfilling')]
  const late = daysBetween(midYear.from, fulfilling.from)
  if (late > 0) Object.assign(midYear, { from: fulfilling.from, until: addDays(midYear.until, late) })
  return moved
}
