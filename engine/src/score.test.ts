import { describe, expect, test } from 'vitest'
import { InvalidInput, type ScoreInput } from './input.ts'
import { checked, oneScore, rows } from './samples/one-score.ts'
import { organBranch } from './samples/organ-branch.ts'
import { explain, score } from './score.ts'

describe('a whole scheme', () => {
  const input: ScoreInput = {
    facts: [
      {
        subject: '规划支部',
        scopes: { organ: '水利局', class: '甲' },
        facts: {
          meetingCompliance: '0.95',
          lateRenewals: '1',
          trainingHours: '40',
          tasksOnTime: '11',
          tasksDue: '12',
          inspectionGrade: 'good',
          lectures: '7',
          businessScore: '90',
          honours: '5',
          criticisms: '2',
          criticismsRectified: '1',
          satisfaction: '0.88',
          members: '20',
          organScore: '80',
        },
      },
      {
        subject: '新设支部',
        scopes: { organ: '水利局', class: '甲' },
        facts: { businessScore: '110', inspectionGrade: 'good', organScore: '80' },
      },
    ],
    ratings: [
      { subject: '规划支部', source: 'self', value: 'qualified', count: 1 },
      { subject: '规划支部', source: 'democratic', value: 'excellent', count: 6 },
      { subject: '规划支部', source: 'democratic', value: 'basic', count: 3 },
      { subject: '规划支部', source: 'organisation', value: '0.9', count: 1 },
      { subject: '规划支部', source: 'peer', value: '', count: 4 },
    ],
    rulings: [],
  }
  // basics 19 + 7 + 6 + 13.75 + 15 = 60.75, lectures 5, sum 65.75; peers unrated; democratic trimmed (5 + 2 × 0.6) / 7 = 6.2/7;
  // panel (0.85 + 4 × 6.2/7 + 2.7) / 8 × 30 = 26.5982142857…; base 92.3482142857…; factor 1 + (90/100 − 1) = 0.9;
  // 83.1133928571… + 8 − 5 = 86.1133928571… → 86.11
  const result = score(checked(organBranch()), input)
  test('computed by hand', () => {
    expect(result.results[0]).toEqual({
      subject: '规划支部',
      total: 86.11,
      base: 92.348214,
      factor: 0.9,
      ranks: { organ: 1, all: 1 },
      grade: 'qualified',
      toBeDecided: false,
      light: 'green',
      stars: 4,
      vetoes: [],
      barred: ['advancedOrganization', 'fiveStar'],
      blocked: null,
    })
    expect(result.rollUp).toEqual({ organ: [{ unit: '水利局', total: 83.67 }] })
  })
  test('a blocked subject has a reason and nothing else', () => {
    expect(result.results[1]).toEqual({
      subject: '新设支部',
      total: null,
      base: null,
      factor: null,
      ranks: {},
      grade: null,
      toBeDecided: null,
      light: null,
      stars: null,
      vetoes: [],
      barred: [],
      blocked: 'ratings/democratic',
    })
  })
  test('the trace carries the same numbers and every source', () => {
    const trace = explain(checked(organBranch()), input, '规划支部')
    const steps = trace?.steps ?? []
    expect(steps.find(each => each.kind === 'total')).toMatchObject({
      before: { value: '86.113393', rounded: true },
      after: { value: '86.11' },
    })
    const panel = steps.find(each => each.kind === 'indicator' && each.method === 'panel')
    expect(panel).toMatchObject({
      id: 'ratings',
      full: { value: '30' },
      sources: [
        { source: 'self', n: 1, mean: { value: '0.85' } },
        { source: 'peer', n: 0, mean: null, missing: 'exempt', minimum: 5 },
        { source: 'democratic', n: 9, mean: { value: '0.885714', rounded: true }, trimmed: 1 },
        { source: 'organisation', n: 1, mean: { value: '0.9' } },
      ],
    })
    expect(steps[0]).toMatchObject({
      kind: 'indicator',
      cite: 'branch-assembly-cadence',
      inputs: [{ fact: 'meetingCompliance', value: '0.95' }],
      before: { value: '0' },
      after: { value: '19' },
    })
    expect(steps.find(each => each.kind === 'grade')).toMatchObject({
      reached: 'qualified',
      tied: false,
      rungs: [
        { name: 'excellent', result: 'below', short: { value: '3.89' }, cap: { seats: 0, of: 1 } },
        { name: 'qualified', result: 'reached', short: null },
      ],
    })
    expect(explain(checked(organBranch()), input, 'nobody')).toBeNull()
    expect(explain(checked(organBranch()), input, '新设支部')).toMatchObject({
      blocked: [{ code: 'ratings/democratic' }],
    })
  })
  test('indicators add up within their group, its step begins with their sum', () => {
    const steps = explain(checked(organBranch()), input, '规划支部')?.steps ?? []
    const basics = steps.flatMap(each =>
      each.kind === 'indicator' && each.group === 'basics' ? [each.after.value] : [],
    )
    expect(basics).toEqual(['19', '26', '32', '45.75', '60.75', '65.75'])
    expect(steps.find(each => each.kind === 'group')).toMatchObject({
      before: { value: '65.75' },
      after: { value: '65.75' },
    })
  })
  test('steps join: each begins where the one before ended', () => {
    const chain = (explain(checked(organBranch()), input, '规划支部')?.steps ?? []).filter(each =>
      ['base', 'coupling', 'adjustment', 'adjustmentCaps', 'limits', 'total', 'veto', 'gate'].includes(each.kind),
    )
    const ends = chain.map(each => ('after' in each ? each.after.value : ''))
    expect(chain.slice(1).map(each => ('before' in each ? each.before.value : ''))).toEqual(ends.slice(0, -1))
  })
})

