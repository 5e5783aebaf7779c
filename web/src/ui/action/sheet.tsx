import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { Icon } from '../icon.tsx'
import { kitWords } from '../words.ts'
import './action.css'

interface SheetProps {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
}

/** From below on a phone, from the right elsewhere. The browser's own dialog keeps the focus inside and gives it back. */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  const words = useWords(kitWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop is a convenience; Escape and the close button do the same
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={event => event.target === dialog.current && onClose()}
    >
      <div className="sheet-inner">
        <div className="sheet-head">
          <button type="button" className="icon-button" aria-label={words.close} onClick={onClose}>
            <Icon name="close" size={20} />
          </button>
          <h2 id={titleId}>{title}</h2>
        </div>
        <div className="sheet-body">{open && children}</div>
      </div>
    </dialog>
  )
}
