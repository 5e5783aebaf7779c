import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../i18n/dictionary.ts'
import { ButtonLink } from '../ui/action/button.tsx'
import { Card } from '../ui/page/card.tsx'
import { Page } from '../ui/page/page.tsx'
import { Empty } from '../ui/state/empty.tsx'
import { Failed } from '../ui/state/failed.tsx'
import { Loading } from '../ui/state/loading.tsx'
import { leaveForSignIn } from './server/api.ts'
import { ProblemError, troubleOf } from './server/problem.ts'
import { appWords } from './words.ts'

/** A page that could not be shown, inside the shell. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const words = useWords(appWords)
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const trouble = troubleOf(error)
  // Only a page that cannot open leads away; on one that stands somebody may be typing.
  const signedOut = error instanceof ProblemError && error.code === 'NOT_SIGNED_IN'
  useEffect(() => {
    if (signedOut) leaveForSignIn()
  }, [signedOut])
  const retry = () => {
    // After an update the old files are gone: only a fresh load helps.
    if (trouble.detail === words.stale) return window.location.reload()
    queries.reset()
    reset()
    void router.invalidate()
  }
  if (signedOut) return <Loading />
  const home = <ButtonLink to="/">{words.home}</ButtonLink>
  // Asking again changes nothing about what is not there or not theirs.
  if (trouble.status === 403 || trouble.status === 404)
    return (
      <Page title={words.closedTitle}>
        <Failed trouble={trouble} actions={home} />
      </Page>
    )
  return (
    <Page title={words.failedTitle}>
      <Failed trouble={trouble} retry={retry} actions={home} />
    </Page>
  )
}

export function NotFoundPage() {
  const words = useWords(appWords)
  return (
    <Page title={words.notFound}>
      <Card>
        <Empty title={words.notFoundNote} actions={<ButtonLink to="/">{words.home}</ButtonLink>} />
      </Card>
    </Page>
  )
}

/** Not even the session came: the failure stands alone. */
export function FailedShell(props: ErrorComponentProps) {
  return (
    <main className="shell-alone">
      <FailedPage {...props} />
    </main>
  )
}
