import { useWords } from '../../i18n/dictionary.ts'
import { time } from '../../i18n/format.ts'
import { Icon } from '../icon.tsx'
import { kitWords } from '../words.ts'
import './form.css'

/** `offline` is tried again by itself, `stopped` is not. */
export type Saving = 'saved' | 'saving' | 'offline' | 'stopped'

/** Whether what is typed has been kept: `at` is the instant (ISO 8601) of the last saving. */
export function SavedNote({ state, at }: { state: Saving; at: string | null }) {
  const words = useWords(kitWords)
  if (state === 'saved' && !at) return null
  const text = state === 'saved' ? words.savedAt(time(at ?? '')) : words[state]
  return (
    <span className="saved-note second" role="status">
      <Icon name="cloud" />
      {text}
    </span>
  )
}
