import type { SchemeFault } from '@jiannuo/contract/appraisal/scheme.ts'
import type { FactOfScheme } from '@jiannuo/contract/appraisal/scheme-template.ts'
import { createContext, useContext } from 'react'
import { useLanguage } from '../../../i18n/language.ts'

export type Path = readonly (string | number)[]
export interface FormContext {
  facts: readonly FactOfScheme[]
  scopes: readonly string[]
  grades: readonly { id: string; title: string }[]
  faults: readonly SchemeFault[]
  /** Sets what the path leads to; undefined takes the key or the item out. */
  edit: (path: Path, value: unknown) => void
  /** Puts an item of that list at another place in it. */
  move: (list: Path, from: number, to: number) => void
}
export const SchemeForm = createContext<FormContext | null>(null)
export function useForm(): FormContext {
  const form = useContext(SchemeForm)
  if (!form) throw new Error('a field of the scheme form outside the form')
  return form
}

/** The element of the form for a path, or for what it lies in: where a click on an error leads. */
export const elementId = (path: Path) => `scheme-${path.join('-')}`

/** What is wrong with exactly this field. */
export function useFault(path: Path): string | undefined {
  const language = useLanguage()
  const key = path.join(' ')
  return useForm().faults.find(each => each.path.join(' ') === key)?.[language]
}
