import { confirmTotp } from '@jiannuo/contract/identity/session.ts'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { call } from '../server/api.ts'
import { enter, type Step } from './step.ts'
import { SubmitButton } from './submit-button.tsx'
import { useStep } from './use-step.ts'
import { signInWords } from './words.ts'

interface TotpStepProps {
  onStep: (step: Step) => void
  restart: () => void
}

/** The second factor. Full-width digits and spaces are read as what they mean. */
export function TotpStep({ onStep, restart }: TotpStepProps) {
  const words = useWords(signInWords)
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const { run, busy, problem } = useStep()
  const code = typed.normalize('NFKC').replaceAll(/\s/g, '')
  const wellFormed = /^\d{6}$/.test(code)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!wellFormed) return
    void run(async () => {
      const { next } = await call(confirmTotp, { body: { code } })
      if (next === 'done') enter()
      else onStep({ at: 'password' })
    })
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ProblemAlert problem={problem} />
      <TextField
        label={words.totp}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={typed}
        onChange={setTyped}
        hint={words.totpHint}
        error={tried && !wellFormed ? words.needCode : undefined}
      />
      <SubmitButton busy={busy}>{words.confirm}</SubmitButton>
      <button type="button" className="button text" onClick={restart}>
        {words.restart}
      </button>
    </form>
  )
}
