import { readMyAccount } from '@jiannuo/contract/identity/session.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../app/server/query.ts'
import { useSession } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { ButtonLink } from '../../ui/action/button.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { InlineAlert } from '../../ui/state/inline-alert.tsx'
import { PasswordCard } from './password-card.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { accountWords } from './words.ts'

/** Sessions, password and second factor; while the post still lacks its second factor, that alone. */
export function MyAccountPage() {
  const words = useWords(accountWords)
  const session = useSession()
  const account = useSuspenseQuery(query(readMyAccount)).data
  return (
    <Page
      title={session.mustEnrol ? words.mustEnrolTitle : words.myAccount(account.sessions.length)}
      kicker={words.kicker(account.login)}
      actions={session.personId && !session.mustEnrol && <ButtonLink to="/my-data">{words.myData}</ButtonLink>}
      width="form"
    >
      <Stack>
        {session.mustEnrol && <InlineAlert tone="warn" title={words.mustEnrol} />}
        <SecondFactorCard since={account.secondFactorSince} needed={session.mustEnrol} />
        {!session.mustEnrol && <SessionsCard sessions={account.sessions} />}
        {!session.mustEnrol && <PasswordCard hasPassword={account.hasPassword} login={account.login} />}
      </Stack>
    </Page>
  )
}
