import { changeStanding, correctMember, leave, type readMember } from '@jiannuo/contract/membership/member.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { type ReactNode, useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { CheckField, RadioSegments, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { names } from '../names.ts'
import { memberWords } from './words.ts'
import '../organization.css'

export type Member = Reply<typeof readMember>

interface FormProps {
  member: Member
  onDone: () => void
}
interface FrameProps {
  title: string
  command: { busy: boolean; problem: Parameters<typeof ProblemAlert>[0]['problem'] }
  onSubmit: () => unknown
  onDone: () => void
  danger?: boolean
  children: ReactNode
}

function Frame({ title, command, onSubmit, onDone, danger = false, children }: FrameProps) {
  const words = useWords(memberWords)
  return (
    <Card title={title}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        <ProblemAlert problem={command.problem} />
        <div className="organization-links">
          <Button
            kind={danger ? 'danger' : 'primary'}
            {...(danger ? { icon: 'leave' as const } : {})}
            submit
            busy={command.busy}
          >
            {danger ? words.leave : words.save}
          </Button>
          <Button onClick={onDone}>{words.cancel}</Button>
        </div>
      </form>
    </Card>
  )
}

/** Only the fields that were changed are sent; the two numbers only when typed anew, as they are shown masked. */
export function CorrectForm({ member, onDone }: FormProps) {
  const words = useWords(memberWords)
  const [name, setName] = useState(member.name)
  const [joinedOn, setJoined] = useState(member.joinedOn ?? '')
  const [regularOn, setRegular] = useState(member.regularOn ?? '')
  const [bornOn, setBorn] = useState(member.bornOn ?? '')
  const [phone, setPhone] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [reason, setReason] = useState('')
  const command = useCommand(correctMember, { onDone })
  const fields = command.problem?.fields ?? {}
  const changed = (now: string, before: string | null) => (now === (before ?? '') ? undefined : now || null)
  const body = {
    ...{
      reason,
      bornOn: changed(bornOn, member.bornOn),
      joinedOn: changed(joinedOn, member.joinedOn),
      regularOn: changed(regularOn, member.regularOn),
    },
    ...(name === member.name ? {} : { name }),
    ...(phone ? { phone } : {}),
    ...(idNumber ? { idNumber } : {}),
  }
  return (
    <Frame
      title={words.correct}
      command={command}
      onDone={onDone}
      onSubmit={() => command.run({ params: { memberId: member.id }, body })}
    >
      <FieldRow>
        <TextField label={words.name} value={name} error={fields['/name']} onChange={setName} />
        <DayField label={words.born} optional value={bornOn} error={fields['/bornOn']} onChange={setBorn} />
      </FieldRow>
      <FieldRow>
        <DayField label={words.joined} optional value={joinedOn} error={fields['/joinedOn']} onChange={setJoined} />
        <DayField
          label={words.regularOn}
          optional
          value={regularOn}
          error={fields['/regularOn']}
          onChange={setRegular}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={words.phone}
          optional
          type="tel"
          hint={member.phone}
          value={phone}
          error={fields['/phone']}
          onChange={setPhone}
        />
        <TextField
          label={words.idNumber}
          optional
          hint={member.idNumber}
          value={idNumber}
          error={fields['/idNumber']}
          onChange={setIdNumber}
        />
      </FieldRow>
      <TextField label={words.reason} value={reason} error={fields['/reason']} onChange={setReason} />
    </Frame>
  )
}

const STATES = ['inService', 'retired', 'floating', 'longAway'] as const
const KINDS = ['regular', 'probationary'] as const

export function StandingForm({ member, onDone }: FormProps) {
  const words = useWords(memberWords)
  const { memberKind, memberState } = useWords(names)
  const now = member.standings[0]
  const [kind, setKind] = useState<(typeof KINDS)[number]>(now?.kind ?? 'regular')
  const [state, setState] = useState<(typeof STATES)[number]>(now?.state ?? 'inService')
  const [leadingCadre, setLeading] = useState(now?.leadingCadre ?? false)
  const [from, setFrom] = useState(useToday())
  const [reason, setReason] = useState('')
  const command = useCommand(changeStanding, { onDone })
  return (
    <Frame
      title={words.standing}
      command={command}
      onDone={onDone}
      onSubmit={() =>
        command.run({ params: { memberId: member.id }, body: { kind, state, leadingCadre, from, reason } })
      }
    >
      <RadioSegments
        label={words.kind}
        options={KINDS.map(value => ({ value, label: memberKind[value] }))}
        value={kind}
        onChange={setKind}
      />
      <SelectField
        label={words.state}
        options={STATES.map(value => ({ value, label: memberState[value] }))}
        value={state}
        onChange={setState}
      />
      <CheckField label={words.leading} checked={leadingCadre} onChange={setLeading} />
      <DayField label={words.from} value={from} onChange={setFrom} />
      <TextField label={words.reason} value={reason} error={command.problem?.fields['/reason']} onChange={setReason} />
    </Frame>
  )
}

export function LeaveForm({ member, onDone }: FormProps) {
  const words = useWords(memberWords)
  const [on, setOn] = useState(useToday())
  const [reason, setReason] = useState('')
  const command = useCommand(leave, { onDone })
  return (
    <Frame
      title={words.leave}
      danger
      command={command}
      onDone={onDone}
      onSubmit={() => command.run({ params: { memberId: member.id }, body: { on, reason } })}
    >
      <p className="second">{words.leaveNote}</p>
      <DayField label={words.leaveOn} value={on} onChange={setOn} />
      <TextField label={words.reason} value={reason} error={command.problem?.fields['/reason']} onChange={setReason} />
    </Frame>
  )
}
