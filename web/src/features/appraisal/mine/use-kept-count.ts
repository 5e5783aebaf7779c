import { useState } from 'react'
import { useSession } from '../../../app/session.ts'

interface Count {
  handedOut: number | null
  returned: number | null
  /** By person and grade. */
  cells: Record<string, Record<string, number | null>>
  /** Scores as they were read off the slips, by person. */
  scores: Record<string, string>
}

const NOTHING: Count = { handedOut: null, returned: null, cells: {}, scores: {} }

/**
 * What a teller has counted so far, kept in this tab until it is entered: a page loaded again loses no slip. By account, so that the other
 * teller at the same machine is not shown it.
 */
export function useKeptCount(sittingId: string): [Count, (part: Partial<Count>) => void, () => void] {
  const key = `jiannuo-count-${useSession().accountId}-${sittingId}`
  const [counted, setCounted] = useState<Count>(() => ({
    ...NOTHING,
    ...JSON.parse(window.sessionStorage.getItem(key) ?? '{}'),
  }))
  const count = (part: Partial<Count>) => {
    const next = { ...counted, ...part }
    setCounted(next)
    window.sessionStorage.setItem(key, JSON.stringify(next))
  }
  return [counted, count, () => window.sessionStorage.removeItem(key)]
}
