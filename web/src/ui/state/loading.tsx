import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'
import './state.css'

interface LoadingProps {
  shape?: 'cards' | 'table'
  /** The heading that is known already. */
  title?: string
}

/** Nothing for 300 ms, then still shapes of what is coming. */
export function Loading({ shape = 'cards', title }: LoadingProps) {
  const words = useWords(kitWords)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  const block = shape === 'table' ? ['', '', '', '', '', '', '', ''] : ['a', 'b', 'c']
  return (
    <div className="loading">
      {title && <h1>{title}</h1>}
      <p className="hidden" role="status">
        {words.loading}
      </p>
      <div className={`loading-${shape}`} aria-hidden="true">
        {block.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: identical still shapes
          <div key={at} className="loading-block">
            <span />
            <span />
            <span />
          </div>
        ))}
      </div>
    </div>
  )
}
