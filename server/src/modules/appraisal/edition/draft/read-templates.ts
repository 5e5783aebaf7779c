import type { FactOfScheme, SchemeTemplateHead } from '@jiannuo/contract/appraisal/scheme-template.ts'
import { FACT_CATALOGUE, isBarred } from '@jiannuo/rules/facts/catalogue.ts'
import type { SchemeTemplate } from '@jiannuo/rules/schemes/template/template.ts'
import { FAMILY_TITLES } from '@jiannuo/rules/schemes/template/template.ts'
import { SCHEME_TEMPLATES } from '@jiannuo/rules/schemes/templates.ts'
import { fail } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { writeSchemeText } from '../../../documents/index.ts'
import { draftsSchemes } from '../policy.ts'

const yearOf = ({ today }: Change) => Number(today.slice(0, 4))

function headOf(template: SchemeTemplate, year: number): SchemeTemplateHead {
  const { groups } = template.forYear(year)
  return {
    id: template.id,
    title: template.title,
    subject: template.subject,
    family: FAMILY_TITLES[template.family],
    sources: template.sources.map(each => ({
      title: each.document,
      article: each.article,
      confidence: each.confidence,
      readIn: each.readIn,
    })),
    note: template.note,
    leftOut: [...template.leftOut],
    indicators: groups.reduce((sum, group) => sum + group.indicators.length, 0),
    points: groups.reduce((sum, group) => sum + group.max, 0),
  }
}

export function listTemplates(change: Change) {
  const year = yearOf(change)
  return { year, mayDraft: draftsSchemes(change.actor), templates: SCHEME_TEMPLATES.map(each => headOf(each, year)) }
}

export function showTemplate(change: Change, id: string) {
  const template = SCHEME_TEMPLATES.find(each => each.id === id)
  if (!template) fail('NOT_FOUND')
  const year = yearOf(change)
  const document = template.forYear(year)
  return {
    ...headOf(template, year),
    year,
    mayDraft: draftsSchemes(change.actor),
    document: JSON.parse(JSON.stringify(document)),
    text: writeSchemeText(document),
  }
}

/** What a scheme may read: never a measure of activity in an app. */
export const listFacts = (): { facts: FactOfScheme[] } => ({
  facts: FACT_CATALOGUE.filter(each => !isBarred(each)).map(({ id, title, unit, direction, periods }) => ({
    id,
    title,
    unit,
    direction,
    periods: [...periods],
  })),
})