test('every input error at once, each in its place', () => {
  const scheme = checked(organBranch())
  const bad: ScoreInput = {
    facts: [
      { subject: 'a', scopes: { organ: 'o', class: '' }, facts: { lateRenewals: '1,5', inspectionGrade: 'bad' } },
      { subject: 'a', scopes: { organ: 'o', class: 'c' }, facts: {} },
    ],
    ratings: [
      { subject: 'z', source: 'self', value: 'good', count: 1.5 },
      { subject: 'a', source: 'club', value: 'excellent', count: 1 },
    ],
    rulings: [{ subject: 'a', veto: 'none', decision: '' }],
  }
  try {
    score(scheme, bad)
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    expect(error.errors.map(each => `${each.table}.${each.row}.${each.column}`)).toEqual([
      'facts.0.class',
      'facts.0.lateRenewals',
      'facts.0.inspectionGrade',
      'facts.1.subject',
      'ratings.0.subject',
      'ratings.0.count',
      'ratings.0.value',
      'ratings.1.source',
      'rulings.0.veto',
      'rulings.0.decision',
    ])
  }
})

test('a label must be one of every choice that reads it', () => {
  const choice = (id: string, points: object) => ({ id, fact: 'grade', method: { kind: 'choice', points } })
  const scheme = oneScore({
    groups: [{ id: 'g', max: 20, indicators: [choice('a', { good: 10, poor: 1 }), choice('b', { good: 10 })] }],
  })
  expect(score(scheme, rows({ grade: 'good' })).results[0]?.total).toBe(20)
  expect(() => score(scheme, rows({ grade: 'poor' }))).toThrow('"poor" is not one of good')
})

test('a unit in two upper units and two own scores of one unit are told at once', () => {
  const scheme = oneScore({
    scopes: ['unit', 'organ'],
    rollUp: [
      { scope: 'unit', by: 'mean', own: 'own', ownWeight: 0.4 },
      { scope: 'organ', by: 'mean', from: 'unit' },
    ],
  })
  const row = (subject: string, organ: string, own: string | null) => ({
    subject,
    scopes: { unit: 'u', organ },
    facts: { score: '50', own },
  })
  const facts = [row('a', 'o', '1'), row('b', 'p', '2'), row('c', 'o', null), row('d', 'o', '1.0')]
  try {
    score(scheme, { facts, ratings: [], rulings: [] })
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    expect(error.errors.map(each => `${each.row}.${each.column}`)).toEqual(['1.own', '1.organ', '2.own'])
  }
})
