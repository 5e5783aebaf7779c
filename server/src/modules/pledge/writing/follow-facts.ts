import type { WrittenItem } from '@jiannuo/contract/pledge/pledge.ts'
import { type FollowableFact, factsToFollow } from '@jiannuo/rules/pledge/follow.ts'
import { type FieldError, failFields } from '../../../platform/http/fail.ts'
import { ruleLevel } from '../duty/catalogue.ts'
import type { PledgeRow } from '../pledge/sql.ts'

type Whose = Pick<PledgeRow, 'level' | 'year'>

export const followable = ({ level, year }: Whose): FollowableFact[] => factsToFollow(ruleLevel(level), year)

/** Fails INVALID_INPUT for a fact that is not on the list of the pledge, a period it is not recorded for, or a unit other than its own. */
export function checkFollowed(pledge: Whose, items: readonly WrittenItem[]): void {
  const facts = followable(pledge)
  const faults = items.flatMap(({ fact, unit }, i): FieldError[] => {
    if (!fact) return []
    const found = facts.find(each => each.id === fact.id && each.of === fact.of)
    if (!found)
      return [
        {
          pointer: `/items/${i}/fact/id`,
          zh: '这项数据不能用来自动更新，请从列表中选择',
          en: 'An item cannot move with this fact; choose one of the list',
        },
      ]
    const periods = found.periods.join('、')
    return [
      ...(found.periods.includes(fact.period)
        ? []
        : [
            {
              pointer: `/items/${i}/fact/period`,
              zh: `时段应为${periods}之一`,
              en: `The period must be one of ${found.periods.join(', ')}`,
            },
          ]),
      ...(found.unit === null || found.unit === unit
        ? []
        : [
            {
              pointer: `/items/${i}/unit`,
              zh: `这项数据的单位是${found.unit}`,
              en: `This fact is counted in ${found.unit}`,
            },
          ]),
    ]
  })
  if (faults.length > 0) failFields(faults)
}
