import type { CatalogueFact } from '@jiannuo/contract/facts.ts'
import { FACT_CATALOGUE } from '@jiannuo/rules/facts/catalogue.ts'
import type { Fact } from '@jiannuo/rules/facts/fact.ts'

export const shown = ({ id, title, unit, direction, reading, source, visibility, ...more }: Fact): CatalogueFact => ({
  ...{ id, title, unit, direction, reading, source, visibility },
  periods: [...more.periods],
  about: [...more.about],
  max: more.max ?? null,
  cite: more.cite ?? null,
})

/** The catalogue as shipped; it is no secret of anybody. */
export const readCatalogue = async () => ({ facts: FACT_CATALOGUE.map(shown) })
