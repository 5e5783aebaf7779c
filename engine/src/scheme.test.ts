import { describe, expect, test } from 'vitest'
import { isFormalism } from './checks/formalism.ts'
import { checked } from './samples/one-score.ts'
import { organBranch } from './samples/organ-branch.ts'
import { checkKeptScheme, checkScheme } from './scheme.ts'
import { factsOf } from './scheme-facts.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests break single keys of a parsed file
type Change = (scheme: Record<string, any>) => void

function errorsOf(change: Change, facts?: readonly string[]) {
  const scheme = organBranch()
  change(scheme)
  const found = checkScheme(
    scheme,
    facts?.map(id => ({ id })),
  )
  return 'errors' in found ? found.errors.map(each => each.path.join('.')) : []
}

test('the sample is accepted', () => expect(errorsOf(() => {})).toEqual([]))

test.each([null, 1, 'x', [], {}])('%j is refused', value => {
  expect(checkScheme(value)).toHaveProperty('errors')
})

test.each<[string, Change, string[]]>([
  ['unknown key', s => Object.assign(s, { bonus: 1 }), ['bonus']],
  [
    'unknown key deep down',
    s => Object.assign(s.groups[0].indicators[0].method, { cap: 3 }),
    ['groups.0.indicators.0.method.cap'],
  ],
  ['a key every object has', s => Object.assign(s, JSON.parse('{"toString": 1}')), ['toString']],
  [
    'unknown method',
    s => Object.assign(s.groups[0].indicators[0].method, { kind: 'formula' }),
    ['groups.0.indicators.0.method.kind'],
  ],
  ['from = to', s => Object.assign(s.groups[0].indicators[0].method, { to: 0 }), ['groups.0.indicators.0.method.to']],
  [
    'steps out of order',
    s => s.groups[0].indicators[2].method.steps.reverse(),
    ['groups.0.indicators.2.method.steps.1.atLeast'],
  ],
  [
    'floor at base',
    s => Object.assign(s.groups[0].indicators[1].method, { floor: 10 }),
    ['groups.0.indicators.1.method.floor'],
  ],
  [
    'no points',
    s => Object.assign(s.groups[0].indicators[0].method, { points: 0 }),
    ['groups.0.indicators.0.method.points'],
  ],
  [
    'no choice above 0',
    s => Object.assign(s.groups[0].indicators[4].method, { points: { poor: 0 } }),
    ['groups.0.indicators.4.method.points'],
  ],
  [
    'a fact beside a panel',
    s => Object.assign(s.groups[1].indicators[0], { fact: 'x' }),
    ['groups.1.indicators.0.fact'],
  ],
  [
    'a fact lacking',
    s => {
      delete s.groups[0].indicators[0].fact
    },
    ['groups.0.indicators.0'],
  ],
  [
    'weight 0',
    s => Object.assign(s.groups[1].indicators[0].method.sources[0], { weight: 0 }),
    ['groups.1.indicators.0.method.sources.0.weight'],
  ],
  [
    'scale above 1',
    s => Object.assign(s.groups[1].indicators[0].method.scale, { excellent: 100 }),
    ['groups.1.indicators.0.method.scale.excellent'],
  ],
  [
    'source twice',
    s => Object.assign(s.groups[1].indicators[0].method.sources[1], { source: 'self' }),
    ['groups.1.indicators.0.method.sources.1.source'],
  ],
  ['max 0', s => Object.assign(s.groups[1], { max: 0 }), ['groups.1.max']],
  ['group twice', s => Object.assign(s.groups[1], { id: 'basics' }), ['groups.1.id']],
  [
    'indicator twice over groups',
    s => Object.assign(s.groups[1].indicators[0], { id: 'meetings' }),
    ['groups.1.indicators.0.id'],
  ],
  ['adjustment twice', s => Object.assign(s.adjustments[1], { id: 'honours' }), ['adjustments.1.id']],
  ['veto and gate of one id', s => Object.assign(s.gates[0], { id: 'weak' }), ['gates.0.id']],
  ['scope twice', s => s.scopes.push('organ'), ['scopes.2']],
  ['scope all declared', s => s.scopes.push('all'), ['scopes.2']],
  ['scope unknown', s => Object.assign(s.rank[0], { scope: 'zone' }), ['rank.0.scope']],
  ['rank scope twice', s => Object.assign(s.rank[1], { scope: 'organ' }), ['rank.1.scope']],
  ['a scope as fact', s => Object.assign(s, { ungraded: 'organ' }), ['ungraded']],
  ['share above 1', s => Object.assign(s.grades[0].cap, { share: '4/3' }), ['grades.0.cap.share']],
  ['share no number', s => Object.assign(s.grades[0].cap, { share: '30%' }), ['grades.0.cap.share']],
  ['grades out of order', s => s.grades.reverse(), ['grades.1.atLeast', 'grades.2.atLeast', 'grades.3.atLeast']],
  ['grade unknown', s => Object.assign(s.gates[0], { gradeAtMost: 'fine' }), ['gates.0.gradeAtMost']],
  ['grade out of reach', s => Object.assign(s.grades[0], { atLeast: 110.01 }), ['grades.0.atLeast']],
  ['lights out of order', s => Object.assign(s.lights, { yellow: 85 }), ['lights.yellow']],
  ['zero on bottom', s => Object.assign(s.gates[1], { zero: true }), ['gates.1.zero']],
  ['zero: false', s => Object.assign(s.vetoes[1], { zero: false }), ['vetoes.1.zero']],
  [
    'no effect',
    s => {
      delete s.vetoes[1].zero
    },
    ['vetoes.1'],
  ],
  ['two conditions', s => Object.assign(s.gates[0].when, { atLeast: 1 }), ['gates.0.when.atLeast']],
  ['limits out of order', s => Object.assign(s.limits, { min: 110 }), ['limits.max']],
  ['ceiling below floor', s => Object.assign(s.coupling, { ceiling: 0.8 }), ['coupling.ceiling']],
  ['full on a relative coupling', s => Object.assign(s.coupling, { full: 100 }), ['coupling.full']],
  ['median with weight', s => Object.assign(s.rollUp[0], { by: 'median' }), ['rollUp.0.weight']],
  ['from a later level', s => Object.assign(s.rollUp[0], { from: 'class' }), ['rollUp.0.from']],
  ['period of another year', s => Object.assign(s, { period: '2025-Q4' }), ['period']],
  ['decimals 1.5', s => Object.assign(s, { decimals: 1.5 }), ['decimals']],
  ['NaN', s => Object.assign(s, { bonusCap: Number.NaN }), ['bonusCap']],
  ['a number beyond use', s => Object.assign(s, { bonusCap: 1e13, deductionCap: 1e-10 }), ['bonusCap', 'deductionCap']],
  ['1e309', s => Object.assign(s, JSON.parse('{"bonusCap": 1e309}')), ['bonusCap']],
  [
    'out of reach beside other errors',
    s => {
      Object.assign(s.grades[0], { atLeast: 110.01 })
      Object.assign(s, { version: 0, stars: 'many' })
      Object.assign(s.lights, { green: 200 })
    },
    ['version', 'stars', 'grades.0.atLeast', 'lights.green'],
  ],
  [
    'several at once',
    s => Object.assign(s, { version: 0, missing: 'skip', ungraded: '' }),
    ['version', 'missing', 'ungraded'],
  ],
])('%s', (_name, change, expected) => expect(errorsOf(change)).toEqual(expected))

