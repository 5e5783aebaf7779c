import { SCHEME_FACTS } from '@jiannuo/rules/schemes/facts.ts'
import type { TemplateFact } from '@jiannuo/rules/schemes/template/template.ts'
import { SCHEME_TEMPLATES } from '@jiannuo/rules/schemes/templates.ts'

/** A fact a scheme may read; the direction is unknown for a fact that no template reads. */
export type KnownFact = Omit<TemplateFact, 'direction' | 'period'> & Partial<Pick<TemplateFact, 'direction' | 'period'>>

/** The common catalogue and what the templates read beside it, each id once. */
export function knownFacts(): KnownFact[] {
  const known = new Map<string, KnownFact>(SCHEME_FACTS.map(each => [each.id, each]))
  for (const template of SCHEME_TEMPLATES)
    for (const fact of template.facts) known.set(fact.id, { ...fact, ...known.get(fact.id) })
  return [...known.values()]
}
