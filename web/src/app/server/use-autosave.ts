import { useEffect, useRef, useState } from 'react'
import type { Saving } from '../../ui/form/saved-note.tsx'
import { ProblemError } from './problem.ts'

const AGAIN_MS = 5000

interface Autosave<Typed> {
  first: Typed
  savedAt: string
  /** Sends one version with the moment of the one it was typed on; resolves to its own. */
  send: (typed: Typed, savedAt: string) => Promise<string>
  /** Puts what is typed where the page was read from: whoever comes back goes on from there. */
  keep: (typed: Typed, savedAt: string) => void
  pauseMs?: number
}

/**
 * A draft saved as one types, one saving after the other. Without a connection it is tried again until there is one, also after the page
 * was left; a version saved elsewhere is never written over: `problem` is CHANGED_MEANWHILE then, and saving stops.
 */
export function useAutosave<Typed>({ first, savedAt, pauseMs = 700, send, keep }: Autosave<Typed>) {
  const [typed, setTyped] = useState(first)
  const [state, setState] = useState<Saving>('saved')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [work] = useState(() => ({
    typed,
    savedAt,
    dirty: false,
    stopped: false,
    chain: Promise.resolve(true),
    timer: 0,
  }))

  async function saveOnce(): Promise<boolean> {
    if (!work.dirty) return true
    work.dirty = false
    setState('saving')
    const sent = work.typed
    try {
      work.savedAt = await send(sent, work.savedAt)
      keep(work.typed, work.savedAt)
      setProblem(null)
      setState(work.dirty ? 'saving' : 'saved')
      return true
    } catch (error) {
      work.dirty = true
      const found = error instanceof ProblemError ? error : null
      setProblem(found)
      setState(found?.code === 'NETWORK' ? 'offline' : 'stopped')
      work.stopped = found?.code === 'CHANGED_MEANWHILE'
      if (found?.code === 'NETWORK') saveIn(AGAIN_MS)
      return false
    }
  }
  /** Saves what is typed now; true once the server has it. */
  function save(): Promise<boolean> {
    window.clearTimeout(work.timer)
    work.chain = work.chain.then(saveOnce)
    return work.chain
  }
  function saveIn(ms: number) {
    window.clearTimeout(work.timer)
    work.timer = window.setTimeout(save, ms)
  }
  function change(next: Typed) {
    Object.assign(work, { typed: next, dirty: true })
    setTyped(next)
    if (work.stopped) return
    setState('saving')
    saveIn(pauseMs)
  }
  const latest = useRef({ save, keep })
  latest.current = { save, keep }
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => work.dirty && event.preventDefault()
    // Back online, or back from signing in beside the page.
    const resume = () => void (work.stopped || latest.current.save())
    window.addEventListener('beforeunload', ask)
    window.addEventListener('online', resume)
    window.addEventListener('focus', resume)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('online', resume)
      window.removeEventListener('focus', resume)
      if (!work.dirty || work.stopped) return
      latest.current.keep(work.typed, work.savedAt)
      void latest.current.save()
    }
  }, [work])
  return { typed, change, save, state, savedAt: work.savedAt, problem }
}
