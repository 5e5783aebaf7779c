import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'
import './signal.css'

interface Part {
  label: string
  /** In the unit of `goal`. */
  value: number
  /** 0–4, a hue of the data scale; parts of one kind share it. */
  hue?: number
  /** The value as it should be read, when `value` is not: 「42.00」. */
  text?: string
}

interface WeightBarProps {
  parts: readonly Part[]
  /** What the parts should add up to. */
  goal?: number
  /** A bound on the same scale, with its words: 「优秀线 90」. */
  threshold?: { at: number; label: string }
  /** Labels inside the parts, tall: for a score. Otherwise a thin bar with the sum in words below it. */
  labelled?: boolean
}

/** Parts stacked to the goal; what is missing is hatched, so that it shows in print too. */
export function WeightBar({ parts, goal = 100, threshold, labelled = false }: WeightBarProps) {
  const words = useWords(kitWords)
  const sum = parts.reduce((total, part) => total + part.value, 0)
  const scale = Math.max(sum, goal)
  const rest = goal - sum
  const spoken = parts.map(part => `${part.label} ${part.text ?? part.value}`).join('，')
  return (
    <figure className={labelled ? 'weights labelled' : 'weights'}>
      <div className="weights-bar" role="img" aria-label={threshold ? `${spoken}，${threshold.label}` : spoken}>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are positions on the bar, two may read alike
          <div key={at} className={`weights-part hue-${part.hue ?? 0}`} style={{ flexGrow: part.value / scale }}>
            {labelled && part.value / scale > 0.12 && (
              <span>
                {part.label}
                <br />
                <strong>{part.text ?? part.value}</strong>
              </span>
            )}
          </div>
        ))}
        {rest > 0 && <div className="weights-part rest" style={{ flexGrow: rest / scale }} />}
        {threshold && <div className="weights-threshold" style={{ left: `${(threshold.at / scale) * 100}%` }} />}
      </div>
      {threshold && (
        <div
          className="second weights-threshold-label"
          style={{ marginLeft: `${Math.min(85, (threshold.at / scale) * 100 - 6)}%` }}
        >
          {threshold.label}
        </div>
      )}
      {!labelled && <figcaption className="second">{words.total(sum, goal)}</figcaption>}
    </figure>
  )
}
