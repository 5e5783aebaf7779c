import { useRouterState } from '@tanstack/react-router'

/** `?unit=` of the address: the unit looked into; null for everything in view. */
export function useUnitParam(): string | null {
  const search = useRouterState({ select: state => state.location.searchStr })
  return new URLSearchParams(search).get('unit')
}
