import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { addDays, daysBetween } from '@jiannuo/rules/day.ts'
import { sayUnitLight, unitLight } from '@jiannuo/rules/pledge/unit-light.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { currentCycle, cycleOfYear } from '../../../cycle/index.ts'
import { inForceByDay, type OrganStand, owedOn, reviewsWaiting } from '../../../pledge/index.ts'
import { countsOf, lightOf, sumCounts, type YearOfLight } from '../counts.ts'
import * as sql from '../sql.ts'
import { phaseOf, yearNow } from '../year-now.ts'
import { cityStand } from './count-city.ts'
import { courseOf, GOAL_BP, type YearCourse } from './course.ts'
import { stuckThings } from './stuck-things.ts'

const SHOWN_STUCK = 8
const SHOWN_RED = 6

/** The city on one page (R0.10): aggregated by the database, a few hundred rows reach this function at most. */
export async function readCity(change: Change) {
  const { tx, actor, now, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const roster = await sql.rosterFigures(tx, today)
  const { organs, countedAt } = cycle ? await cityStand(change, cycle) : { organs: [], countedAt: now.toISOString() }
  const total = sumCounts(organs.map(countsOf))
  const course = cycle
    ? await courseOfYears(tx, actor.authorityId, cycle, total.owed, today)
    : { goalBp: GOAL_BP, weeks: [], reachedGoalOn: null }
  const stuck = cycle
    ? stuckThings(await reviewsWaiting(tx, today), await sql.stuckRows(tx, cycle.id, today), organs, cycle, today)
    : []
  return {
    now: yearNow(cycle, today),
    countedAt,
    phases: cycle?.phases ?? [],
    roster: {
      grassroots: roster.grassroots,
      temporary: roster.temporary,
      members: roster.members,
      inService: roster.in_service,
      withoutSecretary: roster.without_secretary,
      unitsWithout: roster.units_without_organization,
      membersWithout: roster.members_without_branch,
    },
    organs: organs.length,
    total,
    lastYearBp: course.weeks.findLast(w => w.bp !== null)?.lastBp ?? null,
    course,
    ...lightsOf(organs, { cycle, today }),
    lightRule: sayUnitLight(cycle?.bounds ?? unitLight.at(today).params),
    stuck: stuck.slice(0, SHOWN_STUCK),
    stuckAll: stuck.length,
    adoption: adoptionOf(organs),
    rounds: cycle ? await sql.rounds(tx, cycle.id) : [],
  }
}

async function courseOfYears(tx: Change['tx'], authorityId: string, cycle: Cycle, owed: number, today: Day) {
  const now: YearCourse = { from: phaseOf(cycle, 'pledging').from, owed, days: await inForceByDay(tx, cycle.id, today) }
  const last = await cycleOfYear(tx, authorityId, cycle.year - 1, today)
  if (!last) return courseOf(now, null, today)
  const from = phaseOf(last, 'pledging').from
  const sameDay = addDays(from, daysBetween(now.from, today))
  const days = await inForceByDay(tx, last.id, sameDay)
  // Whoever has left since still stands in what was in force then.
  const inForce = days.reduce((sum, d) => sum + d.pledges, 0)
  return courseOf(now, { from, owed: Math.max(inForce, await owedOn(tx, sameDay)), days }, today)
}

function lightsOf(organs: readonly OrganStand[], year: YearOfLight) {
  const lit = organs.map(o => ({ organ: o, counts: countsOf(o), light: lightOf(countsOf(o), year) }))
  const classes = [...Map.groupBy(lit, o => o.organ.organ_class)].map(([organClass, list]) => {
    const count = (light: string) => list.filter(o => o.light === light).length
    return {
      organClass,
      organs: list.length,
      red: count('red'),
      yellow: count('yellow'),
      green: count('green'),
      grey: count('grey'),
    }
  })
  const red = lit.filter(o => o.light === 'red').sort((a, b) => b.counts.red - a.counts.red)
  return {
    classes: classes.sort((a, b) => b.red - a.red || b.yellow - a.yellow || b.organs - a.organs),
    redOrgans: red.slice(0, SHOWN_RED).map(({ organ, counts }) => ({
      unitId: organ.organ_id,
      name: organ.organ_name,
      organClass: organ.organ_class,
      red: counts.red,
      items: counts.red + counts.yellow + counts.green,
    })),
  }
}

function adoptionOf(organs: readonly OrganStand[]) {
  const adopted = (list: readonly OrganStand[]) => list.filter(o => o.adopted).length
  const classes = [...Map.groupBy(organs, o => o.organ_class)].map(([organClass, list]) => ({
    organClass,
    organs: list.length,
    adopted: adopted(list),
  }))
  return { organs: organs.length, adopted: adopted(organs), classes }
}
