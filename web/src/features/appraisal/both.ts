import type { Both } from '@jiannuo/contract/values.ts'
import { useLanguage } from '../../i18n/language.ts'

/** Says a sentence that came from the server in both languages. */
export function useBoth(): (said: Both) => string {
  const language = useLanguage()
  return said => said[language]
}

/** The title of a grade, a source or another named thing; its id where it is not known. */
export function useNamed(all: readonly { id: string; title: Both }[]): (id: string | null) => string {
  const language = useLanguage()
  return id => (id === null ? '–' : (all.find(each => each.id === id)?.title[language] ?? id))
}
