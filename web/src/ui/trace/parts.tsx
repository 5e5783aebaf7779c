import type { Title } from '@jiannuo/engine/format.ts'
import { createContext, type ReactNode, useContext } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Card } from '../page/card.tsx'
import './trace.css'
import { traceWords } from './words.ts'

/** A clause a scheme cites, in words. */
export interface Ground {
  id: string
  title: string
  article: string
}

/** What the page around a calculation adds to it. */
export interface TraceFrame {
  grounds: readonly Ground[]
  /** Names of facts, sources, grades, scopes and awards; an unknown id stands for itself. */
  nameOf: (id: string) => string
  /** Whether a fact is a share, to be read as a percentage. */
  isShare: (fact: string) => boolean
  /** Beside an indicator, adjustment or limit: records behind it, a way to object. */
  actions?: (node: string, facts: readonly string[]) => ReactNode
  /** Below an indicator: the pledges behind its number. */
  below?: (node: string, facts: readonly string[]) => ReactNode
  /** What may be told about a source besides its mean. */
  source?: (source: string) => string[]
}

const Frame = createContext<TraceFrame>({ grounds: [], nameOf: id => id, isShare: () => false })
export const TraceFrameProvider = Frame.Provider
export const useTraceFrame = () => useContext(Frame)

/** The title of a step in the reader's language. */
export function useTitle(): (of: { id: string; title: Title | null }) => string {
  const language = useLanguage()
  const { nameOf } = useTraceFrame()
  return ({ id, title }) => (title && (language === 'en' ? (title.en ?? title.zh) : title.zh)) ?? nameOf(id)
}

/** One numbered step of the calculation: what it is, what came of it, and how. */
export function Step({
  at,
  title,
  points,
  children,
}: {
  at: number
  title: string
  points: string
  children: ReactNode
}) {
  return (
    <Card flush>
      <div className="card-head ruled">
        <h2 className="trace-step">
          <span className="trace-number" aria-hidden="true">
            {at}
          </span>
          {title}
        </h2>
        <div className="card-extra">
          <strong>{points}</strong>
        </div>
      </div>
      {children}
    </Card>
  )
}

/** 「依据：……第十一条」 of a step, or nothing where the scheme cites none. */
export function Clause({ id }: { id: string | null }) {
  const words = useWords(traceWords)
  const { grounds } = useTraceFrame()
  if (id === null) return null
  const ground = grounds.find(each => each.id === id)
  return (
    <span className="fine trace-clause">{`${words.clause}${ground ? `${ground.title}${ground.article}` : id}`}</span>
  )
}
