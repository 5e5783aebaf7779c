import { cite, defineRule, value } from '../../rule.ts'
import { advice, ORGAN_REGULATIONS, type Verdict } from '../verdict.ts'

export interface FullTimeDeputyInput {
  members: number
  subordinateUnits: number
  hasFullTimeDeputy: boolean
}

/**
 * 专职副书记: due where members and subordinate units are many. The regulations name no number, so both bounds are the
 * authority's own and the verdict says so; it is advice and never more.
 */
export const fullTimeDeputy = defineRule({
  id: 'organization.full-time-deputy',
  title: { zh: '机关党委专职副书记的配备', en: 'Full-time deputy secretary of an organ committee' },
  unit: 'verdicts',
  versions: [
    {
      from: '2019-11-29',
      until: null,
      checkedOn: '2026-09-30',
      cite: cite(ORGAN_REGULATIONS, '第八条', 'V'),
      params: { members: 200, subordinateUnits: 5 },
    },
  ],
  compute({ members, subordinateUnits, hasFullTimeDeputy }: FullTimeDeputyInput, p, source) {
    const verdicts: Verdict[] = []
    if (!hasFullTimeDeputy && members >= p.members && subordinateUnits >= p.subordinateUnits) {
      verdicts.push(
        advice(
          source,
          `党员${members}名、下属单位${subordinateUnits}个，应配备专职副书记（条例没有定数，本地按党员${p.members}名、下属单位${p.subordinateUnits}个以上掌握）`,
          `${members} members and ${subordinateUnits} subordinate units call for a full-time deputy secretary (the regulations name no number; here from ${p.members} members and ${p.subordinateUnits} units)`,
        ),
      )
    }
    return value(verdicts)
  },
})
