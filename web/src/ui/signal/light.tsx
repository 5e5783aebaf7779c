import type { ReactNode } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'
import './signal.css'

export type LightColour = 'green' | 'yellow' | 'red' | 'grey'

interface LightProps {
  colour: LightColour
  /** What it means here: 「缺 1 次」. Only green may stand without; it is read aloud as 正常 all the same. */
  children?: ReactNode
  size?: number
  /** The words stand beside it already: they are said to readers only. */
  bare?: boolean
}

/** Shape, word and colour together, so that it survives black-and-white print and red-green blindness. It shows now, never history. */
export function Light({ colour, children, size = 18, bare = false }: LightProps) {
  const words = useWords(kitWords)
  return (
    <span className={`light ${colour}`}>
      <LightSign colour={colour} size={size} />
      <span className={bare || (colour === 'green' && !children) ? 'hidden' : undefined}>
        {children || words[colour]}
      </span>
    </span>
  )
}

/** The shape alone, for places whose words stand elsewhere. */
export function LightSign({ colour, size = 18 }: { colour: LightColour; size?: number }) {
  return (
    <svg
      className={`light-sign ${colour}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {colour === 'green' && (
        <>
          <circle cx="10" cy="10" r="9" className="body" />
          <path d="M5.8 10.4l2.9 2.9 5.6-5.9" className="mark" />
        </>
      )}
      {colour === 'yellow' && (
        <>
          <path d="M10 1.8L19 17.8H1z" className="body" strokeLinejoin="round" />
          <path d="M10 7.2v5M10 14.6v.6" className="mark" />
        </>
      )}
      {colour === 'red' && (
        <>
          <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z" className="body" />
          <path d="M6.7 6.7l6.6 6.6M13.3 6.7l-6.6 6.6" className="mark" />
        </>
      )}
      {colour === 'grey' && (
        <>
          <circle cx="10" cy="10" r="8" className="ring" />
          <path d="M6.2 10h7.6" className="dash" />
        </>
      )}
    </svg>
  )
}

/** The legend under a table: 灯：✓ 正常 … */
export function LightLegend({ label }: { label: string }) {
  const words = useWords(kitWords)
  const colours: LightColour[] = ['green', 'yellow', 'red', 'grey']
  return (
    <span className="light-legend">
      {label}
      {colours.map(colour => (
        <Light key={colour} colour={colour} size={16}>
          {words[colour]}
        </Light>
      ))}
    </span>
  )
}
