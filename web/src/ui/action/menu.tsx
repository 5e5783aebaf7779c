import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import './action.css'

interface MenuProps {
  /** What the opener shows; its words are its name for readers, so some must be there at every width. */
  opener: ReactNode
  children: (close: () => void) => ReactNode
}

/** A panel under its opener. Escape and leaving it close it; the focus returns to the opener. */
export function Menu({ opener, children }: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    close()
  }
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys and focus that bubble up from the real controls inside
    <div className="menu" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="menu-opener"
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      >
        {opener}
      </button>
      {open && <div className="menu-scrim" onPointerDown={() => setOpen(false)} />}
      <div id={panelId} className="menu-panel" hidden={!open}>
        {open && children(close)}
      </div>
    </div>
  )
}
