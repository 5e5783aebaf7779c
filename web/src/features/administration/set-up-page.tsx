import { readSignInOptions } from '@jiannuo/contract/identity/session.ts'
import { setUp } from '@jiannuo/contract/identity/set-up.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { query, useCommand } from '../../app/server/query.ts'
import { Frame } from '../../app/sign-in/frame.tsx'
import { useWords } from '../../i18n/dictionary.ts'
import { dayOf, dayWithYear } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { PrintButton } from '../../ui/action/print-button.tsx'
import { FieldRow } from '../../ui/form/field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { setUpWords } from './set-up-words.ts'

const EMPTY = {
  token: '',
  city: '',
  cityCommittee: { code: '', name: '' },
  workCommittee: { code: '', name: '' },
  staff: { login: '', name: '', code: '' },
  systemAdministrator: { login: 'system', name: '' },
  securityAdministrator: { login: 'security', name: '' },
  auditAdministrator: { login: 'audit', name: '' },
}
const ADMINISTRATORS = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const

/** The first page of a new installation, without a session; the server asks for the token of its console. */
export function SetUpPage() {
  const words = useWords(setUpWords)
  const [plan, setPlan] = useState(EMPTY)
  const { setup } = useSuspenseQuery(query(readSignInOptions)).data
  const [done, setDone] = useState<Reply<typeof setUp> | null>(null)
  const command = useCommand(setUp, { invalidates: [], onDone: setDone })
  if (done) return <CodesPage done={done} />
  if (!setup)
    return (
      <Frame wide>
        <Page title={words.already} width="form">
          <ToSignIn />
        </Page>
      </Frame>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void command.run({ body: plan })
  }
  const fields = command.problem?.fields ?? {}
  const top = (key: 'token' | 'city', hint: string) => (
    <TextField
      label={words[key]}
      hint={hint}
      value={plan[key]}
      onChange={value => setPlan({ ...plan, [key]: value })}
      error={fields[`/${key}`]}
    />
  )
  /** One field of one part of the plan. */
  const part = <Part extends Exclude<keyof typeof EMPTY, 'token' | 'city'>>(
    of: Part,
    key: keyof (typeof EMPTY)[Part] & string,
    label: string,
    hint?: string,
  ) => (
    <TextField
      label={label}
      hint={hint}
      value={String(plan[of][key])}
      onChange={value => setPlan({ ...plan, [of]: { ...plan[of], [key]: value } })}
      error={fields[`/${of}/${key}`]}
    />
  )
  return (
    <Frame wide>
      <Page title={words.title} note={words.note} width="form">
        <form onSubmit={submit} noValidate>
          <Stack>
            <ProblemAlert problem={command.problem} />
            <Card>
              <div className="form">
                {top('token', words.tokenHint)}
                {top('city', words.cityHint)}
              </div>
            </Card>
            <Card title={words.units} note={words.unitsNote}>
              <div className="form">
                {(['cityCommittee', 'workCommittee'] as const).map(of => (
                  <fieldset key={of} className="field">
                    <legend className="field-label">{words[of]}</legend>
                    <FieldRow>
                      {part(of, 'name', words.name)}
                      {part(of, 'code', words.code)}
                    </FieldRow>
                  </fieldset>
                ))}
              </div>
            </Card>
            <Card title={words.people} note={words.peopleNote}>
              <div className="form">
                <fieldset className="field">
                  <legend className="field-label">{words.staff}</legend>
                  <FieldRow>
                    {part('staff', 'name', words.person)}
                    {part('staff', 'login', words.login, words.loginHint)}
                    {part('staff', 'code', words.memberCode, words.memberCodeHint)}
                  </FieldRow>
                </fieldset>
                {ADMINISTRATORS.map(of => (
                  <fieldset key={of} className="field">
                    <legend className="field-label">{words[of]}</legend>
                    <FieldRow>
                      {part(of, 'name', words.person)}
                      {part(of, 'login', words.login)}
                    </FieldRow>
                  </fieldset>
                ))}
              </div>
            </Card>
            <div>
              <Button submit kind="primary" busy={command.busy}>
                {words.submit}
              </Button>
            </div>
          </Stack>
        </form>
      </Page>
    </Frame>
  )
}

const isAdministrator = (role: string): role is (typeof ADMINISTRATORS)[number] =>
  ADMINISTRATORS.some(one => one === role)

const ToSignIn = () => (
  <p>
    <a className="button primary" href="/sign-in">
      {useWords(setUpWords).toSignIn}
    </a>
  </p>
)

function CodesPage({ done }: { done: Reply<typeof setUp> }) {
  const words = useWords(setUpWords)
  const titleOf = (role: string) => (isAdministrator(role) ? words[role] : words.staff)
  return (
    <Frame wide>
      <Page
        title={words.doneTitle}
        note={words.doneNote(dayWithYear(dayOf(done.until)))}
        width="form"
        actions={<PrintButton />}
      >
        <Card flush>
          <Rows>
            {done.accounts.map(account => (
              <Row
                key={account.login}
                title={`${titleOf(account.role)} · ${account.name}（${account.login}）`}
                state={<code>{account.code}</code>}
              />
            ))}
          </Rows>
        </Card>
        <ToSignIn />
      </Page>
    </Frame>
  )
}
