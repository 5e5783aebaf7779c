import { describe, expect, test } from 'vitest'
import { LEVELS } from './panels.ts'
import { isLow, useOfResults } from './use-of-results.ts'

const DAY = '2026-12-31'
const named = (id: string, zh: string) => ({ id, title: { zh, en: id } })
const LADDERS = {
  members: [named('excellent', '优秀'), named('qualified', '合格'), named('basic', '基本合格')],
  secretaries: [named('good', '好'), named('fairlyGood', '较好'), named('average', '一般')],
  stars: [named('five', '五星'), named('four', '四星')],
}
const BELOW_HALF = '业务承诺完成率低于50%，原则上不列入'

describe(useOfResults.id, () => {
  test.each`
    level                    | use                         | grade           | ladder           | barred           | low             | sets    | why
    ${'member'}              | ${'outstandingMember'}      | ${'excellent'}  | ${'members'}     | ${[]}            | ${[]}           | ${null} | ${[]}
    ${'member'}              | ${'outstandingMember'}      | ${'qualified'}  | ${'members'}     | ${[]}            | ${[]}           | ${null} | ${['需要“优秀”以上等次']}
    ${'member'}              | ${'promotion'}              | ${'qualified'}  | ${'members'}     | ${[]}            | ${[]}           | ${null} | ${[]}
    ${'member'}              | ${'promotion'}              | ${'excellent'}  | ${'members'}     | ${['promotion']} | ${[]}           | ${null} | ${['方案中的否决或限制项不允许']}
    ${'member'}              | ${'promotion'}              | ${'qualified'}  | ${'members'}     | ${[]}            | ${['business']} | ${50}   | ${[BELOW_HALF]}
    ${'member'}              | ${'promotion'}              | ${'basic'}      | ${'members'}     | ${[]}            | ${['party']}    | ${null} | ${['需要“合格”以上等次', '党建承诺完成率低于60%，原则上不列入']}
    ${'branchSecretary'}     | ${'outstandingPartyWorker'} | ${'fairlyGood'} | ${'secretaries'} | ${[]}            | ${[]}           | ${null} | ${['需要“好”以上等次']}
    ${'branchSecretary'}     | ${'redFlagBranch'}          | ${'fairlyGood'} | ${'secretaries'} | ${[]}            | ${[]}           | ${null} | ${[]}
    ${'partyGroupSecretary'} | ${'fiveStar'}               | ${'four'}       | ${'stars'}       | ${[]}            | ${[]}           | ${null} | ${[]}
  `('$level graded $grade, $use: $why', ({ level, use, ladder, sets, why, ...filed }) => {
    const inForce = useOfResults.at(DAY)
    const outcome = inForce.compute({
      ...filed,
      level,
      ladder: LADDERS[ladder as keyof typeof LADDERS],
      lowFulfilment: sets,
    })
    const found = outcome.kind === 'value' ? outcome.value.find(each => each.use.id === use) : null
    expect(found?.why.map(each => each.zh)).toEqual(why)
    expect(found?.eligible).toBe(why.length === 0)
    expect(inForce.cite.confidence).toBe('local')
  })

  test('every level opens something', () => {
    for (const level of LEVELS) expect(useOfResults.at(DAY).params.uses[level].length).toBeGreaterThan(1)
  })

  test.each`
    fulfilment  | percent | low
    ${'0.5999'} | ${60}   | ${true}
    ${'0.6'}    | ${60}   | ${false}
    ${'0.57'}   | ${57}   | ${false}
    ${null}     | ${60}   | ${false}
  `('$fulfilment of the pledges, bound $percent%: low is $low', ({ fulfilment, percent, low }) =>
    expect(isLow(fulfilment, percent)).toBe(low),
  )
})

describe('R4.10 what a filed result opens', () => {
  const ladder = ['good', 'fairlyGood', 'average', 'poor'].map(id => ({ id, title: { zh: id, en: id } }))
  test.each`
    grade           | barred          | low             | open
    ${'good'}       | ${[]}           | ${[]}           | ${['outstandingPartyWorker', 'advancedOrganization', 'fiveStar', 'promotion']}
    ${'fairlyGood'} | ${[]}           | ${[]}           | ${['advancedOrganization', 'promotion']}
    ${'good'}       | ${['fiveStar']} | ${[]}           | ${['outstandingPartyWorker', 'advancedOrganization', 'promotion']}
    ${'good'}       | ${[]}           | ${['business']} | ${[]}
    ${'good'}       | ${[]}           | ${['party']}    | ${[]}
    ${'average'}    | ${[]}           | ${[]}           | ${[]}
  `('$grade, barred from $barred, low in $low: $open', ({ grade, barred, low, open }) => {
    const level = 'organCommitteeSecretary'
    const outcome = useOfResults.at(DAY).compute({ level, grade, barred, low, ladder, lowFulfilment: null })
    const uses = outcome.kind === 'value' ? outcome.value : []
    expect(uses.filter(each => each.eligible).map(each => each.use.id)).toEqual(open)
    expect(uses.every(each => each.eligible === (each.why.length === 0))).toBe(true)
  })
})
