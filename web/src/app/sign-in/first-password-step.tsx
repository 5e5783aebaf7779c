import { setFirstPassword } from '@jiannuo/contract/identity/session.ts'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { call } from '../server/api.ts'
import { enter, type Step } from './step.ts'
import { SubmitButton } from './submit-button.tsx'
import { useStep } from './use-step.ts'
import { signInWords } from './words.ts'

interface FirstPasswordStepProps {
  login: string
  oneTimeCode: string
  onStep: (step: Step) => void
  restart: () => void
}

/** After a one-time code: a password of one's own. How strong it must be is the server's to say. */
export function FirstPasswordStep({ login, oneTimeCode, onStep, restart }: FirstPasswordStepProps) {
  const words = useWords(signInWords)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const { run, busy, problem } = useStep()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!password || password !== again) return
    void run(async () => {
      const { next } = await call(setFirstPassword, { body: { login, oneTimeCode, password } })
      if (next === 'done') enter()
      else if (next === 'totp') onStep({ at: 'totp' })
      else restart()
    })
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="second">{words.newNote}</p>
      <ProblemAlert problem={problem} />
      <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
      <TextField
        label={words.newPassword}
        name="new-password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        hint={words.newHint}
        error={problem?.fields['/password']}
      />
      <TextField
        label={words.again}
        name="again"
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={tried && password !== again ? words.differs : undefined}
      />
      <SubmitButton busy={busy}>{words.save}</SubmitButton>
      <button type="button" className="button text" onClick={restart}>
        {words.restart}
      </button>
    </form>
  )
}
