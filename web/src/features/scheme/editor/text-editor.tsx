import { type RefObject, useRef } from 'react'

interface TextEditorProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Lines with an error, from 1. */
  wrong: ReadonlySet<number>
  box: RefObject<HTMLTextAreaElement | null>
}

/**
 * A plain text area with line numbers beside it: every reader, input method and browser knows it, the oldest promised ones too,
 * and it costs no byte; colouring would not find an error that the list beside it does not name.
 */
export function TextEditor({ label, value, onChange, wrong, box }: TextEditorProps) {
  const numbers = useRef<HTMLDivElement>(null)
  const lines = value.split('\n').length
  return (
    <div className="scheme-text">
      <div className="scheme-lines" aria-hidden="true" ref={numbers}>
        {Array.from({ length: lines }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <div key={at} className={wrong.has(at + 1) ? 'wrong' : undefined}>
            {at + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={box}
        aria-label={label}
        className="scheme-box"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        value={value}
        onChange={event => onChange(event.target.value)}
        onScroll={event => numbers.current?.scrollTo({ top: event.currentTarget.scrollTop })}
      />
    </div>
  )
}

const LINE_PX = 20

/** Puts the caret there and brings the line into view. */
export function goToLine(box: HTMLTextAreaElement, line: number, column: number) {
  const before = box.value.split('\n').slice(0, line - 1)
  const at = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
  box.focus({ preventScroll: true })
  box.setSelectionRange(at, at)
  box.scrollTo({ top: Math.max(0, (line - 4) * LINE_PX) })
}
