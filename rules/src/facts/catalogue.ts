import { isFormalism } from '@jiannuo/engine/checks/formalism.ts'
import type { Citation } from '../rule.ts'
import type { SchemeTemplate, TemplateFact } from '../schemes/template/template.ts'
import { SCHEME_TEMPLATES } from '../schemes/templates.ts'
import { FACT_SUBJECTS, type Fact, type FactSubject, isWhole, largest, smallest } from './fact.ts'
import { FURTHER_FACTS } from './outside.ts'
import { COMMON_FACTS, fact } from './shipped.ts'

const ABOUT: Record<string, readonly FactSubject[]> = { member: ['member', 'secretary'] }
const isSubject = (subject: string): subject is FactSubject => FACT_SUBJECTS.some(each => each === subject)

const ofTemplate = (template: SchemeTemplate, { id, title, period, ...own }: TemplateFact): Fact => {
  const source: Citation | undefined = template.sources[0]
  const about = ABOUT[template.subject] ?? (isSubject(template.subject) ? [template.subject] : ['branch', 'organ'])
  return fact(id, title.zh, title.en, {
    ...{ ...own, about, source: 'import', periods: [period] },
    ...(source && { cite: { document: source.document, article: source.article, confidence: source.confidence } }),
  })
}

/** One entry an id: the common and further facts first, then those only a template reads, about everything its templates are about. */
function collect(): readonly Fact[] {
  const found = new Map([...COMMON_FACTS, ...FURTHER_FACTS].map(each => [each.id, each]))
  const shared = new Set(found.keys())
  for (const template of SCHEME_TEMPLATES)
    for (const each of template.facts) {
      if (shared.has(each.id)) continue
      const one = ofTemplate(template, each)
      const before = found.get(each.id)
      found.set(
        each.id,
        before
          ? {
              ...before,
              about: [...new Set([...before.about, ...one.about])],
              periods: [...new Set([...before.periods, ...one.periods])],
            }
          : one,
      )
    }
  return [...found.values()]
}

/** Every fact the product ships, each id once. */
export const FACT_CATALOGUE: readonly Fact[] = collect()

const BY_ID = new Map(FACT_CATALOGUE.map(each => [each.id, each]))

/** The shipped fact of that id; undefined for one an authority added itself or that nobody knows. */
export const factById = (id: string): Fact | undefined => BY_ID.get(id)

/** Whether a fact may be no ground of appraisal, by its kind or by what it is called (整治形式主义为基层减负若干规定, 2024; 国办函〔2026〕12号). */
export const isBarred = (each: Pick<Fact, 'id' | 'title'> & { kind?: Fact['kind'] }): boolean =>
  each.kind === 'activity' || [each.id, each.title.zh, each.title.en].some(isFormalism)

/** Why a value cannot be of this fact, as the range that is accepted; null when it can. */
export function rangeFault(
  of: Pick<Fact, 'unit' | 'max' | 'labels'>,
  value: number,
): { zh: string; en: string } | null {
  const least = smallest(of.unit)
  const most = largest(of)
  const whole = isWhole(of.unit)
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return null
  return {
    zh: `${least}至${most}之间的${whole ? '整数' : '数字'}`,
    en: `${whole ? 'a whole number' : 'a number'} from ${least} to ${most}`,
  }
}
