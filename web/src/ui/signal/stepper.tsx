import { useWords } from '../../i18n/dictionary.ts'
import { bracketed } from '../../i18n/punctuation.ts'
import { kitWords } from '../words.ts'
import './signal.css'

/** Where one stands in a flow of a few steps. `at` counts from 0. */
export function Stepper({ steps, at }: { steps: readonly string[]; at: number }) {
  const words = useWords(kitWords)
  return (
    <ol className="stepper" aria-label={words.step(at + 1, steps.length)}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'done' : index === at ? 'current' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="stepper-number" aria-hidden="true">
            {index < at ? '✓' : index + 1}
          </span>
          {step}
          {index < at && <span className="hidden">{bracketed(words.done)}</span>}
        </li>
      ))}
    </ol>
  )
}
