/** One field of the form, described; what it edits is a key of the node it stands in. */
export type Field =
  | {
      kind: 'text' | 'number' | 'share' | 'fact' | 'scope' | 'grade' | 'flag' | 'names' | 'title' | 'labels'
      key: string
      needed?: true
    }
  | { kind: 'choice'; key: string; options: readonly string[]; needed?: true }
  | { kind: 'part'; key: string; fields: readonly Field[]; start: Node }
  | { kind: 'list'; key: string; fields: readonly Field[]; start: Node; sums?: true }
  | {
      kind: 'variants'
      key: string
      by: (node: Node) => string
      variants: Readonly<Record<string, Variant>>
      needed?: true
    }

export type Node = Readonly<Record<string, unknown>>
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
interface Variant {
  fields: readonly Field[]
  start: Node
}

const plain =
  (kind: 'text' | 'number' | 'share' | 'fact' | 'scope' | 'grade' | 'flag' | 'names' | 'title' | 'labels') =>
  (key: string): Field => ({ kind, key })
const needed = (field: Field): Field => ({ ...field, needed: true }) as Field
const text = plain('text')
const number = plain('number')
const share = plain('share')
const fact = plain('fact')
const scope = plain('scope')
const grade = plain('grade')
const flag = plain('flag')
const names = plain('names')
const title: Field = { kind: 'title', key: 'title' }
const missing: Field = { kind: 'choice', key: 'missing', options: ['exempt', 'zero', 'block'] }
const cap: Field = {
  kind: 'part',
  key: 'cap',
  fields: [needed(share('share')), scope('scope'), { kind: 'choice', key: 'of', options: ['all'] }],
  start: { share: '1/3' },
}

const SOURCE: readonly Field[] = [
  needed(text('source')),
  needed(number('weight')),
  number('minimum'),
  number('trim'),
  missing,
]

/** One small form a method; each says what a fact of the unit and direction it suits is turned into. */
const METHODS: Readonly<Record<string, Variant>> = {
  linear: {
    fields: [needed(number('from')), needed(number('to')), needed(number('points'))],
    start: { kind: 'linear', from: 0, to: 1, points: 10 },
  },
  steps: {
    fields: [
      {
        kind: 'list',
        key: 'steps',
        fields: [needed(number('atLeast')), needed(number('points'))],
        start: { atLeast: 0, points: 0 },
      },
    ],
    start: { kind: 'steps', steps: [{ atLeast: 1, points: 10 }] },
  },
  deduct: {
    fields: [needed(number('base')), needed(number('each')), number('floor')],
    start: { kind: 'deduct', base: 10, each: 1 },
  },
  bonus: { fields: [needed(number('each')), number('cap')], start: { kind: 'bonus', each: 1, cap: 5 } },
  ratio: {
    fields: [needed(fact('of')), needed(fact('per')), needed(number('points'))],
    start: { kind: 'ratio', of: '', per: '', points: 10 },
  },
  place: {
    fields: [
      needed(number('points')),
      needed(number('each')),
      number('floor'),
      scope('scope'),
      { kind: 'choice', key: 'order', options: ['high', 'low'] },
    ],
    start: { kind: 'place', points: 10, each: 1, scope: 'all' },
  },
  choice: {
    fields: [{ kind: 'labels', key: 'points' }],
    start: { kind: 'choice', points: { good: 10, fair: 6, poor: 0 } },
  },
  given: { fields: [needed(number('points'))], start: { kind: 'given', points: 10 } },
  panel: {
    fields: [
      needed(number('points')),
      { kind: 'labels', key: 'scale' },
      number('outOf'),
      { kind: 'list', key: 'sources', fields: SOURCE, start: { source: 'self', weight: 1 } },
    ],
    start: {
      kind: 'panel',
      points: 30,
      scale: { excellent: 1, qualified: 0.85, basic: 0.6, unqualified: 0 },
      sources: [{ source: 'self', weight: 1 }],
    },
  },
}

const WHEN: Field = {
  kind: 'variants',
  key: 'when',
  needed: true,
  by: node => ('bottom' in node ? 'bottom' : 'below' in node ? 'below' : 'atLeast'),
  variants: {
    atLeast: { fields: [needed(fact('fact')), needed(number('atLeast'))], start: { fact: '', atLeast: 1 } },
    below: { fields: [needed(fact('fact')), needed(number('below'))], start: { fact: '', below: 1 } },
    bottom: {
      fields: [needed(share('bottom')), needed(text('of')), scope('scope')],
      start: { bottom: 0.1, of: 'total' },
    },
  },
}
const LIMIT: readonly Field[] = [
  needed(text('id')),
  title,
  text('cite'),
  WHEN,
  grade('gradeAtMost'),
  number('starsAtMost'),
  flag('zero'),
  names('bars'),
]

