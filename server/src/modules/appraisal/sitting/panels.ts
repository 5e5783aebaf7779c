import type { PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import { POOL_TITLES } from '@jiannuo/rules/appraisal/panels.ts'
import { unitPanels } from '@jiannuo/rules/appraisal/unit-panels.ts'
import { panelOf, scaleOf } from '../scheme/ship-scheme.ts'
import type { SchemeRow } from '../scheme/sql.ts'

/** The panels of a scheme: those published with it, or for units those that its sources ask for. */
export function panelsOf({ subject, document, panels }: Pick<SchemeRow, 'subject' | 'document' | 'panels'>) {
  if (subject !== 'branch' && subject !== 'organ') return panels
  return unitPanels(document, subject, `${document.year}-12-31`).map(
    ({ source, who, modes, cite, ...panel }): PanelOfScheme => ({
      ...{ ...panel, id: source, source, modes: [...modes], who: who.map(id => ({ id, title: POOL_TITLES[id] })) },
      cite: { title: cite.document, article: cite.article },
    }),
  )
}

/** A score as everybody writes it alike: no needless zeros, at most two decimals, 0 to the full score. */
const SCORE = /^(0|[1-9]\d*)(\.\d?[1-9])?$/
export const isScore = (text: string, outOf: number): boolean => SCORE.test(text) && Number(text) <= outOf

/** How a rating of a source is given: by one of these labels, the best first, else as a number from 0 to `outOf`. */
export function measureOf({ document }: Pick<SchemeRow, 'document'>, source: string) {
  const grades = scaleOf(document, source)
  return { grades, outOf: grades.length > 0 ? null : (panelOf(document, source)?.outOf ?? 1) }
}
