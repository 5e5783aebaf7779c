import { readSession } from '@jiannuo/contract/session.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from './query.ts'

/** Who is signed in, in which capacity, and the city's own today: pages never ask the browser what day it is. */
export const useSession = () => useSuspenseQuery({ ...query(readSession), staleTime: 60_000 }).data

export const useToday = () => useSession().today
