import { useState } from 'react'
import { useSession } from '../../../app/session.ts'

/** Comments being written, by item. */
export type TypedComments = Readonly<Record<string, string>>

/** By account; kept beside the page, which is another one for each pledge. */
const kept = new Map<string, TypedComments>()

/** What the reviewer is writing at items; it stays while he looks at another pledge. `null` takes one away. */
export function useTypedComments(): [TypedComments, (itemId: string, said: string | null) => void] {
  const { accountId: me } = useSession()
  const [typed, setTyped] = useState(kept.get(me) ?? {})
  const write = (itemId: string, said: string | null) => {
    const { [itemId]: _, ...others } = kept.get(me) ?? {}
    const next = said === null ? others : { ...others, [itemId]: said }
    kept.set(me, next)
    setTyped(next)
  }
  return [typed, write]
}
