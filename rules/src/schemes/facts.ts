import type { Fact } from '../facts/fact.ts'
import { COMMON_FACTS } from '../facts/shipped.ts'

export type { SchemeFact } from '../facts/fact.ts'

/** Every fact that a shipped scheme of the four levels reads, and no other; `facts/catalogue.ts` holds them all. */
export const SCHEME_FACTS: readonly Fact[] = COMMON_FACTS
