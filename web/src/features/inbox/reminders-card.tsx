import {
  confirmAddress,
  dropAddress,
  MailMode,
  type Reminders,
  readReminders,
  setAddress,
  setReminders,
} from '@jiannuo/contract/desk/reminder.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { CheckField, SelectField } from '../../ui/form/choice-field.tsx'
import { FieldRow } from '../../ui/form/field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { inboxWords } from './words.ts'

/** 提醒方式: mail and messenger beside the inbox, as far as this installation has them. */
export function RemindersCard() {
  const words = useWords(inboxWords)
  const { data } = useSuspenseQuery(query(readReminders))
  if (!data.mailAvailable && !data.hookAvailable) return null
  return (
    <Card title={words.reminders}>
      <div className="inbox-feed">
        {data.failedAt && <InlineAlert tone="warn" title={words.mailFailed(dayAndTime(data.failedAt))} />}
        {data.mailAvailable && <Address data={data} />}
        {(data.confirmed || data.hookAvailable) && <Wishes key={JSON.stringify(data)} data={data} />}
      </div>
    </Card>
  )
}

function Address({ data }: { data: Reminders }) {
  const words = useWords(inboxWords)
  const [address, setText] = useState('')
  const [code, setCode] = useState('')
  const send = useCommand(setAddress, { invalidates: [readReminders] })
  const confirm = useCommand(confirmAddress, { invalidates: [readReminders] })
  const drop = useCommand(dropAddress, { invalidates: [readReminders] })
  if (data.address === null)
    return (
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void send.run({ body: { address: address.trim() } })
        }}
      >
        <TextField
          label={words.address}
          hint={words.addressHint}
          inputMode="email"
          autoComplete="email"
          value={address}
          error={send.problem?.fields['/address']}
          onChange={setText}
        />
        <ProblemAlert problem={send.problem} />
        <div className="inbox-buttons">
          <Button submit busy={send.busy}>
            {words.sendCode}
          </Button>
        </div>
      </form>
    )
  return (
    <>
      <p className="second">{data.confirmed ? words.mailTo(data.address) : words.codeSent(data.address)}</p>
      {!data.confirmed && (
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault()
            void confirm.run({ body: { code: code.normalize('NFKC').trim() } })
          }}
        >
          <TextField
            label={words.code}
            width="medium"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            error={confirm.problem?.fields['/code']}
            onChange={setCode}
          />
          <ProblemAlert problem={confirm.problem} />
          <div className="inbox-buttons">
            <Button submit busy={confirm.busy}>
              {words.confirm}
            </Button>
          </div>
        </form>
      )}
      <ProblemAlert problem={drop.problem} />
      <div className="inbox-buttons">
        <Button kind="danger" icon="close" busy={drop.busy} onClick={() => void drop.run()}>
          {words.dropAddress}
        </Button>
      </div>
    </>
  )
}

function Wishes({ data }: { data: Reminders }) {
  const words = useWords(inboxWords)
  const [mode, setMode] = useState(data.mode)
  const [quietFrom, setFrom] = useState(data.quietFrom ?? '')
  const [quietUntil, setUntil] = useState(data.quietUntil ?? '')
  const [hook, setHook] = useState(data.hook)
  const save = useCommand(setReminders, { invalidates: [readReminders] })
  const fields = save.problem?.fields ?? {}
  const clock = (text: string) => text.normalize('NFKC').trim() || null
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void save.run({ body: { mode, quietFrom: clock(quietFrom), quietUntil: clock(quietUntil), hook } })
      }}
    >
      {data.confirmed && (
        <>
          <SelectField
            label={words.mode}
            options={MailMode.options.map(value => ({ value, label: words.modes[value] }))}
            value={mode}
            onChange={setMode}
          />
          <FieldRow>
            <TextField
              label={words.quietFrom}
              hint={words.quietHint}
              optional
              width="short"
              value={quietFrom}
              error={fields['/quietFrom']}
              onChange={setFrom}
            />
            <TextField
              label={words.quietUntil}
              optional
              width="short"
              value={quietUntil}
              error={fields['/quietUntil']}
              onChange={setUntil}
            />
          </FieldRow>
        </>
      )}
      {data.hookAvailable && <CheckField label={words.hook} hint={words.hookHint} checked={hook} onChange={setHook} />}
      <ProblemAlert problem={save.problem} />
      <div className="inbox-buttons">
        <Button submit busy={save.busy}>
          {words.saveReminders}
        </Button>
      </div>
    </form>
  )
}
