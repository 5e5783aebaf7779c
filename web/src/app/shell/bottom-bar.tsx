import { useState } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { Sheet } from '../../ui/action/sheet.tsx'
import { Go } from '../../ui/go.tsx'
import { Icon } from '../../ui/icon.tsx'
import { appWords } from '../words.ts'
import { NavigationList, type ShownGroup } from './side-navigation.tsx'

/** The phone's navigation: four words at most, the rest behind 更多. */
export function BottomBar({ groups }: { groups: readonly ShownGroup[] }) {
  const words = useWords(appWords)
  const [open, setOpen] = useState(false)
  const entries = groups.flatMap(group => group.entries)
  const shown = entries.filter(entry => entry.phone !== undefined).slice(0, 4)
  if (entries.length < 2) return null
  return (
    <nav className="bottom-bar" aria-label={words.navigation}>
      {shown.map(entry => (
        <Go key={entry.path} to={entry.path} aria-current={entry.current ? 'page' : undefined}>
          <Icon name={entry.icon} size={22} />
          {entry.phone}
        </Go>
      ))}
      {shown.length < entries.length && (
        <button type="button" aria-expanded={open} onClick={() => setOpen(true)}>
          <Icon name="more" size={22} />
          {words.more}
        </button>
      )}
      <Sheet title={words.more} open={open} onClose={() => setOpen(false)}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: closes after a link inside was followed, by key or by finger */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link followed by key sends a click as well */}
        <div onClick={() => setOpen(false)}>
          <NavigationList groups={groups} />
        </div>
      </Sheet>
    </nav>
  )
}
