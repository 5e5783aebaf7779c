import { Navigate, Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { language } from '../../i18n/language.ts'
import { InlineAlert } from '../../ui/state/inline-alert.tsx'
import { Loading } from '../../ui/state/loading.tsx'
import { belongsTo, frames, personaOf, shownNavigation } from '../navigation.ts'
import { useSession, useSessionEnded, useWaiting } from '../session.ts'
import { appWords } from '../words.ts'
import { BottomBar } from './bottom-bar.tsx'
import { SideNavigation } from './side-navigation.tsx'
import './shell.css'
import { TopBar } from './top-bar.tsx'

/** What stands around every page: top tabs for members, a column for staff, nothing but the bar for an assignment. */
export function Shell() {
  const words = useWords(appWords)
  const session = useSession()
  const waiting = useWaiting()
  const ended = useSessionEnded()
  const router = useRouter()
  const path = useRouterState({ select: state => state.location.pathname })
  const flow = useRouterState({ select: state => state.matches.some(match => match.staticData.flow) })
  const persona = personaOf(session.current.role)
  const frame = session.mustEnrol ? 'none' : frames[persona]
  const groups = shownNavigation(session.current.role, one => one in router.routesByPath).map(group => ({
    title: group.title?.[language()],
    entries: group.entries.map(entry => ({
      path: entry.path,
      label: entry[language()],
      phone: entry.phone?.[language()],
      icon: entry.icon,
      waiting: entry.counted ? waiting(session.current.key, entry.path) : 0,
      current: belongsTo(path, entry.path),
    })),
  }))
  return (
    <div className={`shell ${frame} ${persona}${flow ? ' flow' : ''}`}>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <TopBar
        session={session}
        tabs={frame === 'tabs' ? groups.flatMap(group => group.entries) : []}
        search={frame === 'side' && persona !== 'administrator' && '/search' in router.routesByPath}
        flow={flow}
      />
      <div className="shell-body">
        {frame === 'side' && <SideNavigation groups={groups} />}
        <main id="main" className="shell-main" tabIndex={-1}>
          {ended && (
            <InlineAlert
              tone="warn"
              title={words.ended}
              actions={
                <a href="/sign-in" target="_blank" rel="noreferrer">
                  {words.signInAgain}
                </a>
              }
            >
              {words.endedNote}
            </InlineAlert>
          )}
          <Suspense fallback={<Loading />}>
            {session.mustEnrol && path !== '/my-account' ? <Navigate to="/my-account" replace /> : <Outlet />}
          </Suspense>
        </main>
      </div>
      {!flow && frame !== 'none' && <BottomBar groups={groups} />}
    </div>
  )
}
