import { useSyncExternalStore } from 'react'

/** The same bound as every `@media (max-width: 720px)` of the style sheets; 200 % zoom on a desktop falls below it too. */
const narrow = window.matchMedia('(max-width: 720px)')

const listen = (listener: () => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

export const useOnPhone = () => useSyncExternalStore(listen, () => narrow.matches)
