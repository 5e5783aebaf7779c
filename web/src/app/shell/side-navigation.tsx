import { useWords } from '../../i18n/dictionary.ts'
import { Go } from '../../ui/go.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { appWords } from '../words.ts'
import './shell.css'

/** One entry of the navigation as the shell shows it. */
export interface ShownEntry {
  path: string
  label: string
  phone: string | undefined
  icon: IconName
  waiting: number
  current: boolean
}

export interface ShownGroup {
  title: string | undefined
  entries: readonly ShownEntry[]
}

/** The groups of the left column, also inside the sheet behind 更多. */
export function NavigationList({ groups }: { groups: readonly ShownGroup[] }) {
  return groups.map(group => (
    <div key={group.title ?? ''} className="nav-group">
      {group.title && <p className="nav-title">{group.title}</p>}
      <ul>
        {group.entries.map(entry => (
          <li key={entry.path}>
            <Go to={entry.path} className="nav-entry" aria-current={entry.current ? 'page' : undefined}>
              <Icon name={entry.icon} />
              <span>{entry.label}</span>
              {entry.waiting > 0 && <span className="nav-count">{entry.waiting}</span>}
            </Go>
          </li>
        ))}
      </ul>
    </div>
  ))
}

export function SideNavigation({ groups }: { groups: readonly ShownGroup[] }) {
  const words = useWords(appWords)
  return (
    <nav className="shell-nav" aria-label={words.navigation}>
      <NavigationList groups={groups} />
    </nav>
  )
}
