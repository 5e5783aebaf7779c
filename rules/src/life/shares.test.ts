import { NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import {
  admissionMajority,
  admissionQuorum,
  assemblyMajority,
  assemblyQuorum,
  committeeQuorum,
  electionMajority,
  electionQuorum,
} from './shares.ts'

const RULES = {
  assemblyQuorum,
  admissionQuorum,
  electionQuorum,
  committeeQuorum,
  assemblyMajority,
  admissionMajority,
  electionMajority,
}

describe('present or in favour, of a base', () => {
  test.each`
    rule                   | on              | count | base  | reached  | needed | article
    ${'assemblyQuorum'}    | ${'2026-11-28'} | ${5}  | ${10} | ${true}  | ${5}   | ${'第十一条'}
    ${'assemblyQuorum'}    | ${'2026-11-28'} | ${4}  | ${10} | ${false} | ${5}   | ${'第十一条'}
    ${'assemblyQuorum'}    | ${'2018-10-28'} | ${4}  | ${7}  | ${true}  | ${4}   | ${'第十一条'}
    ${'committeeQuorum'}   | ${'2026-11-28'} | ${1}  | ${3}  | ${false} | ${2}   | ${'第十二条'}
    ${'committeeQuorum'}   | ${'2026-11-28'} | ${2}  | ${3}  | ${true}  | ${2}   | ${'第十二条'}
    ${'admissionQuorum'}   | ${'2026-05-11'} | ${5}  | ${10} | ${false} | ${6}   | ${'第十九条'}
    ${'admissionQuorum'}   | ${'2026-05-10'} | ${6}  | ${10} | ${true}  | ${6}   | ${'第十九条'}
    ${'electionQuorum'}    | ${'2026-11-28'} | ${8}  | ${10} | ${true}  | ${8}   | ${'到会人数'}
    ${'electionQuorum'}    | ${'2020-07-13'} | ${7}  | ${9}  | ${false} | ${8}   | ${'到会人数'}
    ${'electionQuorum'}    | ${'2020-07-12'} | ${8}  | ${10} | ${false} | ${9}   | ${'到会人数'}
    ${'assemblyMajority'}  | ${'2026-11-28'} | ${5}  | ${10} | ${false} | ${6}   | ${'第十一条'}
    ${'assemblyMajority'}  | ${'2026-11-28'} | ${6}  | ${11} | ${true}  | ${6}   | ${'第十一条'}
    ${'admissionMajority'} | ${'2026-11-28'} | ${6}  | ${10} | ${true}  | ${6}   | ${'第二十条'}
    ${'electionMajority'}  | ${'2026-11-28'} | ${4}  | ${8}  | ${false} | ${5}   | ${'当选票数'}
    ${'electionMajority'}  | ${'2026-11-28'} | ${5}  | ${8}  | ${true}  | ${5}   | ${'当选票数'}
    ${'assemblyQuorum'}    | ${'2026-11-28'} | ${0}  | ${0}  | ${false} | ${1}   | ${'第十一条'}
  `(
    '$rule on $on: $count of $base',
    ({
      rule,
      on,
      count,
      base,
      reached,
      needed,
      article,
    }: {
      rule: keyof typeof RULES
      on: string
      count: number
      base: number
      reached: boolean
      needed: number
      article: string
    }) => {
      const inForce = RULES[rule].at(on)
      expect(inForce.compute({ count, base })).toEqual({ kind: 'value', value: { reached, needed } })
      expect(inForce.cite.article).toBe(article)
    },
  )
  test('the three majorities differ on the same assembly: 10 due, 8 present, 5 in favour', () => {
    const at = (rule: typeof assemblyMajority, base: number) => rule.at('2026-11-28').compute({ count: 5, base })
    expect(at(assemblyMajority, 10)).toMatchObject({ value: { reached: false, needed: 6 } })
    expect(at(electionMajority, 8)).toMatchObject({ value: { reached: true, needed: 5 } })
    expect(at(committeeQuorum, 10)).toMatchObject({ value: { reached: true, needed: 5 } })
  })
  test('no day before the first text', () => {
    expect(() => assemblyQuorum.at('2018-10-27')).toThrow(NotInForce)
  })
})
