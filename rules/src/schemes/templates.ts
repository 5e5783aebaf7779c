import { DOUBLE_DUTY_TEMPLATES } from './mechanisms/double-duty.ts'
import { CLASSIFICATION_TEMPLATES } from './published/classification.ts'
import { INDEX_TEMPLATES } from './published/indices.ts'
import { STAR_TEMPLATES } from './published/stars.ts'
import type { SchemeTemplate } from './template/template.ts'

/** Every ready scheme: mechanisms of the source documents first, then published schemes by kind. */
export const SCHEME_TEMPLATES: readonly SchemeTemplate[] = [
  ...DOUBLE_DUTY_TEMPLATES,
  ...STAR_TEMPLATES,
  ...CLASSIFICATION_TEMPLATES,
  ...INDEX_TEMPLATES,
]
