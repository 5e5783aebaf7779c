import { type FormEvent, useEffect, useRef } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { Icon } from '../../ui/icon.tsx'
import { useGo } from '../location.ts'
import { appWords } from '../words.ts'

export function SearchBox() {
  const words = useWords(appWords)
  const go = useGo()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = field.current?.value.trim()
    if (text) go(`/search?q=${encodeURIComponent(text)}`)
  }
  return (
    <search>
      <form className="bar-search" onSubmit={submit}>
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          aria-label={words.searchLabel}
          placeholder={words.search}
          aria-keyshortcuts="Control+K"
        />
        <span className="bar-shortcut" aria-hidden="true">
          Ctrl K
        </span>
      </form>
    </search>
  )
}
