import { describe, expect, test } from 'vitest'
import { checkPledge } from './check.ts'
import type { PledgeCheckInput, PledgeItem } from './remarks/remark.ts'

const item = (id: string, change: Partial<PledgeItem> = {}): PledgeItem => ({
  id,
  kind: 'business',
  title: '水库安全鉴定资料归档',
  target: '24',
  unit: '座',
  measures: '每月归档2座',
  dueOn: '2026-11-30',
  weight: 50,
  dutyId: null,
  ...change,
})
const lecture = item('p', { kind: 'party', title: '在支部讲1次微党课，题目结合防汛工作', target: '1', unit: '次' })
const good = [lecture, item('b')]
const check = (items: PledgeItem[], others: Partial<PledgeCheckInput['others']> = {}) =>
  checkPledge({ items, year: 2026, others: { superior: [], colleagues: [], lastYear: [], ...others } })
const codes = (items: PledgeItem[], others?: Partial<PledgeCheckInput['others']>) =>
  check(items, others).map(r => `${r.code}${r.itemId === null ? '' : ` ${r.itemId}`}`)
const many = (n: number) =>
  [...'林路水电农渔医教商港税网'].slice(0, n).map((word, i) =>
    item(`${i}`, {
      kind: i === 0 ? 'party' : 'business',
      title: `${word.repeat(4)}领域办结事项`,
      weight: i === 0 ? 100 - (n - 1) * 5 : 5,
    }),
  )

