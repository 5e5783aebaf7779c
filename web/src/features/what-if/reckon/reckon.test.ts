import type { Scheme } from '@jiannuo/engine/format.ts'
import { describe, expect, it, test } from 'vitest'
import { correlation } from './faults.ts'
import { knobsOf, withKnob } from './knobs.ts'
import { type Answer, type Ask, answer } from './worker.ts'

const scheme: Scheme = {
  scheme: 'trial',
  version: 1,
  subject: 'member',
  year: 2025,
  missing: 'zero',
  scopes: ['branch'],
  groups: [
    {
      id: 'pledges',
      max: 60,
      indicators: [
        { id: 'done', title: { zh: '承诺' }, fact: 'done', method: { kind: 'linear', from: 0, to: 1, points: 60 } },
      ],
    },
    {
      id: 'life',
      max: 40,
      indicators: [
        { id: 'met', title: { zh: '组织生活' }, fact: 'met', method: { kind: 'linear', from: 0, to: 1, points: 40 } },
      ],
    },
  ],
  bonusCap: 5,
  grades: [
    { grade: 'excellent', atLeast: 90, cap: { share: '1/3', scope: 'branch' } },
    { grade: 'qualified', atLeast: 60 },
  ],
}
const people: readonly (readonly [string, number, number])[] = [
  ['甲', 1, 0.8], // 60 + 32 = 92
  ['乙', 0.8, 1], // 48 + 40 = 88
  ['丙', 0.5, 0.5], // 50
]
const input: Extract<Ask, { kind: 'load' }>['input'] = {
  subjects: people.map(([name]) => ({ id: name, name, home: 0 })),
  scopes: { branch: { names: ['一支部'], codes: [0, 0, 0] } },
  facts: { done: people.map(each => String(each[1])), met: people.map(each => String(each[2])) },
  ratings: { subject: [], source: { names: [], codes: [] }, value: { names: [], codes: [] }, count: [] },
  rulings: [],
}
const knob = (id: string) => knobsOf(scheme).find(each => each.id === id)?.value

describe('knobs', () => {
  it('offers points, bounds, caps and limits with the values in force', () => {
    expect(knobsOf(scheme).map(each => [each.id, each.value])).toEqual([
      ['points done', 60],
      ['points met', 40],
      ['bound excellent', 90],
      ['cap excellent', 33.333333],
      ['bound qualified', 60],
      ['limit bonusCap', 5],
    ])
  })
  it('lets the maximum of the group follow its indicator', () => {
    const turned = withKnob(scheme, 'points done', 40)
    expect(turned.groups[0]).toMatchObject({ max: 40, indicators: [{ method: { points: 40 } }] })
    expect(scheme.groups[0]?.max).toBe(60)
    const limited = withKnob({ ...scheme, limits: { min: 0, max: 100 } }, 'points done', 40)
    expect(limited.limits).toEqual({ min: 0, max: 80 })
  })
  it('turns a step scale in proportion, and a cap in percent', () => {
    const steps = {
      kind: 'steps' as const,
      steps: [
        { atLeast: 2, points: 10 },
        { atLeast: 1, points: 6 },
      ],
    }
    const stepped: Scheme = {
      ...scheme,
      groups: [{ id: 'g', max: 10, indicators: [{ id: 's', fact: 's', method: steps }] }],
    }
    expect(withKnob(stepped, 'points s', 5).groups[0]?.indicators[0]?.method).toMatchObject({
      steps: [{ points: 5 }, { points: 3 }],
    })
    expect(withKnob(scheme, 'cap excellent', 50).grades?.[0]?.cap?.share).toBe(0.5)
  })
  it('knows nothing of an unknown knob', () => {
    expect(withKnob(scheme, 'colour', 3)).toBe(scheme)
    expect(knob('colour')).toBeUndefined()
  })
})

