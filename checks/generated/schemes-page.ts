import {
  FAMILIES,
  FAMILY_TITLES,
  type SchemeSource,
  type SchemeTemplate,
} from '../../rules/src/schemes/template/template.ts'
import { SCHEME_TEMPLATES } from '../../rules/src/schemes/templates.ts'

const HEAD = `# Scheme templates

Ready schemes that an authority adopts and adapts. This page is written from \`rules/src/schemes/templates.ts\` by \`npm run generate\`.

**Confidence**: V read in the regulation; V2 read in a secondary page; U known but not found in a page; S a city's own account of its practice; local a default of this product, for points that no source prints.
**Left out**: what a source does not print or the format cannot express; nothing is invented in its place. Records uploaded to a platform are never scored (整治形式主义为基层减负若干规定, 2024; 国办函〔2026〕12号).
**May be public**: of the scored subjects, by default; of the units they roll up to where named. Persons: nothing, and no order of persons anywhere. Stars, grades and lights of units may be shown; totals only where it says so.
`

const cell = (text: string) => text.replaceAll('|', '\\|')
const sourceLine = ({ document, article, confidence, readIn }: SchemeSource) =>
  `${document}，${article} — **${confidence}**, ${readIn.en}`
const publicLine = ({ publicScores, publicUnits = {} }: SchemeTemplate) =>
  [publicScores, ...Object.entries(publicUnits).map(([scope, scores]) => `${scope}: ${scores}`)].join('<br>')

const row = (each: SchemeTemplate) =>
  `| ${[
    `\`${each.id}\``,
    `${each.title.zh}<br>${each.title.en}`,
    each.subject,
    each.sources.map(sourceLine).join('<br>'),
    each.leftOut.map(left => `${left.zh} / ${left.en}`).join('<br>'),
    publicLine(each),
  ]
    .map(cell)
    .join(' | ')} |`

/** The page of all templates, a table for each family. */
export function produceSchemesPage(): Promise<string> {
  const sections = FAMILIES.flatMap(family => {
    const rows = SCHEME_TEMPLATES.filter(each => each.family === family).map(row)
    const { zh, en } = FAMILY_TITLES[family]
    if (rows.length === 0) return []
    return [
      `## ${zh} · ${en}\n\n| id | title | subject | source, confidence, where read | left out | may be public |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`,
    ]
  })
  return Promise.resolve([HEAD, ...sections].join('\n'))
}
