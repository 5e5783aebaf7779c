import { useWords } from '../../i18n/dictionary.ts'
import { bracketed } from '../../i18n/punctuation.ts'
import { kitWords } from '../words.ts'
import './signal.css'
import type { Phase } from './year-line.tsx'

interface StripPhase extends Phase {
  /** Length in days: a phase is as wide as its time, within reason. */
  days: number
  /** How much of it has passed, 0 to 1; for the current one. */
  elapsed?: number
}

/** The phases of a cycle beside each other; below each other on a phone. */
export function PhaseStrip({ phases }: { phases: readonly StripPhase[] }) {
  const words = useWords(kitWords)
  const filled = { done: 1, current: 0, ahead: 0 }
  return (
    <ol className="phase-strip">
      {phases.map(phase => (
        <li
          key={phase.name}
          className={phase.state}
          style={{ flexGrow: Math.min(3, Math.max(1, phase.days / 45)) }}
          aria-current={phase.state === 'current' ? 'step' : undefined}
        >
          <span className="phase-time" aria-hidden="true">
            <span style={{ width: `${(phase.elapsed ?? filled[phase.state]) * 100}%` }} />
          </span>
          <span className="phase-name">
            {phase.name}
            <span className="hidden">{bracketed(words[phase.state])}</span>
          </span>
          <span className="second">{phase.note ?? phase.when}</span>
        </li>
      ))}
    </ol>
  )
}
