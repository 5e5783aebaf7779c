import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Go } from '../../../ui/go.tsx'
import '../paper/pledge.css'
import { officeWords } from './words.ts'

const PATHS = ['/pledges', '/pledges/templates', '/pledges/duties', '/pledges/posts'] as const
const DESCRIBING = ['branchSecretary', 'organCommittee', 'workCommittee']

/** The four pages of an office's pledge work. */
export function Tabs({ at }: { at: (typeof PATHS)[number] }) {
  const words = useWords(officeWords)
  const { role } = useSession().current
  return (
    <nav className="pledge-tabs" aria-label={words.tabsLabel}>
      {PATHS.filter(path => path !== '/pledges/posts' || DESCRIBING.includes(role)).map(path => (
        <Go key={path} to={path} aria-current={path === at ? 'page' : undefined}>
          {words.tabs[path]}
        </Go>
      ))}
    </nav>
  )
}
