import { useLanguage } from './language.ts'

/**
 * One dictionary per feature: `const zh = {…}; const en: typeof zh = {…}; export const words = { zh, en }`.
 * A sentence with a value in it is a function, so a missing key and a wrong value both fail to compile.
 */
export interface Words<T> {
  zh: T
  en: T
}

export function useWords<T>(words: Words<T>): T {
  return words[useLanguage()]
}
