import {
  type Check,
  choosing,
  descendingBy,
  fact,
  grade,
  keys,
  listing,
  listOf,
  mapping,
  number,
  numberOf,
  oneOf,
  type Raw,
  rawOf,
  refuse,
  scope,
  share,
  text,
  textOf,
  uniqueBy,
  type Walk,
} from './shape.ts'

const any = number()
const notNegative = number({ atLeast: 0 })
const positive = number({ above: 0 })
const missing = oneOf('exempt', 'zero', 'block')
const title = keys({ required: { zh: text }, optional: { en: text } })
/** Keys that say what a thing is and on which clause it rests. */
const named = { title, cite: text }

function descendingSteps(value: Raw, path: (string | number)[], walk: Walk) {
  descendingBy('atLeast', value.steps, [...path, 'steps'], walk)
}

function fullIsPositive(all: unknown[], path: (string | number)[], walk: Walk) {
  const points = all.map(numberOf)
  if (points.length > 0 && points.every(each => each <= 0))
    refuse(walk, path, '满分应大于 0', 'the full points must be above 0')
}

const source = keys({
  required: { source: text, weight: positive },
  optional: { minimum: number({ atLeast: 1, whole: true }), trim: number({ atLeast: 0, whole: true }), missing },
})

const method = choosing('kind', {
  linear: keys({ required: { kind: text, from: any, to: any, points: positive } }, (value, path, walk) => {
    if (value.from === value.to) refuse(walk, [...path, 'to'], 'from 与 to 不能相等', 'from and to must differ')
  }),
  steps: keys(
    { required: { kind: text, steps: listing(keys({ required: { atLeast: any, points: any } })) } },
    (value, path, walk) => {
      descendingSteps(value, path, walk)
      fullIsPositive(
        listOf(value.steps).map(each => rawOf(each).points),
        [...path, 'steps'],
        walk,
      )
    },
  ),
  deduct: keys(
    { required: { kind: text, base: positive, each: any }, optional: { floor: any } },
    (value, path, walk) => {
      if (numberOf(value.floor) >= numberOf(value.base))
        refuse(walk, [...path, 'floor'], '下限应低于基础分', 'floor must be below base')
    },
  ),
  bonus: keys({ required: { kind: text, each: any }, optional: { cap: positive } }),
  ratio: keys({ required: { kind: text, of: fact, per: fact, points: positive } }),
  place: keys(
    {
      required: { kind: text, points: positive, each: notNegative },
      optional: { floor: any, scope, order: oneOf('high', 'low') },
    },
    (value, path, walk) => {
      if (numberOf(value.floor) >= numberOf(value.points))
        refuse(walk, [...path, 'floor'], '下限应低于满分', 'floor must be below points')
    },
  ),
  choice: keys({ required: { kind: text, points: mapping(any) } }, (value, path, walk) =>
    fullIsPositive(Object.values(rawOf(value.points)), [...path, 'points'], walk),
  ),
  given: keys({ required: { kind: text, points: positive } }),
  panel: keys(
    {
      required: { kind: text, points: positive, sources: listing(source) },
      optional: { scale: mapping(number({ atLeast: 0, atMost: 1 })), outOf: positive },
    },
    (value, path, walk) => uniqueBy('source', value.sources, [...path, 'sources'], walk),
  ),
})

/** What each indicator reads. */
const factsIn = (indicators: unknown) =>
  listOf(indicators).flatMap(each => {
    const { fact, method } = rawOf(each)
    return [fact, rawOf(method).of, rawOf(method).per].filter(name => typeof name === 'string')
  })

/** What names an input of the appraisal, by id and by title in both languages. */
function namesInput(raw: Raw, facts: string[], path: (string | number)[], walk: Walk) {
  const { zh, en } = rawOf(raw.title)
  for (const name of [raw.id, zh, en]) if (typeof name === 'string') walk.inputs.push({ name, path, facts })
}

const WITHOUT_FACT = ['ratio', 'panel']

const withFact = keys({ required: { id: text, fact, method }, optional: { ...named, missing } })
const withoutFact = keys({ required: { id: text, method }, optional: { ...named, missing } })

const indicator: Check = (value, path, walk) => {
  const raw = rawOf(value)
  const { kind } = rawOf(raw.method)
  const check = WITHOUT_FACT.includes(textOf(kind)) ? withoutFact : withFact
  check(value, path, walk)
  namesInput(raw, factsIn([raw]), path, walk)
}

export const groups: Check = (value, path, walk) => {
  const group = keys(
    { required: { id: text, max: positive, indicators: listing(indicator) }, optional: named },
    (raw, at, into) => namesInput(raw, factsIn(raw.indicators), at, into),
  )
  listing(group)(value, path, walk)
  uniqueBy('id', value, path, walk)
  const seen = new Set<unknown>()
  for (const [g, each] of listOf(value).entries())
    for (const [i, item] of listOf(rawOf(each).indicators).entries()) {
      const { id } = rawOf(item)
      if (id !== undefined && seen.has(id))
        refuse(walk, [...path, g, 'indicators', i, 'id'], `指标“${id}”重复`, `indicator "${id}" occurs twice`)
      seen.add(id)
    }
}

function orderedClamp(value: Raw, path: (string | number)[], walk: Walk) {
  if (numberOf(value.floor) > numberOf(value.ceiling))
    refuse(walk, [...path, 'ceiling'], '上限应不低于下限', 'ceiling must not be below floor')
}

