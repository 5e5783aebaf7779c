import { signIn } from '@jiannuo/contract/identity/session.ts'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { call } from '../server/api.ts'
import { enter, type Step } from './step.ts'
import { SubmitButton } from './submit-button.tsx'
import { useStep } from './use-step.ts'
import { signInWords } from './words.ts'

export function PasswordStep({ onStep }: { onStep: (step: Step) => void }) {
  const words = useWords(signInWords)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const { run, busy, problem } = useStep()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!login.trim() || !password) return
    void run(async () => {
      const { next } = await call(signIn, { body: { login, password } })
      if (next === 'done') enter()
      else onStep(next === 'totp' ? { at: 'totp' } : { at: 'setPassword', login, oneTimeCode: password })
    })
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ProblemAlert problem={problem} />
      <TextField
        label={words.login}
        name="login"
        autoComplete="username"
        value={login}
        onChange={setLogin}
        error={tried && !login.trim() ? words.needLogin : undefined}
      />
      <TextField
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        hint={words.passwordHint}
        error={tried && !password ? words.needPassword : undefined}
      />
      <SubmitButton busy={busy}>{words.enter}</SubmitButton>
    </form>
  )
}
