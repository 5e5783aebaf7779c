import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { type LeadershipInput, leadership, type Relation } from './leadership.ts'

const on = (day: string, relations: Relation[], subject: LeadershipInput['subject'] = 'organ') => {
  const outcome = leadership.at(day).compute({ subject, relations })
  if (outcome.kind === 'missing') throw new Error(outcome.needs.join())
  return outcome.value
}
const led: Relation = { by: 'workCommittee', kind: 'leads' }
const guided: Relation = { by: 'leadingPartyGroup', kind: 'guides' }
const concretely: Relation = { by: 'leadingPartyGroup', kind: 'leadsConcretely' }

describe(`R3.1 ${leadership.id}`, () => {
  test.each<[string, Relation[], string[]]>([
    ['2019-11-28', [led, guided], []],
    ['2019-11-28', [led, concretely], ['obstacle']],
    ['2019-11-29', [led, concretely], []],
    ['2019-11-29', [led, guided], ['obstacle']],
    ['2019-11-29', [led], ['advice']],
    ['2019-11-29', [concretely], ['advice']],
    ['2019-11-29', [], ['advice', 'advice']],
    ['2019-11-29', [led, concretely, guided], ['obstacle']],
    ['2019-11-29', [led, concretely, { by: 'districtCommittee', kind: 'leads' }], ['obstacle']],
  ])('on %s %j: %j', (day, relations, severities) => {
    expect(on(day, relations).verdicts.map(v => v.severity)).toEqual(severities)
  })
  test('the explanation says which model applies and from when', () => {
    expect(on('2019-11-28', []).explanation.zh).toMatch('党组（党委）指导')
    expect(on('2019-11-29', []).explanation.zh).toMatch('具体领导')
    expect(leadership.at('2019-11-28').cite.article).toBe('第四条')
    expect(leadership.at('2019-11-29').cite.article).toBe('第二条、第三十三条')
    expect(() => leadership.at('2010-06-03')).toThrow(NotInForce)
  })
  test('a district work committee is guided, not led, by the city’s', () => {
    const right: Relation[] = [
      { by: 'districtCommittee', kind: 'leads' },
      { by: 'workCommittee', kind: 'guides' },
    ]
    expect(on('2026-01-01', right, 'districtWorkCommittee').verdicts).toEqual([])
    const [verdict] = on('2026-01-01', [led], 'districtWorkCommittee').verdicts.filter(v => v.severity === 'obstacle')
    expect(verdict?.cite.confidence).toBe('S')
  })
})
