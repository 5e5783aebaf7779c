import { Navigate, useRouter } from '@tanstack/react-router'
import { useWords } from '../../i18n/dictionary.ts'
import { Card } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { shownNavigation } from '../navigation.ts'
import { useSession } from '../session.ts'
import { appWords } from '../words.ts'

/** `/` leads to the home of the present capacity: the first entry of its navigation. */
export function Home() {
  const words = useWords(appWords)
  const session = useSession()
  const router = useRouter()
  const [first] = shownNavigation(session.current.role, path => path in router.routesByPath)
  const home = first?.entries[0]
  if (home) return <Navigate to={home.path} replace />
  return (
    <Page title={words.noPosts}>
      <Card>
        <Empty title={words.noPostsNote} />
      </Card>
    </Page>
  )
}
