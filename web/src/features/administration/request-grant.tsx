import {
  ADMINISTRATOR_ROLES,
  listAccounts,
  listGrants,
  requestGrant,
} from '@jiannuo/contract/identity/administration.ts'
import { type FormEvent, useState } from 'react'
import { useCommand, useList } from '../../app/server/query.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../../ui/action/button.tsx'
import { SelectField } from '../../ui/form/choice-field.tsx'
import { FieldRow } from '../../ui/form/field.tsx'
import { DayField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { administrationWords } from './words.ts'

/** The offices of administrators are given here; business roles come with posts in the organisation. */
export function RequestGrant() {
  const words = useWords(administrationWords)
  const today = useToday()
  const { items } = useList(listAccounts, { query: { only: 'administrators' } })
  const [accountId, setAccountId] = useState('')
  const [role, setRole] = useState<(typeof ADMINISTRATOR_ROLES)[number] | ''>('')
  const [fromOn, setFromOn] = useState(today)
  const [untilOn, setUntilOn] = useState('')
  const [tried, setTried] = useState(false)
  const request = useCommand(requestGrant, {
    invalidates: [listGrants],
    onDone: () => {
      setAccountId('')
      setTried(false)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (accountId && role) void request.run({ body: { accountId, role, fromOn, untilOn: untilOn || null } })
  }
  return (
    <Card title={words.requestGrant} note={words.requestNote}>
      <form className="form" onSubmit={submit} noValidate>
        <ProblemAlert problem={request.problem} />
        <FieldRow>
          <SelectField
            label={words.account}
            options={items.map(a => ({ value: a.id, label: `${a.name}（${a.login}）` }))}
            value={accountId}
            onChange={setAccountId}
            error={tried && !accountId ? words.choose : undefined}
          />
          <SelectField
            label={words.role}
            options={ADMINISTRATOR_ROLES.map(value => ({ value, label: words.roles[value] }))}
            value={role}
            onChange={setRole}
            error={tried && !role ? words.choose : undefined}
          />
        </FieldRow>
        <FieldRow>
          <DayField label={words.from} value={fromOn} onChange={setFromOn} error={request.problem?.fields['/fromOn']} />
          <DayField
            label={words.untilDay}
            optional
            value={untilOn}
            onChange={setUntilOn}
            error={request.problem?.fields['/untilOn']}
          />
        </FieldRow>
        <div>
          <Button submit kind="primary" busy={request.busy}>
            {words.requestGrant}
          </Button>
        </div>
      </form>
    </Card>
  )
}
