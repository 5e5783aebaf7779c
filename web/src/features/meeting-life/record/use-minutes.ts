import { type Meeting, saveMinutes } from '@jiannuo/contract/meeting-life/meeting.ts'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../app/server/api.ts'
import { ProblemError } from '../../../app/server/problem.ts'
import type { Saving } from '../../../ui/form/saved-note.tsx'

const PAUSE_MS = 2000
const AGAIN_MS = 5000
const keyOf = (meetingId: string) => `jiannuo-minutes-${meetingId}`

type Saved = NonNullable<Meeting['minutesOf']>
interface Kept {
  text: string
  revision: number
}

/** What a closed tab or a lost connection left behind; null when everything had been saved. */
function keptFor(meetingId: string): Kept | null {
  try {
    return JSON.parse(window.localStorage.getItem(keyOf(meetingId)) ?? 'null')
  } catch {
    return null
  }
}

/**
 * Minutes as they are typed: kept in this browser at once, at the server every two seconds. What somebody else wrote meanwhile
 * comes back joined; what is typed while a saving is under way goes on from the joined text's revision.
 */
export function useMinutes(meetingId: string, saved: Saved) {
  const [start] = useState(() => keptFor(meetingId) ?? { text: saved.text, revision: saved.revision })
  const [text, setText] = useState(start.text)
  const [state, setState] = useState<Saving>(start.text === saved.text ? 'saved' : 'saving')
  const [savedAt, setSavedAt] = useState(saved.savedAt)
  const [joined, setJoined] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const work = useRef({ ...start, sent: saved.text, timer: 0, busy: false })

  async function save(): Promise<void> {
    const w = work.current
    window.clearTimeout(w.timer)
    if (w.busy || w.text === w.sent) return
    w.busy = true
    const sent = w.text
    setState('saving')
    try {
      const reply = await call(saveMinutes, { params: { meetingId }, body: { text: sent, revision: w.revision } })
      const untouched = w.text === sent
      w.sent = reply.text
      if (untouched) {
        setJoined(reply.text !== sent)
        w.text = reply.text
        w.revision = reply.revision
        setText(reply.text)
        window.localStorage.removeItem(keyOf(meetingId))
      } else if (reply.text === sent) w.revision = reply.revision
      setSavedAt(reply.savedAt)
      setProblem(null)
      setState(untouched ? 'saved' : 'saving')
    } catch (error) {
      const found = error instanceof ProblemError ? error : null
      setProblem(found)
      setState(found?.code === 'NETWORK' ? 'offline' : 'stopped')
      if (found?.code === 'NETWORK') w.timer = window.setTimeout(save, AGAIN_MS)
    } finally {
      w.busy = false
      if (w.text !== w.sent && !w.timer) w.timer = window.setTimeout(save, PAUSE_MS)
    }
  }
  function change(next: string) {
    const w = work.current
    w.text = next
    setText(next)
    setState('saving')
    window.localStorage.setItem(keyOf(meetingId), JSON.stringify({ text: next, revision: w.revision }))
    window.clearTimeout(w.timer)
    w.timer = window.setTimeout(save, PAUSE_MS)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once: what an earlier tab left is saved, and what is typed when the page is left
  useEffect(() => {
    void save()
    return () => void save()
  }, [])
  return { text, change, state, savedAt, joined, problem }
}
