import { describe, expect, test } from 'vitest'
import { periodOf } from '../facts/period.ts'
import { cite, staleRules } from '../rule.ts'
import { type CadenceInput, defineCadence, judgeYear, reasonOf } from './cadence.ts'
import { LIFE_RULES } from './cadences.ts'
import { LIFE_KINDS } from './kinds.ts'

const ruleOf = (kind: keyof typeof LIFE_KINDS) => {
  const found = LIFE_RULES.find(each => each.rule.kind === kind)
  if (!found) throw new Error(kind)
  return found.rule
}
const ALWAYS = { from: '2019-01-01', until: null }
const judge = (kind: keyof typeof LIFE_KINDS, periodId: string, change: Partial<CadenceInput>) => {
  const period = periodOf(periodId)
  if (!period) throw new Error(periodId)
  const outcome = ruleOf(kind)
    .at(period.from)
    .compute({ held: [], exists: ALWAYS, asOf: '2026-11-28', ...change, period })
  if (outcome.kind === 'missing') throw new Error(outcome.needs.join())
  return outcome.value
}

describe('a rule that asks for something every period', () => {
  test.each`
    held              | asOf            | state        | why
    ${['2026-04-01']} | ${'2026-06-30'} | ${'kept'}    | ${'the first day counts'}
    ${['2026-06-30']} | ${'2026-06-30'} | ${'kept'}    | ${'the last day counts'}
    ${['2026-07-01']} | ${'2026-07-01'} | ${'missed'}  | ${'the day after does not'}
    ${['2026-03-31']} | ${'2026-06-30'} | ${'missed'}  | ${'the day before does not, and the last day is over'}
    ${[]}             | ${'2026-06-29'} | ${'running'} | ${'one day is left'}
    ${['2026-06-29']} | ${'2026-06-28'} | ${'running'} | ${'what lies after the day of asking is not known'}
  `('quarter, held $held as of $asOf: $state, $why', ({ held, asOf, state }) => {
    expect(judge('branchAssembly', '2026-Q2', { held, asOf })).toMatchObject({ state, dueBy: '2026-06-30' })
  })
  test('the reason names the gap, the last one and the article', () => {
    const verdict = judge('branchAssembly', '2026-Q2', { held: ['2026-03-28'] })
    const reason = reasonOf(LIFE_KINDS.branchAssembly, verdict)
    expect(reason.zh).toBe('2026年第二季度没有开展支部党员大会；最近一次2026年3月28日')
    expect(reason.en).toBe('Second quarter of 2026: no branch assembly; last one on 28 March 2026')
    expect(verdict.cite.article).toBe('第十一条')
  })
  test('what is left is said in days', () => {
    const say = (change: Partial<CadenceInput>) => reasonOf(LIFE_KINDS.themeDay, judge('themeDay', '2026-11', change))
    expect(say({}).zh).toBe('2026年11月主题党日0次，应有1次，还有2天；没有记录')
    expect(say({ asOf: '2026-11-29' }).en).toContain('1 day left')
  })
  test.each`
    exists                                         | held              | state
    ${{ from: '2026-04-01', until: null }}         | ${[]}             | ${'missed'}
    ${{ from: '2026-04-02', until: null }}         | ${[]}             | ${'notDue'}
    ${{ from: '2026-04-02', until: null }}         | ${['2026-05-05']} | ${'kept'}
    ${{ from: '2020-01-01', until: '2026-07-01' }} | ${[]}             | ${'missed'}
    ${{ from: '2020-01-01', until: '2026-06-30' }} | ${[]}             | ${'notDue'}
  `('a unit from $exists.from until $exists.until that held $held: $state', ({ exists, held, state }) => {
    expect(judge('branchAssembly', '2026-Q2', { exists, held })).toMatchObject({ state })
  })
})

describe('a whole year', () => {
  const input = { held: ['2026-02-03', '2026-05-06'], exists: ALWAYS, asOf: '2026-08-15' }
  test('periods that have not begun are left out', () => {
    expect(judgeYear(ruleOf('branchAssembly'), 2026, input).map(each => [each.period.id, each.state])).toEqual([
      ['2026-Q1', 'kept'],
      ['2026-Q2', 'kept'],
      ['2026-Q3', 'running'],
    ])
    expect(judgeYear(ruleOf('themeDay'), 2026, input)).toHaveLength(8)
    expect(judgeYear(ruleOf('governanceStudy'), 2026, input).map(each => each.period.id)).toEqual([
      '2026-H1',
      '2026-H2',
    ])
  })
  test('months before the first version are not judged', () => {
    const judged = judgeYear(ruleOf('themeDay'), 2018, { ...input, asOf: '2018-12-31' })
    expect(judged.map(each => each.period.id)).toEqual(['2018-11', '2018-12'])
  })
  test('a period owes what the text said when it began', () => {
    const version = (from: string, until: string | null, every: 'month' | 'quarter', article: string) => ({
      ...{ from, until, checkedOn: '2026-01-01', cite: cite('示例办法', article, 'local') },
      params: { every, times: 1, force: 'must' as const },
    })
    const changed = defineCadence({
      ...{ id: 'sample.lecture', title: LIFE_KINDS.partyLecture, kind: 'partyLecture' },
      versions: [
        version('2026-01-01', '2026-05-15', 'quarter', '第一条'),
        version('2026-05-15', null, 'month', '第二条'),
      ],
    })
    expect(judgeYear(changed, 2026, input).map(each => `${each.period.id} ${each.cite.article}`)).toEqual([
      '2026-Q1 第一条',
      '2026-Q2 第一条',
      '2026-07 第二条',
      '2026-08 第二条',
    ])
  })
})

describe('the rules that ship', () => {
  test.each(LIFE_RULES.map(({ rule }) => [rule.id, rule] as const))(
    '%s has a kind, a title and a source',
    (_, rule) => {
      expect(LIFE_KINDS[rule.kind]).toEqual(rule.title)
      for (const version of rule.versions) expect(version.cite.article).not.toBe('')
    },
  )
  test('ids are unique; what was not compared with its text for a year is listed', () => {
    const ids = LIFE_RULES.map(({ rule }) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    const rules = LIFE_RULES.map(each => each.rule)
    expect(staleRules(rules, '2027-09-30')).toEqual([])
    expect(staleRules(rules, '2027-10-01')).toHaveLength(ids.length)
  })
})
