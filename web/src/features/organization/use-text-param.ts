import { useRouter, useRouterState } from '@tanstack/react-router'

/** A free text in the address, such as a day or the words sought, and how to set it; null removes it. */
export function useTextParam(name: string): [string | undefined, (value: string | null) => void] {
  const router = useRouter()
  const search = useRouterState({ select: state => state.location.searchStr })
  const value = new URLSearchParams(search).get(name) ?? undefined
  const set = (next: string | null) => {
    const all = new URLSearchParams(window.location.search)
    if (next === null || next === '') all.delete(name)
    else all.set(name, next)
    router.history.replace(`${window.location.pathname}${all.size > 0 ? `?${all}` : ''}`)
  }
  return [value, set]
}
