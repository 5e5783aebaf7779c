import { useParams, useRouter, useRouterState } from '@tanstack/react-router'

/** A `$name` part of the address. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`the address of this page has no $${name}`)
  return value
}

/** A search parameter and how to set it (null removes it): filters and tabs live in the address, so that they can be sent on. */
export function useSearchParam<Value extends string>(
  name: string,
  accepted: readonly Value[],
): [Value | undefined, (value: Value | null) => void] {
  const router = useRouter()
  const search = useRouterState({ select: state => state.location.searchStr })
  const found = new URLSearchParams(search).get(name)
  const set = (value: Value | null) => {
    const next = new URLSearchParams(window.location.search)
    if (value === null) next.delete(name)
    else next.set(name, value)
    router.history.replace(`${window.location.pathname}${next.size > 0 ? `?${next}` : ''}`)
  }
  return [accepted.find(value => value === found), set]
}

/** A search parameter as it stands in the address; undefined without one. */
export const useSearchText = (name: string): string | undefined =>
  new URLSearchParams(useRouterState({ select: state => state.location.searchStr })).get(name) ?? undefined

/** Goes to a page of the application from code: `const go = useGo(); go('/pledges/17')`. */
export function useGo(): (to: string) => void {
  const router = useRouter()
  return to => router.history.push(to)
}
