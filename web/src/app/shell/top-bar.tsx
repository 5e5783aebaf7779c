import type { readSession } from '@jiannuo/contract/identity/session.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useRouter } from '@tanstack/react-router'
import { useWords } from '../../i18n/dictionary.ts'
import { Go } from '../../ui/go.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useUnread } from '../session.ts'
import { appWords } from '../words.ts'
import { PostMenu } from './post-menu.tsx'
import { SearchBox } from './search-box.tsx'
import type { ShownEntry } from './side-navigation.tsx'

interface TopBarProps {
  session: Reply<typeof readSession>
  tabs: readonly ShownEntry[]
  search: boolean
  flow: boolean
}

export function TopBar({ session, tabs, search, flow }: TopBarProps) {
  const words = useWords(appWords)
  const router = useRouter()
  const unread = useUnread()
  return (
    <header className="shell-bar">
      {flow && (
        <button
          type="button"
          className="icon-button bar-back"
          aria-label={words.back}
          onClick={() => router.history.back()}
        >
          <Icon name="back" size={22} />
        </button>
      )}
      <Go to="/" className="bar-brand">
        <span className="wordmark">{words.product}</span>
        <span className="bar-city">{words.system(session.city)}</span>
        <span className="bar-unit">{session.current.unitName}</span>
      </Go>
      {tabs.length > 0 && (
        <nav className="bar-tabs" aria-label={words.navigation}>
          {tabs.map(tab => (
            <Go key={tab.path} to={tab.path} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.waiting > 0 && <span className="nav-count">{tab.waiting}</span>}
            </Go>
          ))}
        </nav>
      )}
      <div className="bar-right">
        {search && <SearchBox />}
        {'/inbox' in router.routesByPath && (
          <Go to="/inbox" className="bar-bell" aria-label={words.inbox(unread)}>
            <Icon name="bell" size={20} />
            {unread > 0 && <span className="bell-count">{unread}</span>}
          </Go>
        )}
        {'/help' in router.routesByPath && flow && (
          <Go to="/help" className="icon-button" aria-label={words.help}>
            <Icon name="help" size={20} />
          </Go>
        )}
        <PostMenu session={session} />
      </div>
    </header>
  )
}
