import { type ReactNode, useEffect, useRef } from 'react'
import './page.css'

interface PageProps {
  /** The answer, not the name of the form: 「14 个支部，4 个需要您过问」. Also the title of the document. */
  title: string
  /** The small line above: whose page, which day; or the way back up. */
  kicker?: ReactNode
  /** One or two sentences below the heading. */
  note?: ReactNode
  /** Buttons beside the heading. */
  actions?: ReactNode
  /** `form` 720 px for forms and single decisions, `text` 640 px for reading; otherwise as wide as the shell. */
  width?: 'form' | 'text'
  /** A heading one size larger: homes, and the calculation of a result. */
  large?: boolean
  children: ReactNode
}

let firstPage = true

/** The frame of every page: one h1, which takes the focus after a change of page so that readers hear where they are. */
export function Page({ title, kicker, note, actions, width, large = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · 践诺`
  }, [title])
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true })
    firstPage = false
  }, [])
  return (
    <div className={`page${width ? ` ${width}-width` : ''}${large ? ' large' : ''}`}>
      <header className="page-head">
        <div className="page-title">
          {kicker && <p className="page-kicker">{kicker}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {note && <p className="page-note">{note}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** What asks on the left, what it rests on at the right; below each other on a phone. */
export function Columns({
  children,
  aside,
  asideFirst = false,
}: {
  children: ReactNode
  aside: ReactNode
  asideFirst?: boolean
}) {
  return (
    <div className={asideFirst ? 'columns aside-first' : 'columns'}>
      <div className="stack">{children}</div>
      <aside className="stack">{aside}</aside>
    </div>
  )
}

/** Cards below each other, 16 px apart. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="stack">{children}</div>
}