const INDICATOR: readonly Field[] = [
  needed(text('id')),
  title,
  text('cite'),
  fact('fact'),
  { kind: 'variants', key: 'method', needed: true, by: node => String(node.kind), variants: METHODS },
  missing,
]
const indicators: Field = {
  kind: 'list',
  key: 'indicators',
  fields: INDICATOR,
  start: { id: 'new', fact: '', method: { kind: 'linear', from: 0, to: 1, points: 10 } },
}

const COUPLING: Field = {
  kind: 'variants',
  key: 'coupling',
  by: node => String(node.form),
  variants: {
    relative: {
      fields: [needed(fact('with')), number('gain'), number('floor'), number('ceiling'), scope('scope')],
      start: { with: '', form: 'relative', floor: 0.9, ceiling: 1.1 },
    },
    product: {
      fields: [needed(fact('with')), needed(number('full')), number('floor'), number('ceiling')],
      start: { with: '', form: 'product', full: 100 },
    },
    gate: {
      fields: [needed(fact('with')), needed(number('below')), needed(grade('gradeAtMost'))],
      start: { with: '', form: 'gate', below: 60, gradeAtMost: '' },
    },
  },
}

export interface Section {
  id: 'heading' | 'points' | 'adjusting' | 'ranking' | 'limits' | 'rollUp' | 'exceptions'
  fields: readonly Field[]
}
/** The whole file, in the order in which it is computed. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'heading',
    fields: [title, needed(text('scheme')), text('cite'), text('period'), number('decimals'), missing, names('scopes')],
  },
  {
    id: 'points',
    fields: [
      {
        kind: 'list',
        key: 'groups',
        sums: true,
        fields: [needed(text('id')), title, text('cite'), needed(number('max')), indicators],
        start: { id: 'new', title: { zh: '新部分' }, max: 10, indicators: [] },
      },
    ],
  },
  {
    id: 'adjusting',
    fields: [
      COUPLING,
      {
        kind: 'list',
        key: 'adjustments',
        fields: [
          needed(text('id')),
          title,
          text('cite'),
          needed(fact('fact')),
          needed(number('each')),
          number('cap'),
          fact('recoverable'),
        ],
        start: { id: 'new', fact: '', each: 1 },
      },
      number('bonusCap'),
      number('deductionCap'),
      { kind: 'part', key: 'limits', fields: [number('min'), number('max')], start: { min: 0, max: 100 } },
    ],
  },
  {
    id: 'ranking',
    fields: [
      { kind: 'list', key: 'rank', fields: [needed(scope('scope')), names('tieBreakers')], start: { scope: 'all' } },
      fact('ungraded'),
      {
        kind: 'list',
        key: 'grades',
        fields: [needed(text('grade')), title, text('cite'), needed(number('atLeast')), cap],
        start: { grade: 'new', atLeast: 0 },
      },
      {
        kind: 'part',
        key: 'lights',
        fields: [needed(number('green')), needed(number('yellow'))],
        start: { green: 85, yellow: 70 },
      },
      {
        kind: 'list',
        key: 'stars',
        fields: [needed(number('stars')), text('cite'), needed(number('atLeast')), cap],
        start: { stars: 5, atLeast: 90 },
      },
    ],
  },
  {
    id: 'limits',
    fields: [
      { kind: 'list', key: 'vetoes', fields: LIMIT, start: { id: 'new', when: { fact: '', atLeast: 1 } } },
      { kind: 'list', key: 'gates', fields: LIMIT, start: { id: 'new', when: { fact: '', below: 1 } } },
    ],
  },
  {
    id: 'rollUp',
    fields: [
      {
        kind: 'list',
        key: 'rollUp',
        fields: [
          needed(scope('scope')),
          { kind: 'choice', key: 'by', options: ['mean', 'median'], needed: true },
          text('from'),
          text('weight'),
          fact('own'),
          share('ownWeight'),
        ],
        start: { scope: 'organ', by: 'mean' },
      },
    ],
  },
  {
    id: 'exceptions',
    fields: [
      {
        kind: 'list',
        key: 'overrides',
        fields: [needed(fact('fact')), needed(text('decision'))],
        start: { fact: '', decision: '' },
      },
    ],
  },
]
