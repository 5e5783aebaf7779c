import type { Adjustment, Gate, Grade, Group, Indicator, Star } from '@jiannuo/engine/format.ts'
import type { Bilingual } from '../../rule.ts'

export const both = (zh: string, en: string): Bilingual => ({ zh, en })

/** A group with its title in both languages. */
export const head = (id: string, max: number, zh: string, en: string, indicators: Indicator[]): Group => ({
  id,
  title: { zh, en },
  max,
  indicators,
})

/** The score of a part as its own reckoning gives it, 0…points. */
export const given = (fact: string, points: number): Indicator => ({
  id: fact,
  fact,
  method: { kind: 'given', points },
})

/** Full points unless the mark is set: the whole of a deduction printed for one defect. */
export const unless = (fact: string, points: number): Indicator => ({
  id: fact,
  fact,
  method: { kind: 'deduct', base: points, each: points },
})

/** Points that grow evenly up to `to`. */
export const evenly = (fact: string, to: number, points: number): Indicator => ({
  id: fact,
  fact,
  method: { kind: 'linear', from: 0, to, points },
})

/** Points on top of the groups or off them, for each counted. */
export const each = (fact: string, points: number, more: Partial<Adjustment> = {}): Adjustment => ({
  id: fact,
  fact,
  each: points,
  ...more,
})

/** Holds once the mark is set or the count is one. */
export const when = (fact: string, effect: Partial<Gate>): Gate => ({ id: fact, when: { fact, atLeast: 1 }, ...effect })
/** Holds below the bound. */
export const below = (fact: string, bound: number, effect: Partial<Gate>): Gate => ({
  id: fact,
  when: { fact, below: bound },
  ...effect,
})

/** Stars from 5 down, one per bound. */
export const starsAt = (bounds: readonly number[], cap?: Star['cap']): Star[] =>
  bounds.map((atLeast, i) => ({ stars: 5 - i, atLeast, ...(i === 0 && cap ? { cap } : {}) }))

export const grade = (id: string, atLeast: number, zh: string, en: string, cap?: Grade['cap']): Grade => ({
  grade: id,
  atLeast,
  title: { zh, en },
  ...(cap ? { cap } : {}),
})

/** Where a source prints a veto but no grades: only the veto leads to the lower one, for no total lies below 0. */
export const vetoOnly = (zh = '一票否决', en = 'Vetoed'): Grade[] => [
  grade('counted', 0, '未被否决', 'Not vetoed'),
  grade('vetoed', -1, zh, en),
]

export const fourGrades = (bounds: readonly [number, number, number], cap?: Grade['cap']): Grade[] => [
  grade('good', bounds[0], '好', 'Good', cap),
  grade('fairlyGood', bounds[1], '较好', 'Fairly good'),
  grade('average', bounds[2], '一般', 'Average'),
  grade('poor', 0, '较差', 'Poor'),
]
export const memberGrades = (bounds: readonly [number, number, number], cap?: Grade['cap']): Grade[] => [
  grade('excellent', bounds[0], '优秀', 'Excellent', cap),
  grade('qualified', bounds[1], '合格', 'Qualified'),
  grade('basic', bounds[2], '基本合格', 'Basically qualified'),
  grade('unqualified', 0, '不合格', 'Unqualified'),
]
