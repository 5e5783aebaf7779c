import type { ReactNode } from 'react'
import { Go } from '../go.tsx'
import './page.css'

interface Figure {
  label: string
  value: string
  unit?: string
  /** Beside the figure, small: 「/ 312  96.8%」. */
  beside?: string
  /** The sentence that makes the figure mean something. */
  meaning: ReactNode
  to?: string
}

type UpToFour =
  | readonly [Figure]
  | readonly [Figure, Figure]
  | readonly [Figure, Figure, Figure]
  | readonly [Figure, Figure, Figure, Figure]

/** One strip of at most four figures, each a door to the list behind it. */
export function KeyFigures({ figures }: { figures: UpToFour }) {
  return (
    <ul className="figures">
      {figures.map(figure => (
        <li key={figure.label}>
          {figure.to ? (
            <Go to={figure.to} className="figure">
              <FigureText {...figure} />
            </Go>
          ) : (
            <div className="figure">
              <FigureText {...figure} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function FigureText({ label, value, unit, beside, meaning }: Figure) {
  return (
    <>
      <span className="figure-label">{label}</span>
      <span className="figure-value">
        <strong>{value}</strong>
        {unit && <span className="second">{unit}</span>}
        {beside && <span className="figure-beside">{beside}</span>}
      </span>
      <span className="second">{meaning}</span>
    </>
  )
}
