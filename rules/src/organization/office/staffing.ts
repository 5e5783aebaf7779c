import { cite, defineRule, value } from '../../rule.ts'
import { advice, ORGAN_REGULATIONS, obstacle, type Verdict } from '../verdict.ts'

export interface StaffingInput {
  /** Everyone employed by the organ, member or not. */
  organStaff: number
  fullTimePartyStaff: number
  /** Somebody is named for Party work, full time or not. */
  designatedPerson: boolean
}

/**
 * 专职党务工作人员: generally 1%–2% of the organ's staff, compared exactly, never rounded to heads.
 *
 * Where one per cent is less than one person the organ counts as small (own reading of 「机构设置较小、人员较少」): one
 * designated person is then enough.
 */
export const staffing = defineRule({
  id: 'organization.staffing',
  title: { zh: '专职党务工作人员的配备', en: 'Full-time Party staff of an organ' },
  unit: 'verdicts',
  versions: [
    {
      from: '2019-11-29',
      until: null,
      checkedOn: '2026-09-30',
      cite: cite(ORGAN_REGULATIONS, '第三十条', 'V'),
      params: { leastPercent: 1, mostPercent: 2 },
    },
  ],
  compute({ organStaff, fullTimePartyStaff, designatedPerson }: StaffingInput, p, source) {
    const verdicts: Verdict[] = []
    const small = organStaff * p.leastPercent < 100
    if (fullTimePartyStaff === 0 && !designatedPerson && organStaff > 0) {
      verdicts.push(
        obstacle(
          source,
          '还没有人负责党务工作，至少指定1人',
          'Nobody is named for Party work; at least one person is due',
        ),
      )
    }
    if (!small && fullTimePartyStaff * 100 < organStaff * p.leastPercent) {
      const least = Math.ceil((organStaff * p.leastPercent) / 100)
      verdicts.push(
        advice(
          source,
          `机关${organStaff}人，专职党务工作人员一般占${p.leastPercent}%—${p.mostPercent}%，现有${fullTimePartyStaff}人，至少${least}人`,
          `${organStaff} staff: full-time Party staff are generally ${p.leastPercent}%–${p.mostPercent}%; there are ${fullTimePartyStaff}, at least ${least} are due`,
        ),
      )
    }
    if (fullTimePartyStaff > 1 && fullTimePartyStaff * 100 > organStaff * p.mostPercent) {
      verdicts.push(
        advice(
          source,
          `机关${organStaff}人，专职党务工作人员现有${fullTimePartyStaff}人，超过${p.mostPercent}%`,
          `${organStaff} staff and ${fullTimePartyStaff} full-time Party staff, more than ${p.mostPercent}%`,
        ),
      )
    }
    return value(verdicts)
  },
})
