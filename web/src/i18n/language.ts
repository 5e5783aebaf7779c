import { useSyncExternalStore } from 'react'

export type Language = 'zh' | 'en'

const KEY = 'jiannuo-language'
const listeners = new Set<() => void>()
let current = stored()

/** The reader's own choice, else the browser's first language; anything but English reads Chinese. */
function stored(): Language {
  const chosen = new RegExp(`(?:^|; )${KEY}=(zh|en)`).exec(document.cookie)?.[1]
  return (chosen ?? navigator.language).startsWith('en') ? 'en' : 'zh'
}

function show() {
  document.documentElement.lang = languageTag()
}

/** BCP 47, for `<html lang>`, `Accept-Language` and `Intl`. */
export const languageTag = () => (current === 'zh' ? 'zh-CN' : 'en')

export const language = () => current

/** Kept in a cookie rather than local storage, so that pages and documents made by the server follow it too. */
export function setLanguage(next: Language) {
  if (next === current) return
  current = next
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from the older shells promised in vite.config.ts
  document.cookie = `${KEY}=${next}; path=/; max-age=31536000; samesite=lax`
  show()
  for (const listener of listeners) listener()
}

export function onLanguage(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useLanguage = () => useSyncExternalStore(onLanguage, language)

show()
