import { checkScheme } from '@jiannuo/engine/scheme.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import { type ScoreInput, score } from '@jiannuo/engine/score.ts'
import { describe, expect, test } from 'vitest'
import { LEVELS, type Level } from '../appraisal/panels.ts'
import { SHIPPED_SCHEMES } from './defaults.ts'
import { SCHEME_FACTS } from './facts.ts'
import { GROUNDS } from './grounds.ts'
import { citesIn } from './template/cites-in.ts'

const FACT_IDS = SCHEME_FACTS.map(({ id }) => ({ id }))
const schemeOf = (level: Level) => SHIPPED_SCHEMES[level].forYear(2026)

describe.each(LEVELS)('%s', level => {
  test('is a valid scheme over the listed facts', () => {
    expect(checkScheme(schemeOf(level), FACT_IDS)).toEqual({ scheme: schemeOf(level) })
  })
  test('gives 100 points, of which votes are 20–40', () => {
    const { groups } = schemeOf(level)
    expect(groups.reduce((sum, each) => sum + each.max, 0)).toBe(100)
    const votes = groups.find(each => each.id === 'appraisal')?.max ?? 0
    expect(votes >= 20 && votes <= 40).toBe(true)
  })
  test('names its sources, one of them the local default', () => {
    expect(SHIPPED_SCHEMES[level].sources.map(each => each.confidence)).toContain('local')
    for (const id of citesIn(schemeOf(level))) expect(Object.keys(GROUNDS)).toContain(id)
  })
  test('every indicator, adjustment, veto and gate has a title and a ground', () => {
    const { groups, adjustments = [], vetoes = [], gates = [] } = schemeOf(level)
    for (const each of [...groups.flatMap(group => group.indicators), ...adjustments, ...vetoes, ...gates]) {
      expect(each).toMatchObject({
        title: { zh: expect.any(String), en: expect.any(String) },
        cite: expect.any(String),
      })
    }
  })
})

test('the list of facts holds those the schemes read and no other', () => {
  const read = new Set(LEVELS.flatMap(level => factsOf(schemeOf(level)).map(use => use.fact)))
  expect([...read].toSorted()).toEqual(FACT_IDS.map(({ id }) => id).toSorted())
})

function one(level: Level, facts: Record<string, string | null>, ratings: Record<string, Record<string, number>>) {
  const input: ScoreInput = {
    facts: [{ subject: '张三', scopes: { branch: 'b' }, facts }],
    ratings: Object.entries(ratings).flatMap(([source, counts]) =>
      Object.entries(counts).map(([value, count]) => ({ subject: '张三', source, value, count })),
    ),
    rulings: [],
  }
  const [row] = score(schemeOf(level), input).results
  return { total: row?.total, grade: row?.grade, blocked: row?.blocked }
}

const memberVotes = {
  self: { qualified: 1 },
  peer: { excellent: 8, qualified: 12 }, // 18.2 / 20 = 0.91
  democratic: { excellent: 12, qualified: 16, basic: 2 }, // 26.8 / 30
  organisation: { qualified: 1 },
}
const secretaryVotes = {
  self: { fairlyGood: 1 },
  peer: { '0.9': 6 },
  democratic: { good: 10 },
  organisation: { good: 1 },
}

describe('golden cases, by hand', () => {
  test.each`
    level                        | facts                                                                                                         | ratings           | total    | grade            | why
    ${'member'}                  | ${{ pledgeCompletion: '0.84', meetingCompliance: '0.9', trainingHours: '36', honours: '1' }}                  | ${memberVotes}    | ${89.18} | ${'qualified'}   | ${'42 + 10.8 + 8 + (0.85 + 2×0.91 + 4×26.8/30 + 3×0.85)/10×30 = 26.38, + 2'}
    ${'member'}                  | ${{ pledgeCompletion: '0.84' }}                                                                               | ${memberVotes}    | ${85.48} | ${'qualified'}   | ${'no meeting facts yet: (42 + 26.38) × 100/80 = 85.475'}
    ${'member'}                  | ${{ pledgeCompletion: '0.84', trainingHours: '16' }}                                                          | ${memberVotes}    | ${78.38} | ${'qualified'}   | ${'half of the group known: 42 + 4×20/8 + 26.38'}
    ${'member'}                  | ${{ pledgeCompletion: '0.6' }}                                                                                | ${{}}             | ${60}    | ${'basic'}       | ${'pledges alone: 30 × 100/50'}
    ${'member'}                  | ${{ pledgeCompletion: '0.84', graveViolations: '1' }}                                                         | ${memberVotes}    | ${85.48} | ${'unqualified'} | ${'veto'}
    ${'member'}                  | ${{}}                                                                                                         | ${{}}             | ${null}  | ${null}          | ${'nothing known'}
    ${'branchSecretary'}         | ${{ pledgeCompletion: '0.9', meetingCompliance: '1', themeDays: '12', trainingHours: '42', criticisms: '1' }} | ${secretaryVotes} | ${90.45} | ${'good'}        | ${'36 + 15 + 5 + 7.5 + (0.85 + 2×0.9 + 3 + 4)/10×30 − 2'}
    ${'organCommitteeSecretary'} | ${{ pledgeCompletion: '0.8', partyWorkAppraisal: '92' }}                                                      | ${secretaryVotes} | ${89.75} | ${'fairlyGood'}  | ${'28 + 23×35/25 + (0.85 + 4 + 5)/10×30'}
    ${'partyGroupSecretary'}     | ${{ pledgeCompletion: '0.9', strictGovernanceMeetings: '1', partyWorkAppraisal: '90', satisfaction: '0.89' }} | ${secretaryVotes} | ${88.55} | ${'average'}     | ${'36 + 5 + 18 + (0.85 + 9)/10×30; satisfaction below nine in ten bars the two best'}
  `('$level $facts: $total $grade, $why', ({ level, facts, ratings, total, grade }) => {
    expect(one(level, facts, level.endsWith('Secretary') ? onlySources(level, ratings) : ratings)).toMatchObject({
      total,
      grade,
    })
  })
})

/** Ratings of the sources that the level has. */
function onlySources(level: Level, ratings: Record<string, Record<string, number>>) {
  const sources = JSON.stringify(schemeOf(level).groups.at(-1))
  return Object.fromEntries(Object.entries(ratings).filter(([source]) => sources.includes(`"${source}"`)))
}

test('the top grade goes to a third of all members of the branch, probationary ones counted but not graded', () => {
  const facts = [1, 0.99, 0.98, 0.97, 0.96, 0.95].map((done, i) => ({
    subject: `党员${i}`,
    scopes: { branch: 'b' },
    facts: { pledgeCompletion: String(done), probationary: i === 0 ? '1' : '0' },
  }))
  const { results } = score(schemeOf('member'), { facts, ratings: [], rulings: [] })
  expect(results.map(each => each.grade)).toEqual([
    null,
    'excellent',
    'excellent',
    'qualified',
    'qualified',
    'qualified',
  ])
})
