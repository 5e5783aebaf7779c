import type { Adjustment, Gate, Grade, Group, Indicator, Scheme, Star } from '@jiannuo/engine/format.ts'
import type { Bilingual } from '../../rule.ts'
import { SCHEME_FACTS, type SchemeFact } from '../facts.ts'
import type { SchemeTemplate, TemplateFact } from './template.ts'

type FactSpec = [unit: SchemeFact['unit'], direction: TemplateFact['direction'], zh: string, en: string, max?: number]

/** A list of facts, written as rows; all of one period, a year unless given. */
export const facts = (rows: Record<string, FactSpec>, period: TemplateFact['period'] = 'year'): TemplateFact[] =>
  Object.entries(rows).map(([id, [unit, direction, zh, en, max]]) => ({
    id,
    title: { zh, en },
    unit,
    direction,
    period,
    ...(max === undefined ? {} : { max }),
  }))

/** Facts of the common catalogue, by id. Fails at load for an id the catalogue does not hold. */
export const known = (...ids: string[]): TemplateFact[] =>
  ids.map(id => {
    const found = SCHEME_FACTS.find(each => each.id === id)
    if (!found) throw new RangeError(`no fact "${id}" in the catalogue`)
    const { title, unit, direction } = found
    return { id, title, unit, direction, period: 'year' }
  })

type Heading = 'scheme' | 'version' | 'title' | 'subject' | 'year'
/** A scheme without its heading; titles and grounds that are left out come from the facts and from the template. */
export type Body = Omit<Scheme, Heading>

export interface TemplateSpec extends Omit<SchemeTemplate, 'forYear'> {
  body: Body
}

/** Gives every part the title of its fact and the ground of the template where it names none itself. */
function complete({ id, facts: known, body }: TemplateSpec): Body {
  const titleOf = (fact: string | undefined): { title?: Bilingual } => {
    const title = known.find(each => each.id === fact)?.title
    return title ? { title } : {}
  }
  const indicator = (each: Indicator): Indicator => ({ cite: id, ...titleOf(each.fact), ...each })
  const group = (each: Group): Group => ({ cite: id, ...each, indicators: each.indicators.map(indicator) })
  const adjustment = (each: Adjustment): Adjustment => ({ cite: id, ...titleOf(each.fact), ...each })
  const gate = (each: Gate): Gate => ({
    cite: id,
    ...titleOf('fact' in each.when ? each.when.fact : undefined),
    ...each,
  })
  const rung = <R extends Grade | Star>(each: R): R => ({ cite: id, ...each })
  const { groups, adjustments, grades, stars, vetoes, gates } = body
  return {
    ...body,
    groups: groups.map(group),
    ...(adjustments && { adjustments: adjustments.map(adjustment) }),
    ...(grades && { grades: grades.map(rung) }),
    ...(stars && { stars: stars.map(rung) }),
    ...(vetoes && { vetoes: vetoes.map(gate) }),
    ...(gates && { gates: gates.map(gate) }),
  }
}

/** A template whose scheme is the same for every year. */
export function template(spec: TemplateSpec): SchemeTemplate {
  const { body: _body, ...head } = spec
  const { id, title, subject } = head
  return { ...head, forYear: year => ({ scheme: id, version: 1, title, subject, year, ...complete(spec) }) }
}
