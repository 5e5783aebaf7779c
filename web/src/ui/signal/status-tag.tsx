import type { ReactNode } from 'react'
import './signal.css'

/** `brand` and `info` tell Party from business items; `ok` and `warn` a condition met or not. A state is neutral. */
export type Tone = 'neutral' | 'ok' | 'warn' | 'danger' | 'info' | 'brand'

/** A word in a box: a state of the vocabulary, 已满足, 党建. Never instead of a light. */
export function StatusTag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>
}
