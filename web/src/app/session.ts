import { readWaiting } from '@jiannuo/contract/desk/desk.ts'
import { readSession } from '@jiannuo/contract/identity/session.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { ProblemError } from './server/problem.ts'
import { query } from './server/query.ts'

/** Who is signed in, in which capacity, and the city's own today: pages never ask the browser what day it is. */
export const useSession = () => useSuspenseQuery({ ...query(readSession), staleTime: 60_000 }).data

export const useToday = () => useSession().today

const useCount = () => useQuery({ ...query(readWaiting), staleTime: 30_000, refetchInterval: 120_000 })
const useCounts = () => useCount().data

/** The session has ended while the page stood: what is typed stays, to be sent after signing in beside it. */
export function useSessionEnded(): boolean {
  const { error } = useCount()
  return error instanceof ProblemError && error.code === 'NOT_SIGNED_IN'
}

/** How many things wait in a capacity, with `page` those on that page; 0 while that is not known, so that a failure there spoils no page. */
export function useWaiting(): (capacityKey: string, page?: string) => number {
  const counts = useCounts()
  return (key, page) => (page === undefined ? counts?.waiting[key] : counts?.pages[key]?.[page]) ?? 0
}

/** Messages not read yet; 0 while that is not known. */
export const useUnread = () => useCounts()?.unread ?? 0
