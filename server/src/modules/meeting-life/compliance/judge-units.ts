import type { listCompliance as listApi, UnitCompliance } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { judgeYear, type PeriodVerdict, reasonOf } from '@jiannuo/rules/life/cadence.ts'
import type { LifeRule } from '@jiannuo/rules/life/cadences.ts'
import { restate } from '../../../platform/facts/restate.ts'
import type { Change } from '../../../platform/http/serve.ts'
import type { JobChange } from '../../../platform/jobs/run-job.ts'
import { cityRules } from './requirements.ts'
import * as sql from './sql.ts'

export interface Judged {
  rule: LifeRule['rule']
  verdict: PeriodVerdict
}

/** Every rule over every period of the year that has begun by `on`, for each unit. */
export async function judged(tx: Change['tx'], units: readonly sql.LifeUnit[], year: number, on: Day) {
  const rows = await sql.held(
    tx,
    units.map(each => each.unitId),
    `${year - 1}-01-01`,
    `${year + 1}-01-01`,
  )
  const heldOf = new Map<string, Day[]>()
  for (const { unitId, kind, on: day } of rows) {
    const key = `${unitId}:${kind}`
    const days = heldOf.get(key)
    if (days) days.push(day)
    else heldOf.set(key, [day])
  }
  const rules = await cityRules(tx)
  return units.map(unit => ({
    unit,
    judged: rulesFor(unit, rules).flatMap((rule): Judged[] =>
      judgeYear(rule, year, {
        held: heldOf.get(`${unit.unitId}:${rule.kind}`) ?? [],
        exists: { from: unit.from, until: unit.until },
        asOf: on,
      }).map(verdict => ({ rule, verdict })),
    ),
  }))
}

/** The rules that ask something of such a unit. */
export const rulesFor = (unit: sql.LifeUnit, rules: readonly LifeRule[]): LifeRule['rule'][] =>
  rules.filter(({ asks }) => asks.some(who => isAsked(unit, who))).map(each => each.rule)

function isAsked(unit: sql.LifeUnit, who: LifeRule['asks'][number]): boolean {
  const isBranch = unit.kind === 'branch' || unit.kind === 'jointBranch'
  if (who === 'branch') return isBranch
  if (who === 'committee') return isBranch && unit.committee
  if (who === 'groups') return isBranch && unit.groups
  return unit.kind === who
}

/** The day as of which and the year of which is asked; a day to come is not known yet. */
export const asked = (change: Change, query: { year?: number | undefined; on?: Day | undefined }) => {
  const on = query.on && query.on < change.today ? query.on : change.today
  return { on, year: query.year ?? Number(on.slice(0, 4)) }
}

/** Every unit the caller sees with its counts, most gaps first. */
export async function listCompliance(change: Change, { query }: Input<typeof listApi>) {
  const { on, year } = asked(change, query)
  const units = await sql.lifeUnits(change.tx, null, on)
  const all = await judged(change.tx, units, year, on)
  const lines = all
    .filter(each => each.judged.length > 0)
    .map(({ unit, judged: verdicts }): UnitCompliance => {
      const count = (state: PeriodVerdict['state']) => verdicts.filter(each => each.verdict.state === state).length
      const gap = verdicts
        .filter(each => each.verdict.state === 'missed')
        .reduce<Judged | null>((last, each) => (!last || each.verdict.dueBy > last.verdict.dueBy ? each : last), null)
      return {
        ...{ unitId: unit.unitId, unitName: unit.name, kept: count('kept'), running: count('running') },
        ...{ missed: count('missed'), first: gap && reasonOf(gap.rule.title, gap.verdict) },
      }
    })
  lines.sort((a, b) => b.missed - a.missed || a.unitName.localeCompare(b.unitName, 'zh'))
  return { on, units: lines }
}

type Recording = Pick<JobChange, 'tx' | 'record'>

/** Each night: what ended yesterday is said in the ledger, kept 1 or missed 0, for every unit. */
export async function recordCompliance({ tx, record, today }: JobChange): Promise<void> {
  const yesterday = addDays(today, -1)
  const units = await sql.lifeUnits(tx, null, yesterday)
  for (const { unit, judged: verdicts } of await judged(tx, units, Number(yesterday.slice(0, 4)), yesterday))
    for (const each of verdicts) if (each.verdict.dueBy === yesterday) await say({ tx, record }, unit.unitId, each)
}

/** A record closed or amended after its period had ended changes what was said of that period. */
export async function settleCompliance(change: Recording, unitId: string, heldOn: Day, today: Day) {
  const unit = (await sql.lifeUnits(change.tx, unitId, today)).find(each => each.unitId === unitId)
  if (!unit) return
  const [found] = await judged(change.tx, [unit], Number(heldOn.slice(0, 4)), today)
  for (const each of found?.judged ?? []) {
    const { period, dueBy } = each.verdict
    if (dueBy < today && period.from <= heldOn && heldOn < period.until) await say(change, unitId, each)
  }
}

async function say(change: Recording, unitId: string, { rule, verdict }: Judged): Promise<void> {
  const { state, period, dueBy } = verdict
  const value = { kept: '1', missed: '0' }[state as string]
  const facts = value ? [{ kind: 'meetingCompliance', subjectId: unitId, unitId, on: dueBy, value }] : []
  await restate(change, { module: 'meeting-life', id: `${unitId}:${rule.id}:${period.id}` }, facts)
}
