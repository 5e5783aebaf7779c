import { createAdministratorAccount, listAccounts } from '@jiannuo/contract/identity/administration.ts'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { administrationWords } from '../words.ts'
import { CodeShown } from './code-shown.tsx'

export function NewAdministrator() {
  const words = useWords(administrationWords)
  const [login, setLogin] = useState('')
  const [name, setName] = useState('')
  const [made, setMade] = useState<{ name: string; code: string; until: string } | null>(null)
  const create = useCommand(createAdministratorAccount, {
    invalidates: [listAccounts],
    onDone: reply => setMade({ name, ...reply }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void create.run({ body: { login, name } })
  }
  return (
    <Card title={words.newAdministrator} note={words.newNote}>
      <form className="form" onSubmit={submit} noValidate>
        <ProblemAlert problem={create.problem} />
        {made && <CodeShown {...made} />}
        <FieldRow>
          <TextField label={words.login} value={login} onChange={setLogin} error={create.problem?.fields['/login']} />
          <TextField label={words.name} value={name} onChange={setName} error={create.problem?.fields['/name']} />
        </FieldRow>
        <div>
          <Button submit busy={create.busy}>
            {words.create}
          </Button>
        </div>
      </form>
    </Card>
  )
}