describe('R0.3 pledge check', () => {
  test('a normal pledge of two items passes without a word', () => {
    expect(check(good)).toEqual([])
  })

  test.each([
    ['nothing written', [], ['too-few-items', 'no-party-item', 'no-business-item']],
    ['one item', [item('b', { weight: 100 })], ['too-few-items', 'no-party-item']],
    ['no business item', [lecture, item('q', { kind: 'party' })], ['no-business-item']],
    ['ten items', many(10), []],
    ['eleven items', many(11), ['too-many-items']],
    ['no due date', [lecture, item('b', { dueOn: null })], ['no-due-date b']],
    ['a day that does not exist', [lecture, item('b', { dueOn: '2026-02-30' })], ['no-due-date b']],
    ['last day of the year', [lecture, item('b', { dueOn: '2026-12-31' })], []],
    ['first day of the next', [lecture, item('b', { dueOn: '2027-01-01' })], ['due-outside-year b']],
    ['last day of the year before', [lecture, item('b', { dueOn: '2025-12-31' })], ['due-outside-year b']],
    ['four characters', [lecture, item('b', { title: '资料归档。' })], ['too-short b']],
    ['five characters', [lecture, item('b', { title: '资料全归档' })], []],
    [
      'slogan without a target',
      [{ ...lecture, title: '认真学习贯彻上级精神，进一步提高政治站位', target: null }, item('b')],
      ['not-measurable p'],
    ],
    [
      'slogan with a target',
      [{ ...lecture, title: '认真学习贯彻上级精神，进一步提高政治站位' }, item('b')],
      ['vague-wording p'],
    ],
    ['a concrete matter with one vague verb', [{ ...lecture, title: '优化涉水审批流程' }, item('b')], []],
    [
      'a target without a unit counts nothing',
      [lecture, item('b', { title: '抓好水库的安全', unit: ' ' })],
      ['not-measurable b'],
    ],
    ['zero weight', [{ ...lecture, weight: 0 }, item('b', { weight: 100 })], ['zero-weight p']],
    [
      'the same twice',
      [lecture, item('b', { weight: 25 }), item('c', { weight: 25, target: '20' })],
      ['duplicate-item c'],
    ],
  ])('%s', (_, items, expected) => {
    expect(codes(items)).toEqual(expected)
  })

  test('without a figure or a result it must be mended, and a target with its unit is enough', () => {
    const remarks = (title: string, target: string | null) => check([{ ...lecture, title, target }, item('b')])
    expect(remarks('进一步提高政治站位', null)[0]?.detail.zh).toBe('“进一步提高政治”没有数量和结果，年底没法对账。')
    expect(remarks('给机关党委写党建信息', null)[0]?.detail.zh).toMatch('请填目标值和单位')
    expect(remarks('给机关党委写党建信息', null)[0]?.severity).toBe('must')
    expect(remarks('给机关党委写党建信息', '6')).toEqual([])
  })

  test.each`
    weights         | zh                      | from    | to
    ${[30, 65]}     | ${'权重合计95，还差5'}  | ${30}   | ${35}
    ${[70, 35]}     | ${'权重合计105，多出5'} | ${70}   | ${65}
    ${[50, 49]}     | ${'权重合计99，还差1'}  | ${49}   | ${50}
    ${[1000, 1000]} | ${/多出1900/}           | ${null} | ${null}
  `('weights $weights: $zh', ({ weights, zh, from, to }) => {
    const [remark] = check([{ ...lecture, weight: weights[0] }, item('b', { weight: weights[1] })])
    expect(remark?.zh).toMatch(zh)
    expect(remark?.fix?.weight ?? { from: null, to: null }).toEqual({ from, to })
  })

  test('the fix offered settles the remark', () => {
    const items = [lecture, item('b', { weight: 40 }), item('c', { title: '涉水审批平均用时压到5天以内', weight: 5 })]
    const fix = check(items).find(r => r.fix)?.fix
    const mended = items.map(i => (i.id === fix?.itemId ? { ...i, weight: fix.weight.to } : i))
    expect(fix).toEqual({ itemId: 'c', weight: { from: 5, to: 10 } })
    expect(check(mended)).toEqual([])
  })

  test('copies: whose, how alike, what to do; a must for superior and colleague, advice for last year', () => {
    const own = item('b', { title: '修订防汛预案并完成2次演练', target: '2', unit: '次' })
    const same = { label: '周海宁', text: '修订防汛预案并完成1次演练' }
    expect(check([lecture, own], { lastYear: [same] })).toEqual([
      expect.objectContaining({
        code: 'same-as-last-year',
        severity: 'advice',
        itemId: 'b',
        zh: '第2项与去年的承诺相似95%',
        similar: { label: '周海宁', percent: 95, text: '修订防汛预案并完成1次演练' },
      }),
    ])
    const [colleague] = check([lecture, own], { colleagues: [same] })
    const [superior] = check([lecture, own], { superior: [same] })
    expect([colleague?.code, colleague?.severity, colleague?.zh]).toEqual([
      'copied-from-colleague',
      'must',
      '第2项与同事（周海宁）的承诺相似95%',
    ])
    expect([superior?.code, superior?.severity]).toEqual(['copied-from-superior', 'must'])
  })

  test('of several alike the closest is named, and each line of a whole pledge is compared by itself', () => {
    const own = item('b', { title: '修订防汛预案并完成2次演练' })
    const colleagues = [
      { label: '甲', text: '修订防汛预案并完成两次桌面推演和一次演练' },
      { label: '乙', text: '每季度开展1次资产清查\n修订防汛预案并完成2次演练\n' },
    ]
    expect(check([lecture, own], { colleagues }).map(r => r.similar)).toEqual([
      { label: '乙', percent: 100, text: '修订防汛预案并完成2次演练' },
    ])
  })

  test('a duty common to all members by rule is nobody’s text', () => {
    const hours = { ...lecture, title: '集中学习不少于32学时', target: '32', unit: '学时' }
    expect(check([hours, item('b')], { colleagues: [{ label: '甲', text: '全年集中学习不少于32学时' }] })).toEqual([])
  })

  test('no remark types a space between Han and digits, and every remark speaks both languages', () => {
    const bad = [
      item('1', { title: '提高', weight: 0, dueOn: null }),
      item('2', { title: '进一步提高政治站位', target: null, dueOn: '2027-03-01' }),
      item('3', { title: '修订防汛预案并完成2次演练', weight: 30 }),
      item('4', { title: '修订防汛预案并完成3次演练', weight: 30 }),
      item('5', { title: '进一步加强学习', target: '3', unit: '次' }),
    ]
    const alike = [{ label: '周海宁', text: '修订防汛预案并完成1次演练' }]
    const remarks = [
      ...check(bad, { superior: alike, colleagues: alike, lastYear: alike }),
      ...check([]),
      ...check(many(11)),
    ]
    expect(new Set(remarks.map(r => r.code)).size).toBe(15)
    for (const { zh, en, detail, example } of remarks) {
      expect(`${zh}${detail.zh}${example?.zh ?? ''}`).not.toMatch(/\p{Script=Han} [\da-z]|[\da-z%] \p{Script=Han}/iu)
      expect(`${zh}${detail.zh}`).not.toMatch(/[!！~]|undefined|NaN/)
      expect(`${en}${detail.en}${example?.en ?? ''}`.replace(/“.*?”|\(.*?\)/g, '')).not.toMatch(
        /\p{Script=Han}|undefined|NaN/u,
      )
    }
  })

  test('hostile text neither throws nor stalls', () => {
    const hostile = ['', ' ', '\u0000', '😀'.repeat(50), '一'.repeat(2000), '(((((', '１２３', '进一步'.repeat(500)]
    for (const title of hostile) {
      expect(() =>
        check([lecture, item('b', { title })], { colleagues: hostile.map(text => ({ label: title, text })) }),
      ).not.toThrow()
    }
  })

  test('thirty pledges of five items are compared, always with the same result', () => {
    const words = [
      '政府采购',
      '医保飞检',
      '城东片区',
      '国企审计',
      '不动产登记',
      '防汛演练',
      '窗口值班',
      '老旧小区',
      '用工缺口',
      '网络安全',
    ]
    const text = (n: number) => `牵头推进${words[n % 10]}第${n}阶段事项，每季度调度1次，年底前办结${n}件并形成清单`
    const texts = Array.from({ length: 150 }, (_, n) => ({ label: `同事${n}`, text: text(n) }))
    const input: PledgeCheckInput = {
      items: Array.from({ length: 5 }, (_, n) => item(`${n}`, { title: text(n * 3 + 1), weight: 20 })),
      year: 2026,
      others: { superior: texts.slice(0, 10), colleagues: texts.slice(10), lastYear: texts.slice(0, 5) },
    }
    const found = checkPledge(input)
    expect(found.some(remark => remark.itemId !== null)).toBe(true)
    expect(checkPledge(input)).toEqual(found)
  })
})
