import { readWaiting } from '@jiannuo/contract/desk/desk.ts'
import { readSession } from '@jiannuo/contract/identity/session.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { query } from './server/query.ts'

/** Who is signed in, in which capacity, and the city's own today: pages never ask the browser what day it is. */
export const useSession = () => useSuspenseQuery({ ...query(readSession), staleTime: 60_000 }).data

export const useToday = () => useSession().today

/** How many things wait in a capacity; 0 while that is not known, so that a failure there spoils no page. */
export function useWaiting(): (capacityKey: string) => number {
  const { data } = useQuery({ ...query(readWaiting), staleTime: 30_000, refetchInterval: 120_000 })
  return key => data?.waiting[key] ?? 0
}
