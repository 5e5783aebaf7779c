import { type readSession, signOut, switchCapacity } from '@jiannuo/contract/identity/session.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useRouter } from '@tanstack/react-router'
import { useWords } from '../../i18n/dictionary.ts'
import { language, setLanguage } from '../../i18n/language.ts'
import { Menu } from '../../ui/action/menu.tsx'
import { Go } from '../../ui/go.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { useCommand } from '../server/query.ts'
import { useWaiting } from '../session.ts'
import { appWords } from '../words.ts'

/** Who one is and in which capacity; the other capacities with what waits in each; language; the way out. */
export function PostMenu({ session }: { session: Reply<typeof readSession> }) {
  const words = useWords(appWords)
  const router = useRouter()
  const waiting = useWaiting()
  // Another capacity is another world of data: the page is loaded anew at its home.
  const change = useCommand(switchCapacity, { invalidates: [], onDone: () => window.location.assign('/') })
  const leave = useCommand(signOut, { invalidates: [], onDone: () => window.location.assign('/sign-in') })
  const { current, capacities, name } = session
  const opener = (
    <>
      <span className="post-mark" aria-hidden="true">
        {[...name][0]}
      </span>
      <span className="post-name">
        <span>{name}</span>
        <span className="fine">
          {current.unitName} {current.title[language()]}
        </span>
      </span>
      <span className="hidden">{words.postMenu}</span>
      <Icon name="down" />
    </>
  )
  const others = capacities.filter(one => one.key !== current.key)
  return (
    <Menu opener={opener}>
      {close => (
        <>
          <ProblemAlert problem={change.problem ?? leave.problem} />
          <p className="menu-title">
            {current.unitName} {current.title[language()]}
          </p>
          {others.length > 0 && <p className="menu-title">{words.posts}</p>}
          {others.map(one => (
            <button
              key={one.key}
              type="button"
              className="menu-item"
              onClick={() => change.run({ body: { key: one.key } })}
            >
              <span>
                {one.unitName} {one.title[language()]}
              </span>
              {waiting(one.key) > 0 && <span className="nav-count">{words.waiting(waiting(one.key))}</span>}
            </button>
          ))}
          <hr className="menu-rule" />
          {'/my-data' in router.routesByPath && (
            <Go to="/my-data" className="menu-item">
              {words.myData}
            </Go>
          )}
          <button
            type="button"
            className="menu-item"
            lang={language() === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => {
              setLanguage(language() === 'zh' ? 'en' : 'zh')
              close()
            }}
          >
            {words.language}
          </button>
          <button type="button" className="menu-item" onClick={() => leave.run()}>
            {words.signOut}
          </button>
        </>
      )}
    </Menu>
  )
}