test('facts that do not exist are named, each where it stands', () => {
  const scheme = checkScheme(organBranch())
  const all = 'scheme' in scheme ? factsOf(scheme.scheme).map(use => use.fact) : []
  expect(errorsOf(() => {}, all)).toEqual([])
  expect(
    errorsOf(
      () => {},
      all.filter(each => each !== 'tasksDue' && each !== 'organScore'),
    ),
  ).toEqual(['groups.0.indicators.3.method.per', 'rollUp.0.own'])
})

describe('formalism', () => {
  test.each([
    'login',
    'loginCount',
    'dailyLogins',
    'onlineDuration',
    'online-hours',
    'Online time',
    'likes',
    'likesGiven',
    'checkIns',
    'check_in_rate',
    'uploads',
    'photoUploads',
    'photos',
    'studyTime',
    'studyMinutes',
    'screenTime',
    '登录次数',
    '签到率',
    '打卡天数',
    '在线时长',
    '点赞数',
    '上传材料数',
    '活动照片',
    '学习时长',
    '学习强国积分',
    '网络投票数',
  ])('%s is refused', name => expect(isFormalism(name)).toBe(true))
  test.each([
    'trainingHours',
    'meetingCompliance',
    'pledgeCompletion',
    'likelihood',
    'volunteerHours',
    'catalogue',
    'onTime',
    'blogInnovation',
    'studyResults',
    '培训学时',
    '集中学习次数',
    '按时办结率',
    '在线办理事项数',
    '民主测评票数',
    'signature',
  ])('%s is accepted', name => expect(isFormalism(name)).toBe(false))

  test('by the title of a group, unless every fact in it is decided', () => {
    const byGroup: Change = s => Object.assign(s.groups[0], { title: { zh: '学习强国', en: 'Study app' } })
    const decided: Change = s => {
      byGroup(s)
      const facts = ['meetingCompliance', 'lateRenewals', 'trainingHours', 'tasksOnTime', 'tasksDue', 'inspectionGrade']
      s.overrides = [...facts, 'lectures'].map(fact => ({ fact, decision: '2026 年第 3 次工委会议' }))
    }
    expect(errorsOf(byGroup)).toEqual(['groups.0'])
    expect(errorsOf(decided)).toEqual([])
    expect(
      errorsOf(s => {
        decided(s)
        s.overrides.pop()
      }),
    ).toEqual(['groups.0'])
  })

  test('never undoes a scheme that was published before', () => {
    const scheme = { ...organBranch(), ungraded: 'logins' }
    expect(checkScheme(scheme)).toHaveProperty('errors')
    expect(checkKeptScheme(scheme)).toEqual({ scheme })
    expect(checkKeptScheme({ ...scheme, version: 0 })).toMatchObject({ errors: [{ path: ['version'] }] })
  })

  test('by what the catalogue says of the fact, whatever it is called', () => {
    const scheme = organBranch()
    const facts = factsOf(checked(scheme)).map(({ fact }) => ({ id: fact, isBarred: fact === 'lectures' }))
    expect(checkScheme(scheme, facts)).toMatchObject({
      errors: [{ path: ['groups', 0, 'indicators', 5, 'fact'], isFormalism: true }],
    })
    const overrides = [{ fact: 'lectures', decision: '2026 年第 3 次工委会议' }]
    expect(checkScheme({ ...scheme, overrides }, facts)).toHaveProperty('scheme')
  })

  test('by id, title, fact and tie-breaker, naming the rule; a recorded decision overrides the fact', () => {
    const byTitle: Change = s => Object.assign(s.groups[0].indicators[0], { title: { zh: '签到率', en: 'Attendance' } })
    const byFact: Change = s => Object.assign(s.rank[1], { tieBreakers: ['-likes'] })
    expect(errorsOf(byTitle)).toEqual(['groups.0.indicators.0'])
    expect(errorsOf(s => Object.assign(s.vetoes[0], { title: { zh: '签到不足' } }))).toEqual(['vetoes.0'])
    const named = checkScheme({ ...organBranch(), ungraded: 'logins' })
    expect(
      'errors' in named &&
        named.errors.every(each => each.zh.includes('burden-apps') && each.en.includes('burden-apps')),
    ).toBe(true)
    expect(errorsOf(byFact)).toEqual(['rank.1.tieBreakers.0'])
    const override =
      (fact: string): Change =>
      s =>
        Object.assign(s, { overrides: [{ fact, decision: '2026 年第 3 次工委会议' }] })
    expect(
      errorsOf(s => {
        byTitle(s)
        override('meetingCompliance')(s)
      }),
    ).toEqual([])
    expect(
      errorsOf(s => {
        byTitle(s)
        override('lectures')(s)
      }),
    ).toEqual(['groups.0.indicators.0'])
    expect(
      errorsOf(s => {
        byFact(s)
        override('likes')(s)
      }),
    ).toEqual([])
  })
})