describe('a trial', () => {
  const ask = (draft: Scheme) => answer({ kind: 'try', number: 7, draft }) as Extract<Answer, { kind: 'done' }>
  it('R0.8 says who moves and which indicator decides it', () => {
    answer({ kind: 'load', input, base: scheme })
    const draft = withKnob(withKnob(scheme, 'points done', 30), 'points met', 70) // 甲 30 + 56 = 86, 乙 24 + 70 = 94
    const { number, comparison } = ask(draft)
    expect(number).toBe(7)
    expect(comparison).toMatchObject({ scored: 3, regraded: 2, raised: 1, decisive: { of: 1, among: 2 } })
    expect(
      comparison.movers.map(each => [people[each.row]?.[0], each.rankBefore, each.rankAfter, each.totalAfter]),
    ).toEqual([
      ['甲', 1, 2, 86],
      ['乙', 2, 1, 94],
    ])
    // 承诺 costs everybody 23 points on average, 甲 30; 组织生活 gives everybody 23, 乙 30.
    expect(comparison.movers.map(each => [each.reason?.title.zh, each.reason?.points])).toEqual([
      ['承诺', -7],
      ['组织生活', 7],
    ])
    expect(comparison.movers.map(each => [each.gradeBefore, each.gradeAfter])).toEqual([
      ['excellent', 'qualified'],
      ['qualified', 'excellent'],
    ])
    expect(comparison.grades).toEqual([
      { grade: 'excellent', before: 1, after: 1 },
      { grade: 'qualified', before: 1, after: 1 },
    ])
  })
  it('finds nothing when nothing is turned, and names what measures nothing', () => {
    const same = { ...input, facts: { ...input.facts, met: ['1', '1', '1'] } }
    answer({ kind: 'load', input: same, base: scheme })
    const { comparison, faults } = ask(scheme)
    expect(comparison).toMatchObject({ regraded: 0, moved: 0, movers: [], decisive: null })
    expect(faults).toContainEqual({ kind: 'constant', title: { zh: '组织生活' }, same: 3, of: 3 })
  })
  it('folds what tells nearly the same into one fault, whatever the number of indicators', () => {
    const copies = ['a', 'b', 'c'].map(id => ({
      ...{ id, title: { zh: id }, fact: id },
      method: { kind: 'linear' as const, from: 0, to: 20, points: 10 },
    }))
    const numbers = Array.from({ length: 12 }, (_, i) => i)
    const same: Scheme = { ...scheme, groups: [...scheme.groups, { id: 'copies', max: 30, indicators: copies }] }
    answer({
      kind: 'load',
      input: {
        ...input,
        subjects: numbers.map(i => ({ id: `s${i}`, name: `s${i}`, home: 0 })),
        scopes: { branch: { names: ['一支部'], codes: numbers.map(() => 0) } },
        facts: {
          ...{
            done: numbers.map(i => String(((i * 7) % 12) / 12)),
            met: numbers.map(i => String(((i * 5) % 12) / 12)),
          },
          ...{ a: numbers.map(String), b: numbers.map(i => String(i + 1)), c: numbers.map(i => String(i + (i % 2))) },
        },
      },
      base: same,
    })
    const found = ask(same).faults.filter(each => each.kind === 'duplicates')
    expect(found.map(each => [each.titles.map(title => title.zh), each.points])).toEqual([[['a', 'b', 'c'], 30]])
    expect(found[0]?.correlation).toBeGreaterThan(0.95)
    expect(found[0]?.correlation).toBeLessThan(1)
  })
  it('R4.2 compares stars where a scheme gives no grades, and turns their bounds and caps', () => {
    const { grades: _, ...rest } = scheme
    const starred: Scheme = {
      ...rest,
      stars: [
        { stars: 5, atLeast: 90, cap: { share: 0.4, of: 'all' } },
        { stars: 3, atLeast: 60 },
      ],
    }
    answer({ kind: 'load', input, base: starred })
    const turned = withKnob(withKnob(starred, 'starBound 5', 85), 'starCap 5', 70)
    const { comparison } = ask(turned) // 甲 92 and 乙 88 both reach 85, and 70 % of 3 are two places
    expect(comparison).toMatchObject({ regraded: 1, raised: 1 })
    expect(comparison.movers.map(each => [people[each.row]?.[0], each.gradeBefore, each.gradeAfter])).toEqual([
      ['乙', '3', '5'],
    ])
    expect(knobsOf(turned).filter(each => each.id.startsWith('star'))).toMatchObject([
      { id: 'starBound 5', value: 85 },
      { id: 'starCap 5', value: 70 },
      { id: 'starBound 3', value: 60 },
    ])
  })
  it('says why data cannot be scored', () => {
    const broken = { ...input, facts: { ...input.facts, done: ['1', 'x', '1'] } }
    expect(answer({ kind: 'load', input: broken, base: scheme })).toMatchObject({ kind: 'failed', number: 0 })
    expect(answer({ kind: 'try', number: 1, draft: scheme })).toMatchObject({ kind: 'failed', number: 1 })
  })
})

test.each([
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 4, 6, 8, 10, 12, 14, 16, 18, 20], 1],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], null],
  [[1, 2, 3], [1, 2, 3], null],
])('correlation of %j and %j is %j', (a, b, expected) => {
  const found = correlation(Float64Array.from(a), Float64Array.from(b))
  if (expected === null) expect(found).toBeNull()
  else expect(found).toBeCloseTo(expected)
})
