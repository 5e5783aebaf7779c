import { restoreRights, SuspensionCause, suspendRights } from '@jiannuo/contract/membership/member.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import type { Member } from './member-forms.tsx'

type Cause = z.output<typeof SuspensionCause>
const zhCauses: Record<string, string> = { probationWithinParty: '留党察看', detention: '依法留置、逮捕' }
const zh = {
  title: '表决权、选举权',
  causes: zhCauses,
  full: '没有暂停记录',
  running: (cause: string, from: string, until: string | null) => `${cause}，${from}起${until ? `，${until}恢复` : ''}`,
  suspend: '暂停',
  restore: '恢复',
  cause: '原因',
  from: '自哪天起暂停',
  until: '自哪天起恢复',
  document: '依据文件',
  send: '记下暂停',
  sendRestore: '记下恢复',
}
const en: typeof zh = {
  title: 'Rights to vote and to elect',
  causes: { probationWithinParty: 'probation within the Party', detention: 'lawful detention or arrest' },
  full: 'Never suspended',
  running: (cause, from, until) => `${cause}, from ${from}${until ? `, again from ${until}` : ''}`,
  suspend: 'Suspend',
  restore: 'Restore',
  cause: 'Cause',
  from: 'Suspended from',
  until: 'Again from',
  document: 'Document',
  send: 'Record the suspension',
  sendRestore: 'Record that they are restored',
}
const rightsWords = { zh, en }

/** Suspended rights, for the member himself and those who keep the register; the voting base of a meeting follows them. */
export function RightsCard({ member }: { member: Member }) {
  const words = useWords(rightsWords)
  const today = useToday()
  const [open, setOpen] = useState(false)
  const latest = member.suspensions[0]
  const runs = latest !== undefined && (latest.until === null || latest.until > today)
  if (!member.may.manage && member.suspensions.length === 0) return null
  const close = () => setOpen(false)
  return (
    <Card
      title={words.title}
      extra={
        member.may.manage && (
          <Button small expanded={open} onClick={() => setOpen(!open)}>
            {runs ? words.restore : words.suspend}
          </Button>
        )
      }
      flush
    >
      <Rows>
        {member.suspensions.length === 0 && <Row title={words.full} />}
        {member.suspensions.map(s => (
          <Row
            key={s.id}
            title={words.running(
              words.causes[s.cause] ?? s.cause,
              dayWithYear(s.from),
              s.until && dayWithYear(s.until),
            )}
            note={s.document}
          />
        ))}
      </Rows>
      {open && (runs ? <Restore member={member} onDone={close} /> : <Suspend member={member} onDone={close} />)}
    </Card>
  )
}

function Suspend({ member, onDone }: { member: Member; onDone: () => void }) {
  const words = useWords(rightsWords)
  const [cause, setCause] = useState<Cause>('probationWithinParty')
  const [from, setFrom] = useState(useToday())
  const [document, setDocument] = useState('')
  const command = useCommand(suspendRights, { onDone })
  const fields = command.problem?.fields ?? {}
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { memberId: member.id }, body: { cause, from, document } })
      }}
    >
      <SelectField
        label={words.cause}
        options={SuspensionCause.options.map(value => ({ value, label: words.causes[value] ?? value }))}
        value={cause}
        onChange={setCause}
      />
      <DayField label={words.from} value={from} error={fields['/from']} onChange={setFrom} />
      <TextField
        label={words.document}
        value={document}
        maxLength={120}
        error={fields['/document']}
        onChange={setDocument}
      />
      <ProblemAlert problem={command.problem} />
      <Button submit busy={command.busy}>
        {words.send}
      </Button>
    </form>
  )
}

function Restore({ member, onDone }: { member: Member; onDone: () => void }) {
  const words = useWords(rightsWords)
  const [until, setUntil] = useState(useToday())
  const command = useCommand(restoreRights, { onDone })
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { memberId: member.id }, body: { until } })
      }}
    >
      <DayField label={words.until} value={until} error={command.problem?.fields['/until']} onChange={setUntil} />
      <ProblemAlert problem={command.problem} />
      <Button submit busy={command.busy}>
        {words.sendRestore}
      </Button>
    </form>
  )
}
