import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'
import './signal.css'

interface ProgressBarProps {
  /** What is measured, for readers: 「水库安全鉴定资料归档」. */
  label: string
  /** 0 to 1. */
  share: number
  /** Share of the time passed, 0 to 1: a tick on the bar, so that "behind" explains itself. */
  time?: number
  /** Share foreseen beyond `share`, lighter: people who have not answered yet. */
  expected?: number
  /** The bound that counts, with its words above the bar: 「到会 11 人可开」. */
  bound?: { at: number; label: string }
  /** Behind time; the words that say so stand beside the bar. */
  behind?: boolean
}

const width = (share: number) => ({ width: `${Math.min(1, Math.max(0, share)) * 100}%` })

export function ProgressBar({ label, share, time, expected, bound, behind = false }: ProgressBarProps) {
  const words = useWords(kitWords)
  const spoken = [
    label,
    words.progress(share),
    ...(time === undefined ? [] : [words.timeElapsed(time)]),
    ...(bound ? [bound.label] : []),
  ]
  return (
    <div className="progress" role="img" aria-label={spoken.join('，')}>
      {bound && (
        <div className="progress-bound" style={{ left: `${Math.min(0.8, Math.max(0.2, bound.at)) * 100}%` }}>
          {bound.label}
        </div>
      )}
      <div className="progress-track">
        {expected !== undefined && <div className="progress-fill expected" style={width(share + expected)} />}
        <div className={behind ? 'progress-fill behind' : 'progress-fill'} style={width(share)} />
        {time !== undefined && <div className="progress-tick" style={{ left: `${time * 100}%` }} />}
        {bound && <div className="progress-tick tall" style={{ left: `${bound.at * 100}%` }} />}
      </div>
    </div>
  )
}
