import { useWords } from '../../i18n/dictionary.ts'
import { bracketed } from '../../i18n/punctuation.ts'
import { kitWords } from '../words.ts'
import './signal.css'

export type PhaseState = 'done' | 'current' | 'ahead'

export interface Phase {
  name: string
  /** When, in words: 「7月10日前」. */
  when: string
  state: PhaseState
  /** What is asked of the reader in it. */
  note?: string
}

/** The year as a vertical list; on a phone a row of dots with the names below, as long as there are at most six. */
export function YearLine({ phases }: { phases: readonly Phase[] }) {
  const words = useWords(kitWords)
  return (
    <ol className={phases.length <= 6 ? 'year-line short' : 'year-line'}>
      {phases.map(phase => (
        <li key={phase.name} className={phase.state} aria-current={phase.state === 'current' ? 'step' : undefined}>
          <span className="year-dot" aria-hidden="true" />
          <span className="year-name">
            {phase.name}
            <span className="hidden">{bracketed(words[phase.state])}</span>
          </span>
          <span className="year-when">{phase.when}</span>
          {phase.note && <span className="second year-note">{phase.note}</span>}
        </li>
      ))}
    </ol>
  )
}
