import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { LEVELS, POOL_TITLES, panelSources, panelsAt } from './panels.ts'

const DAY = '2026-12-31'

describe('shipped panels', () => {
  test.each`
    level                        | source            | who                                                                      | mode       | minimum | article
    ${'member'}                  | ${'self'}         | ${['self']}                                                              | ${'app'}   | ${1}    | ${'第十八条'}
    ${'member'}                  | ${'peer'}         | ${['branchMembersExceptSubject']}                                        | ${'paper'} | ${5}    | ${'第十八条'}
    ${'member'}                  | ${'democratic'}   | ${['branchMembers', 'massRepresentatives']}                              | ${'paper'} | ${5}    | ${'第十八条'}
    ${'member'}                  | ${'organisation'} | ${['branchCommittee']}                                                   | ${'app'}   | ${1}    | ${'第十八条'}
    ${'branchSecretary'}         | ${'self'}         | ${['self']}                                                              | ${'app'}   | ${1}    | ${'第三十九条'}
    ${'branchSecretary'}         | ${'peer'}         | ${['branchSecretariesOfOrganExceptSubject']}                             | ${'paper'} | ${5}    | ${'评定办法'}
    ${'branchSecretary'}         | ${'democratic'}   | ${['memberRepresentatives', 'massRepresentatives']}                      | ${'paper'} | ${5}    | ${'评定办法'}
    ${'branchSecretary'}         | ${'organisation'} | ${['organCommittee']}                                                    | ${'app'}   | ${1}    | ${'第三十九条'}
    ${'organCommitteeSecretary'} | ${'self'}         | ${['self']}                                                              | ${'app'}   | ${1}    | ${'第三十九条'}
    ${'organCommitteeSecretary'} | ${'democratic'}   | ${['partyGroupMembers', 'branchSecretariesOfOrgan', 'outsideDelegates']} | ${'paper'} | ${5}    | ${'评定办法'}
    ${'organCommitteeSecretary'} | ${'organisation'} | ${['workCommittee']}                                                     | ${'app'}   | ${1}    | ${'第三十九条'}
    ${'partyGroupSecretary'}     | ${'self'}         | ${['self']}                                                              | ${'app'}   | ${1}    | ${'评定办法'}
    ${'partyGroupSecretary'}     | ${'organisation'} | ${['cityCommittee']}                                                     | ${'app'}   | ${1}    | ${'评定办法'}
  `('R0.8 $level, $source: $who by $mode, at least $minimum', ({ level, source, who, mode, minimum, article }) => {
    const found = panelsAt(DAY).levels[level as (typeof LEVELS)[number]].find(each => each.source === source)
    expect(found).toMatchObject({ who, minimum, modes: expect.arrayContaining([mode]), cite: { article } })
    expect(found?.modes[0]).toBe(mode)
  })

  test('only the city committee may be entered as a decision with its document', () => {
    const all = Object.values(panelsAt(DAY).levels).flat()
    expect(all.filter(each => each.modes.includes('imported')).map(each => each.id)).toEqual([
      'party-group-secretary-organisation',
    ])
  })
  test('slips are on paper only, and have a quorum', () => {
    for (const each of Object.values(panelsAt(DAY).levels).flat())
      if (each.source === 'peer' || each.source === 'democratic')
        expect(each).toMatchObject({ modes: ['paper'], quorum: '1/2' })
  })
  test('ids are unique, every pool has a title, figures are said to be local', () => {
    const all = Object.values(panelsAt(DAY).levels).flat()
    expect(new Set(all.map(each => each.id)).size).toBe(all.length)
    for (const pool of all.flatMap(each => each.who)) expect(POOL_TITLES[pool].zh).not.toBe('')
    expect(panelsAt(DAY).figures.confidence).toBe('local')
  })
  test.each(LEVELS)('%s: each source once', level => {
    const sources = panelSources(level, DAY).map(each => each.source)
    expect(new Set(sources).size).toBe(sources.length)
  })
  test('a day before the first version is refused', () => {
    expect(panelsAt('2020-01-01').from).toBe('2020-01-01')
    expect(() => panelsAt('2019-12-31')).toThrow(NotInForce)
  })
})
