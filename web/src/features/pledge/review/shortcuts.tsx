import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/dictionary.ts'
import { Sheet } from '../../../ui/action/sheet.tsx'
import { CheckField } from '../../../ui/form/choice-field.tsx'
import { reviewWords } from './words.ts'

const STORE = 'jiannuo-review-keys'

/** Single keys while nobody is typing; a reader who speaks to the browser can switch them off. */
export function useShortcuts(acts: Record<'j' | 'k' | 'c', () => void>) {
  const [shown, setShown] = useState(false)
  const [on, setOn] = useState(() => localStorage.getItem(STORE) !== 'off')
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog')
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === '?' || key === '？') setShown(now => !now)
      else if (key === 'j' || key === 'k' || key === 'c') latest.current[key]()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [on])
  const toggle = (next: boolean) => {
    localStorage.setItem(STORE, next ? 'on' : 'off')
    setOn(next)
  }
  return { shown, open: () => setShown(true), close: () => setShown(false), on, toggle }
}

export function Shortcuts({ shown, close, on, toggle }: ReturnType<typeof useShortcuts>) {
  const words = useWords(reviewWords)
  return (
    <Sheet title={words.keyHelp} open={shown} onClose={close}>
      <ul>
        {Object.values(words.keyList).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <CheckField label={words.keysOn} checked={on} onChange={toggle} />
    </Sheet>
  )
}
