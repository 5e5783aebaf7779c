import { readWaiting } from '@jiannuo/contract/desk/desk.ts'
import type { AnyRoute, Reply } from '@jiannuo/contract/route.ts'
import { infiniteQueryOptions, queryOptions, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Args, type Sent, send } from './api.ts'
import { ownProblem, ProblemError } from './problem.ts'

export const keyOf = (route: AnyRoute) => [route.method, route.path] as const

/** `useSuspenseQuery(query(api.readPledge, { params: { id } }))`. Keyed by method, path and input. */
export const query = <T extends AnyRoute>(route: T, ...args: Args<T>) =>
  queryOptions<Reply<T>>({
    queryKey: [...keyOf(route), args[0] ?? {}],
    queryFn: ({ signal }) => send(route, args[0], { signal }),
  })

/** The item of a keyset page, `page(Item)` in the contract. */
type ItemOf<T extends AnyRoute> = Reply<T> extends { items: (infer Item)[] } ? Item : never

/** A keyset list, page after page. `more` goes straight into `DataTable`. Suspends until the first page is there. */
export function useList<T extends AnyRoute>(route: T, ...args: Args<T>) {
  const loose: { query?: object } = args[0] ?? {}
  const list = useSuspenseInfiniteQuery(
    infiniteQueryOptions({
      queryKey: [...keyOf(route), 'list', loose],
      queryFn: ({ signal, pageParam }): Promise<{ items: ItemOf<T>[]; next: string | null }> => {
        const sent = { ...loose, query: { ...loose.query, ...(pageParam === null ? {} : { after: pageParam }) } }
        return send(route, sent as unknown as Sent<T>, { signal })
      },
      initialPageParam: null as string | null,
      getNextPageParam: last => last.next,
    }),
  )
  const more = list.hasNextPage ? { load: () => void list.fetchNextPage(), busy: list.isFetchingNextPage } : undefined
  return { items: list.data.pages.flatMap(one => one.items), more }
}

interface CommandOptions<T extends AnyRoute> {
  /** Queries to fetch again; all of them unless named. What waits is counted again with them. */
  invalidates?: readonly AnyRoute[]
  onDone?: (reply: Reply<T>) => void
}

/**
 * One command of a page. `run` never throws: it resolves to the reply, or to undefined with `problem` set, for `ProblemAlert`
 * and for the fields (`problem?.fields['/due']`). While `busy`, further clicks are ignored. After a broken connection the same input
 * goes out under the same idempotency key, so pressing again cannot do the thing twice.
 */
export function useCommand<T extends AnyRoute>(route: T, { invalidates, onDone }: CommandOptions<T> = {}) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const attempt = useRef<{ input: string; key: string } | null>(null)
  const running = useRef(false)

  async function run(...args: Args<T>): Promise<Reply<T> | undefined> {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    const input = JSON.stringify(args[0] ?? {})
    const key = attempt.current?.input === input ? attempt.current.key : crypto.randomUUID()
    attempt.current = { input, key }
    try {
      const reply = await send(route, args[0], { key })
      attempt.current = null
      setProblem(null)
      await Promise.all(
        invalidates
          ? [...invalidates, ...(invalidates.length > 0 ? [readWaiting] : [])].map(one =>
              client.invalidateQueries({ queryKey: keyOf(one) }),
            )
          : [client.invalidateQueries()],
      )
      // Pages that are not shown were read before: they begin anew instead of showing for a moment what was.
      client.removeQueries({ type: 'inactive', fetchStatus: 'idle', predicate: ({ state }) => state.isInvalidated })
      onDone?.(reply)
      return reply
    } catch (error) {
      const found = error instanceof ProblemError ? error : ownProblem('UNREADABLE', 0)
      if (found.code !== 'NETWORK') attempt.current = null
      setProblem(found)
      return undefined
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { run, busy, problem, clear: () => setProblem(null) }
}
