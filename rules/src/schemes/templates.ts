import { DOUBLE_DUTY_TEMPLATES } from './mechanisms/double-duty.ts'
import { ORGAN_TYPE_TEMPLATES } from './mechanisms/organ-types.ts'
import { starBranches } from './mechanisms/star-branches.ts'
import { suggestedBranch, suggestedMember } from './mechanisms/suggested.ts'
import { unitPoints } from './mechanisms/unit-points.ts'
import { CLASSIFICATION_TEMPLATES } from './published/branches/classification.ts'
import { INDEX_TEMPLATES } from './published/branches/indices.ts'
import { STAR_TEMPLATES } from './published/branches/stars.ts'
import { MEMBER_POINTS_TEMPLATES } from './published/members/member-points.ts'
import { REGISTRATION_TEMPLATES } from './published/members/registration.ts'
import { ENTERPRISE_TEMPLATES } from './published/organs/enterprises.ts'
import { ORGAN_POINTS_TEMPLATES } from './published/organs/organ-points.ts'
import { REPORT_APPRAISAL_TEMPLATES } from './published/organs/report-appraisal.ts'
import { SCORE_CARD_TEMPLATES } from './published/organs/score-cards.ts'
import type { SchemeTemplate } from './template/template.ts'

/** Every ready scheme: mechanisms of the source documents first, then published schemes by kind. */
export const SCHEME_TEMPLATES: readonly SchemeTemplate[] = [
  ...DOUBLE_DUTY_TEMPLATES,
  ...ORGAN_TYPE_TEMPLATES,
  starBranches,
  unitPoints,
  suggestedMember,
  suggestedBranch,
  ...STAR_TEMPLATES,
  ...CLASSIFICATION_TEMPLATES,
  ...INDEX_TEMPLATES,
  ...MEMBER_POINTS_TEMPLATES,
  ...ORGAN_POINTS_TEMPLATES,
  ...SCORE_CARD_TEMPLATES,
  ...REPORT_APPRAISAL_TEMPLATES,
  ...REGISTRATION_TEMPLATES,
  ...ENTERPRISE_TEMPLATES,
]
