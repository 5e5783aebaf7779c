import { useEffect, useState } from 'react'
import { InlineAlert } from '../../ui/state/inline-alert.tsx'

/** What takes longer than a second says that it goes on, and for how long already. */
export function Waiting({ say, note }: { say: (seconds: number) => string; note: string }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(passed => passed + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  if (seconds === 0) return null
  return (
    <InlineAlert tone="info" title={say(seconds)}>
      {note}
    </InlineAlert>
  )
}
