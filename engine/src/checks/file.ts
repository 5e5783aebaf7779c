import { EVERYONE, type Scheme } from '../format.ts'
import { checkFormalism } from './formalism.ts'
import {
  adjustments,
  coupling,
  gates,
  grades,
  groups,
  lights,
  limits,
  missing,
  overrides,
  rank,
  rollUp,
  stars,
  title,
} from './parts.ts'
import { checkReach } from './reach.ts'
import {
  type Check,
  fact,
  isRaw,
  keys,
  listing,
  listOf,
  matching,
  number,
  type Raw,
  rawOf,
  refuse,
  type SchemeError,
  text,
  textOf,
  type Walk,
} from './shape.ts'

const scopes: Check = (value, path, walk) => {
  listing(text)(value, path, walk)
  for (const [i, name] of listOf(value).entries()) {
    if (listOf(value).indexOf(name) < i) refuse(walk, [...path, i], `范围“${name}”重复`, `scope "${name}" occurs twice`)
    if (name === EVERYONE)
      refuse(walk, [...path, i], '“all”指全体,不必声明', '"all" means everyone and is not declared')
  }
}

const file = keys({
  required: {
    scheme: text,
    version: number({ atLeast: 1, whole: true }),
    subject: text,
    year: number({ atLeast: 1900, atMost: 9999, whole: true }),
    groups,
  },
  optional: {
    title,
    cite: text,
    period: matching(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/, '2026-03 / 2026-Q1'),
    decimals: number({ atLeast: 0, atMost: 6, whole: true }),
    missing,
    scopes,
    coupling,
    adjustments,
    bonusCap: number({ above: 0 }),
    deductionCap: number({ above: 0 }),
    limits,
    rank,
    ungraded: fact,
    grades,
    vetoes: gates,
    gates,
    lights,
    stars,
    rollUp,
    overrides,
  },
})

/** A fact there is; a barred one measures activity in an app and is refused as an input. */
export interface KnownFact {
  id: string
  isBarred?: boolean
}

function checkMentions(value: Raw, facts: readonly KnownFact[] | undefined, walk: Walk) {
  const declared = listOf(value.scopes)
  for (const { name, path } of walk.scopes)
    if (name !== EVERYONE && !declared.includes(name))
      refuse(walk, path, `范围“${name}”没有在 scopes 中声明`, `scope "${name}" is not declared under scopes`)
  const named = listOf(value.grades).map(each => rawOf(each).grade)
  for (const { name, path } of walk.grades)
    if (!named.includes(name)) refuse(walk, path, `没有等次“${name}”`, `there is no grade "${name}"`)
  for (const { name, path } of walk.facts) {
    if (declared.includes(name)) refuse(walk, path, `“${name}”是范围,不是事实`, `"${name}" is a scope, not a fact`)
    else if (facts && !facts.some(each => each.id === name))
      refuse(walk, path, `没有事实“${name}”`, `there is no fact "${name}"`)
  }
}

/** Vetoes and gates share one space of ids, since a ruling names either. */
function checkGates(value: Raw, walk: Walk) {
  const seen = new Set<unknown>()
  for (const list of ['vetoes', 'gates'])
    for (const [i, each] of listOf(value[list]).entries()) {
      const { id } = rawOf(each)
      if (id !== undefined && seen.has(id)) refuse(walk, [list, i, 'id'], `“${id}”重复`, `"${id}" occurs twice`)
      seen.add(id)
      if (Object.hasOwn(rawOf(each), 'starsAtMost') && value.stars === undefined)
        refuse(walk, [list, i, 'starsAtMost'], '方案没有星级', 'the scheme has no stars')
    }
}

function checkPeriod({ period, year }: Raw, walk: Walk) {
  if (typeof period === 'string' && typeof year === 'number' && !textOf(period).startsWith(`${year}-`))
    refuse(walk, ['period'], `应在 ${year} 年内`, `must lie in ${year}`)
}

/** What the highest total follows from. */
const REACH = ['groups', 'coupling', 'adjustments', 'bonusCap', 'limits']

const isSound = (value: unknown, errors: readonly SchemeError[]): value is Scheme =>
  isRaw(value) && value.groups !== undefined && !errors.some(({ path }) => REACH.includes(String(path[0])))

/** All errors of a parsed scheme file; `facts` lists the facts there are. */
export function checkFile(value: unknown, facts?: readonly KnownFact[]): SchemeError[] {
  const walk: Walk = { errors: [], facts: [], scopes: [], grades: [], inputs: [] }
  file(value, [], walk)
  if (isSound(value, walk.errors)) walk.errors.push(...checkReach(value))
  checkMentions(rawOf(value), facts, walk)
  checkGates(rawOf(value), walk)
  checkPeriod(rawOf(value), walk)
  checkFormalism(rawOf(value).overrides, new Set(facts?.filter(each => each.isBarred).map(each => each.id)), walk)
  return walk.errors
}
