import { cite } from '../rule.ts'
import type { Fact } from './fact.ts'
import { fact } from './shipped.ts'

/** What the source documents of the city ask for (R4.5, R4.7): no figure of a regulation stands behind it. */
const CITY = cite('青澜市机关党建责任考评需求', 'R4.5、R4.7', 'local')

/** Facts no shipped scheme reads, for schemes of an authority's own: business results, the mutual coefficient, the monthly rhythm, the ledger of pledges. */
export const FURTHER_FACTS: readonly Fact[] = [
  fact('businessScore', '业务工作考核得分', 'Business appraisal', {
    ...{
      unit: 'points',
      direction: 'up',
      about: ['member', 'secretary', 'section', 'branch', 'organ'],
      source: 'import',
    },
    ...{ max: 120, cite: CITY },
  }),
  fact('businessRank', '业务工作考核名次', 'Rank in the business appraisal', {
    ...{ unit: 'rank', direction: 'down', about: ['section', 'branch', 'organ'], source: 'import', cite: CITY },
  }),
  fact('partyFulfilment', '党建事项完成率', 'Fulfilment of Party items', {
    ...{ unit: 'share', direction: 'up', about: ['member', 'secretary'], source: 'pledge', reading: 'derived' },
    periods: ['year'],
  }),
  fact('businessFulfilment', '业务事项完成率', 'Fulfilment of business items', {
    ...{ unit: 'share', direction: 'up', about: ['member', 'secretary'], source: 'pledge', reading: 'derived' },
    periods: ['year'],
  }),
  fact('jointBuilding', '联建共建成果', 'Results of joint building', {
    ...{ unit: 'count', direction: 'up', about: ['branch', 'organ'], source: 'import', cite: CITY },
  }),
  fact('frontlineDeeds', '下沉一线办实事件数', 'Practical deeds done at the front line', {
    ...{
      unit: 'count',
      direction: 'up',
      about: ['member', 'secretary', 'branch', 'organ'],
      source: 'import',
      cite: CITY,
    },
  }),
  fact('politicalTest', '政治素质能力测试成绩', 'Political quality and ability test', {
    ...{ unit: 'points', direction: 'up', about: ['member', 'secretary'], source: 'import', cite: CITY },
  }),
  fact('innovationResults', '党建引领创新成果', 'Innovations led by Party work', {
    ...{ unit: 'count', direction: 'up', about: ['branch', 'organ'], source: 'import', cite: CITY },
  }),
  fact('tasksDue', '督办事项应办结数', 'Supervised tasks due', {
    ...{ unit: 'count', direction: 'none', about: ['section', 'branch', 'organ'], source: 'supervision', cite: CITY },
  }),
  fact('tasksOnTime', '督办事项按时办结数', 'Supervised tasks finished on time', {
    ...{ unit: 'count', direction: 'up', about: ['section', 'branch', 'organ'], source: 'supervision', cite: CITY },
  }),
  fact('starLevel', '审定星级', 'Stars awarded', {
    ...{ unit: 'count', direction: 'up', about: ['branch', 'organ'], source: 'appraisal', reading: 'last' },
    cite: CITY,
  }),
  fact('filedGrade', '审定等次（最好的为1）', 'Grade filed, 1 the best', {
    ...{ unit: 'rank', direction: 'down', about: ['branch', 'organ'], source: 'appraisal', cite: CITY },
  }),
  fact('pledge.inForce', '承诺生效', 'Pledges in force', {
    ...{ unit: 'mark', direction: 'none', about: ['member', 'secretary'], source: 'pledge' },
  }),
  fact('pledge.itemDone', '承诺事项完成', 'Pledge items done', {
    ...{ unit: 'count', direction: 'up', about: ['member', 'secretary'], source: 'pledge' },
  }),
  fact('pledge.fulfilled', '承诺全部完成', 'Pledges fulfilled', {
    ...{ unit: 'count', direction: 'up', about: ['member', 'secretary'], source: 'pledge' },
  }),
]
