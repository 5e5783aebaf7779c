import { useWords } from '../../i18n/dictionary.ts'
import { time } from '../../i18n/format.ts'
import { Icon } from '../icon.tsx'
import { kitWords } from '../words.ts'
import './form.css'

/** Whether what is typed has been kept: `at` is the instant (ISO 8601) of the last saving. */
export function SavedNote({ state, at }: { state: 'saved' | 'saving' | 'unsaved'; at: string | null }) {
  const words = useWords(kitWords)
  if (state === 'saved' && !at) return null
  const text = state === 'saving' ? words.saving : state === 'unsaved' || !at ? words.unsaved : words.savedAt(time(at))
  return (
    <span className="saved-note second" role="status">
      <Icon name="cloud" />
      {text}
    </span>
  )
}