const clampKeys = { floor: notNegative, ceiling: positive }
export const coupling = choosing('form', {
  relative: keys(
    { required: { with: fact, form: text }, optional: { ...clampKeys, gain: positive, scope, cite: text } },
    orderedClamp,
  ),
  product: keys(
    { required: { with: fact, form: text, full: positive }, optional: { ...clampKeys, cite: text } },
    orderedClamp,
  ),
  gate: keys({ required: { with: fact, form: text, below: any, gradeAtMost: grade }, optional: { cite: text } }),
})

const adjustment: Check = (value, path, walk) => {
  keys({ required: { id: text, fact, each: any }, optional: { ...named, cap: positive, recoverable: fact } })(
    value,
    path,
    walk,
  )
  const raw = rawOf(value)
  namesInput(raw, [textOf(raw.fact)], path, walk)
}

export const adjustments: Check = (value, path, walk) => {
  listing(adjustment)(value, path, walk)
  uniqueBy('id', value, path, walk)
}

const tieBreaker: Check = (value, path, walk) =>
  fact(typeof value === 'string' ? value.replace(/^-/, '') : value, path, walk)

export const rank: Check = (value, path, walk) => {
  listing(keys({ required: { scope }, optional: { tieBreakers: listing(tieBreaker) } }))(value, path, walk)
  uniqueBy('scope', value, path, walk)
}

const cap = keys({ required: { share }, optional: { scope, of: oneOf('all') } })

export const grades: Check = (value, path, walk) => {
  listing(keys({ required: { grade: text, atLeast: any }, optional: { ...named, cap } }))(value, path, walk)
  uniqueBy('grade', value, path, walk)
  descendingBy('atLeast', value, path, walk)
}

export const stars: Check = (value, path, walk) => {
  const star = keys({
    required: { stars: number({ atLeast: 1, whole: true }), atLeast: any },
    optional: { cap, cite: text },
  })
  listing(star)(value, path, walk)
  descendingBy('stars', value, path, walk)
  descendingBy('atLeast', value, path, walk)
}

const bottomOf: Check = (value, path, walk) => (value === 'total' ? undefined : fact(value, path, walk))

const condition: Check = (value, path, walk) => {
  const raw = rawOf(value)
  const check = Object.hasOwn(raw, 'bottom')
    ? keys({ required: { bottom: share, of: bottomOf }, optional: { scope } })
    : Object.hasOwn(raw, 'below')
      ? keys({ required: { fact, below: any } })
      : keys({ required: { fact, atLeast: any } })
  check(value, path, walk)
}

const EFFECTS = ['gradeAtMost', 'starsAtMost', 'zero', 'bars']

export const gates: Check = (value, path, walk) => {
  const effects = {
    gradeAtMost: grade,
    starsAtMost: number({ atLeast: 0, whole: true }),
    zero: oneOf(true),
    bars: listing(text),
  }
  const gate = keys(
    { required: { id: text, when: condition }, optional: { ...named, ...effects } },
    (raw, at, into) => {
      if (!EFFECTS.some(each => Object.hasOwn(raw, each)))
        refuse(into, at, `应写明后果:${EFFECTS.join('、')}`, `must say what follows: ${EFFECTS.join(', ')}`)
      const { fact: tested, of } = rawOf(raw.when)
      namesInput(
        raw,
        [tested, of].map(textOf).filter(each => each !== '' && each !== 'total'),
        at,
        into,
      )
      if (raw.zero === true && Object.hasOwn(rawOf(raw.when), 'bottom'))
        refuse(into, [...at, 'zero'], '末位条件不能清零', 'a bottom condition must not zero the total')
    },
  )
  listing(gate)(value, path, walk)
}

export const rollUp: Check = (value, path, walk) => {
  const weight: Check = (name, at, into) => (name === 'count' ? undefined : fact(name, at, into))
  const level = keys(
    { required: { scope, by: oneOf('mean', 'median') }, optional: { from: text, weight, own: fact, ownWeight: share } },
    (raw, at, into) => {
      if (raw.by === 'median' && Object.hasOwn(raw, 'weight'))
        refuse(into, [...at, 'weight'], '中位数不能加权', 'a median takes no weight')
      if (Object.hasOwn(raw, 'own') !== Object.hasOwn(raw, 'ownWeight'))
        refuse(into, at, 'own 与 ownWeight 应同时给出', 'own and ownWeight go together')
    },
  )
  listing(level)(value, path, walk)
  uniqueBy('scope', value, path, walk)
  const scopes = listOf(value).map(each => rawOf(each).scope)
  for (const [i, each] of listOf(value).entries()) {
    const { from } = rawOf(each)
    if (typeof from === 'string' && !scopes.slice(0, i).includes(from))
      refuse(walk, [...path, i, 'from'], `前面没有层级“${from}”`, `no earlier level "${from}"`)
  }
}

export const limits = keys({ optional: { min: any, max: any } }, (value, path, walk) => {
  if (numberOf(value.min) >= numberOf(value.max))
    refuse(walk, [...path, 'max'], 'max 应大于 min', 'max must be above min')
})

export const lights = keys({ required: { green: any, yellow: any } }, (value, path, walk) => {
  if (numberOf(value.yellow) >= numberOf(value.green))
    refuse(walk, [...path, 'yellow'], 'yellow 应低于 green', 'yellow must be below green')
})

export const overrides = listing(keys({ required: { fact: text, decision: text } }))
export { missing, title }
