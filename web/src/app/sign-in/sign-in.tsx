import { readSignInOptions } from '@jiannuo/contract/identity/session.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useWords } from '../../i18n/dictionary.ts'
import { InlineAlert } from '../../ui/state/inline-alert.tsx'
import { call } from '../server/api.ts'
import { FirstPasswordStep } from './first-password-step.tsx'
import { Frame } from './frame.tsx'
import { PasswordStep } from './password-step.tsx'
import { PersonaList } from './persona-list.tsx'
import type { Step } from './step.ts'
import { TotpStep } from './totp-step.tsx'
import { signInWords } from './words.ts'

type Options = Reply<typeof readSignInOptions>

function SignInPage() {
  const words = useWords(signInWords)
  const [options, setOptions] = useState<Options | null>(null)
  const [step, setStep] = useState<Step>({ at: 'password' })
  useEffect(() => {
    // Without the options the form still works, and it is the form that then says what is the matter.
    call(readSignInOptions).then(setOptions, () => setOptions(null))
  }, [])
  const heading = { password: words.title, totp: words.totpTitle, setPassword: words.newTitle }[step.at]
  useEffect(() => {
    document.title = `${heading} · 践诺`
  }, [heading])
  const restart = () => setStep({ at: 'password' })
  return (
    <Frame>
      <h1>{heading}</h1>
      {options?.setup && (
        <InlineAlert
          tone="info"
          title={words.setup}
          actions={
            <a className="button primary" href="/setup">
              {words.toSetup}
            </a>
          }
        />
      )}
      {step.at === 'password' && <PasswordStep onStep={setStep} />}
      {step.at === 'totp' && <TotpStep onStep={setStep} restart={restart} />}
      {step.at === 'setPassword' && (
        <FirstPasswordStep login={step.login} oneTimeCode={step.oneTimeCode} onStep={setStep} restart={restart} />
      )}
      {options?.demo && step.at === 'password' && <PersonaList personas={options.personas} />}
    </Frame>
  )
}

export function showSignIn(root: HTMLElement) {
  createRoot(root).render(
    <StrictMode>
      <SignInPage />
    </StrictMode>,
  )
}
