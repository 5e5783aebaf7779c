import {
  beginSecondFactor,
  confirmSecondFactor,
  readMyAccount,
  readSession,
} from '@jiannuo/contract/identity/session.ts'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayOf, dayWithYear } from '../../i18n/format.ts'
import { Button, ButtonLink } from '../../ui/action/button.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { QrCode } from '../../ui/text/qr-code.tsx'
import { accountWords } from './words.ts'

interface SecondFactorCardProps {
  /** Instant since when one is in use. */
  since: string | null
  needed: boolean
}

const digits = (typed: string) => typed.normalize('NFKC').replaceAll(/\s/g, '')

/** Sets one up in two steps: the secret goes to the phone, a code comes back. */
export function SecondFactorCard({ since, needed }: SecondFactorCardProps) {
  const words = useWords(accountWords)
  const [secret, setSecret] = useState<{ secret: string; uri: string } | null>(null)
  const [typed, setTyped] = useState('')
  const [done, setDone] = useState(false)
  const begin = useCommand(beginSecondFactor, {
    invalidates: [],
    onDone: reply => {
      setSecret(reply)
      setTyped('')
    },
  })
  const confirm = useCommand(confirmSecondFactor, {
    invalidates: [readMyAccount, readSession],
    onDone: () => {
      setSecret(null)
      setTyped('')
      setDone(true)
    },
  })
  const code = digits(typed)
  const start = () => void begin.run({ body: since ? { code } : {} })
  const finish = (event: FormEvent) => {
    event.preventDefault()
    void confirm.run({ body: { code } })
  }
  const codeField = (label: string, hint?: string) => (
    <TextField
      label={label}
      width="short"
      inputMode="numeric"
      autoComplete="one-time-code"
      value={typed}
      onChange={setTyped}
      hint={hint}
    />
  )
  return (
    <Card title={words.factor} note={since ? words.factorSince(dayWithYear(dayOf(since))) : words.factorOff}>
      <div className="form">
        <p className="second">{words.factorWhy}</p>
        <ProblemAlert problem={begin.problem ?? confirm.problem} />
        {done && (
          <InlineAlert tone="ok" title={words.enrolled} actions={<ButtonLink to="/">{words.goOn}</ButtonLink>} />
        )}
        {!secret && since && codeField(words.presentCode, words.presentCodeHint)}
        {!secret && (
          <div>
            <Button kind={needed ? 'primary' : 'plain'} busy={begin.busy} onClick={start}>
              {since ? words.replace : words.begin}
            </Button>
          </div>
        )}
        {secret && (
          <form className="form" onSubmit={finish} noValidate>
            <p>{words.step1}</p>
            <QrCode value={secret.uri} />
            <p className="second">{words.step1Typed}</p>
            <p>
              <code>{secret.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
            </p>
            <p>
              <a href={secret.uri}>{words.openApp}</a>
            </p>
            <p>{words.step2}</p>
            {codeField(words.code)}
            <div>
              <Button submit kind="primary" busy={confirm.busy}>
                {words.confirm}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Card>
  )
}
