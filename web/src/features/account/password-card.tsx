import { changePassword, readMyAccount } from '@jiannuo/contract/identity/session.ts'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../../ui/action/button.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { accountWords } from './words.ts'

const EMPTY = { current: '', next: '', again: '' }

export function PasswordCard({ hasPassword, login }: { hasPassword: boolean; login: string }) {
  const words = useWords(accountWords)
  const [typed, setTyped] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  const [changed, setChanged] = useState(false)
  const change = useCommand(changePassword, {
    invalidates: [readMyAccount],
    onDone: () => {
      setTyped(EMPTY)
      setTried(false)
      setChanged(true)
    },
  })
  if (!hasPassword) return <Card title={words.password}>{words.noPassword}</Card>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setChanged(false)
    if (typed.current && typed.next && typed.next === typed.again)
      void change.run({ body: { current: typed.current, password: typed.next } })
  }
  const field = (key: keyof typeof EMPTY, label: string, more: { hint?: string; error?: string | undefined }) => (
    <TextField
      label={label}
      name={key}
      type="password"
      autoComplete={key === 'current' ? 'current-password' : 'new-password'}
      value={typed[key]}
      onChange={value => setTyped({ ...typed, [key]: value })}
      {...more}
    />
  )
  return (
    <Card title={words.password}>
      <form className="form" onSubmit={submit} noValidate>
        <ProblemAlert problem={change.problem} />
        {changed && <InlineAlert tone="ok" title={words.changed} />}
        <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
        {field('current', words.current, {})}
        {field('next', words.next, { hint: words.nextHint })}
        {field('again', words.again, { error: tried && typed.next !== typed.again ? words.differs : undefined })}
        <div>
          <Button submit busy={change.busy}>
            {words.change}
          </Button>
        </div>
      </form>
    </Card>
  )
}
