import { countRosterAccounts, createRosterAccounts, listAccounts } from '@jiannuo/contract/identity/administration.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../../app/server/api.ts'
import { ownProblem, ProblemError } from '../../../app/server/problem.ts'
import { keyOf } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { languageTag } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { administrationWords } from '../words.ts'

/** The sheet of codes comes as a file: it is saved at once, because nobody can ask for it again. */
async function fetchSheet(renew: boolean): Promise<Blob> {
  const response = await fetch(address(createRosterAccounts, { body: {} }), {
    method: 'POST',
    headers: { 'x-requested-with': 'jiannuo', 'content-type': 'application/json', 'accept-language': languageTag() },
    body: JSON.stringify({ renew }),
    credentials: 'same-origin',
  }).catch(() => null)
  if (!response) throw ownProblem('NETWORK', 0)
  if (response.ok) return response.blob()
  const problem = await response.json().catch(() => null)
  throw problem?.code ? new ProblemError(problem) : ownProblem('UNREADABLE', response.status)
}

function save(file: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = '一次性口令.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export function RosterCodes({ withoutAccount, neverUsed }: Reply<typeof countRosterAccounts>) {
  const words = useWords(administrationWords)
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const run = async (renew: boolean) => {
    setBusy(true)
    setProblem(null)
    try {
      save(await fetchSheet(renew))
      await Promise.all(
        [listAccounts, countRosterAccounts].map(route => client.invalidateQueries({ queryKey: keyOf(route) })),
      )
    } catch (error) {
      setProblem(error instanceof ProblemError ? error : ownProblem('UNREADABLE', 0))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={words.codes} note={words.ofMembersNote} flush>
      <ProblemAlert problem={problem} />
      <Rows>
        <Row
          title={words.ofMembers}
          note={withoutAccount > 0 ? words.missing(withoutAccount) : words.noneMissing}
          action={
            withoutAccount > 0 && (
              <Button
                kind="primary"
                icon="download"
                busy={busy}
                label={`${words.download}：${words.ofMembers}`}
                onClick={() => void run(false)}
              >
                {words.download}
              </Button>
            )
          }
        />
        <Row
          title={words.renew}
          note={neverUsed > 0 ? words.neverUsed(neverUsed) : words.noneUnused}
          action={
            neverUsed > 0 && (
              <Button
                icon="download"
                busy={busy}
                label={`${words.download}：${words.renew}`}
                onClick={() => void run(true)}
              >
                {words.download}
              </Button>
            )
          }
        />
      </Rows>
    </Card>
  )
}
