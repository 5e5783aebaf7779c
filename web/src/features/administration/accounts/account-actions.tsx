import {
  type Account,
  endAccountSessions,
  listAccounts,
  resetCode,
  resetSecondFactor,
  setAccountState,
} from '@jiannuo/contract/identity/administration.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Row, Rows } from '../../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { administrationWords } from '../words.ts'
import { CodeShown } from './code-shown.tsx'

export type AccountRow = z.output<typeof Account>

/** What the present office may do to one account. The server decides; buttons of other offices are not offered. */
export function AccountActions({ account, role }: { account: AccountRow; role: string }) {
  const words = useWords(administrationWords)
  const [given, setGiven] = useState<{ name: string; code: string; until: string } | null>(null)
  const [done, setDone] = useState(false)
  const options = { invalidates: [listAccounts], onDone: () => setDone(true) }
  const code = useCommand(resetCode, { invalidates: [listAccounts], onDone: setGiven })
  const state = useCommand(setAccountState, options)
  const sessions = useCommand(endAccountSessions, options)
  const factor = useCommand(resetSecondFactor, options)
  const params = { id: account.id }
  const isSystem = role === 'systemAdministrator'
  const next = account.state === 'active' ? ('disabled' as const) : ('active' as const)
  return (
    <>
      <ProblemAlert problem={code.problem ?? state.problem ?? sessions.problem ?? factor.problem} />
      {done && <InlineAlert tone="ok" title={words.done} />}
      {given && <CodeShown {...given} />}
      <Rows>
        {role !== 'securityAdministrator' && (
          <Row
            title={words.resetCode}
            note={words.resetCodeNote}
            action={
              <Button busy={code.busy} onClick={() => code.run({ params })}>
                {words.resetCode}
              </Button>
            }
          />
        )}
        {isSystem && (
          <Row
            title={next === 'disabled' ? words.disable : words.enable}
            note={words.disableNote}
            action={
              <Button
                kind={next === 'disabled' ? 'danger' : 'plain'}
                busy={state.busy}
                onClick={() => state.run({ params, body: { state: next } })}
              >
                {next === 'disabled' ? words.disable : words.enable}
              </Button>
            }
          />
        )}
        {isSystem && (
          <Row
            title={words.endSessions}
            action={
              <Button busy={sessions.busy} onClick={() => sessions.run({ params })}>
                {words.endSessions}
              </Button>
            }
          />
        )}
        {role === 'securityAdministrator' && account.secondFactor && (
          <Row
            title={words.removeFactor}
            note={words.removeFactorNote}
            action={
              <Button kind="danger" busy={factor.busy} onClick={() => factor.run({ params })}>
                {words.removeFactor}
              </Button>
            }
          />
        )}
      </Rows>
    </>
  )
}
