import { listMeetings } from '@jiannuo/contract/meeting-life/meeting.ts'
import { answerTask, extendTask, noteStep, settleTask, type Task } from '@jiannuo/contract/supervision/task.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { DayField, TextArea } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { supervisionWords } from '../words.ts'

/** Notes one step of the course; opened by its button, so that the page stays short. */
export function StepForm({ task }: { task: Task }) {
  const words = useWords(supervisionWords)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const [step, setStep] = useState(task.course.find(each => !each.doneOn)?.step ?? task.course[0]!.step)
  const [text, setText] = useState('')
  const [meetingId, setMeetingId] = useState('')
  const command = useCommand(noteStep)
  const { data: meetings } = useSuspenseQuery(query(listMeetings, { query: { unitId: task.unitId, limit: 30 } }))
  if (!open)
    return (
      <div className="task-form">
        <Button icon="plus" onClick={() => setOpen(true)}>
          {words.note}
        </Button>
      </div>
    )
  return (
    <form
      className="form task-form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { taskId: task.id }, body: { step, text, meetingId: meetingId || null } })
      }}
    >
      <SelectField
        label={words.course}
        width="medium"
        options={task.course.map(each => ({ value: each.step, label: each.title[language] }))}
        value={step}
        onChange={setStep}
      />
      <TextArea
        label={words.stepText}
        hint={words.stepHint}
        limit={1000}
        value={text}
        error={command.problem?.fields['/text']}
        onChange={setText}
      />
      <SelectField
        label={words.stepMeeting}
        optional
        options={[
          { value: '-', label: words.noMeeting },
          ...meetings.items.map(each => ({ value: each.id, label: `${day(each.heldOn)} ${each.title}` })),
        ]}
        value={meetingId || '-'}
        onChange={chosen => setMeetingId(chosen === '-' ? '' : chosen)}
      />
      <ProblemAlert problem={command.problem} />
      <div className="task-buttons">
        <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
        <Button submit busy={command.busy}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}

export function AnswerCard({ task }: { task: Task }) {
  const words = useWords(supervisionWords)
  const [text, setText] = useState('')
  const command = useCommand(answerTask)
  const last = task.events.at(-1)
  return (
    <Card title={words.answer} note={words.answerNext(task.fromUnitName)}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void command.run({ params: { taskId: task.id }, body: { text } })
        }}
      >
        {last?.kind === 'return' && <InlineAlert tone="warn" title={words.cameBack(last.text)} />}
        <TextArea
          label={words.answerText}
          hint={words.answerHint}
          limit={2000}
          rows={4}
          value={text}
          error={command.problem?.fields['/text']}
          onChange={setText}
        />
        <ProblemAlert problem={command.problem} />
        <div className="task-buttons">
          <Button kind="primary" submit busy={command.busy}>
            {words.answerSend}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** What the unit that asked does: confirm or send back what was answered, or give more time while nothing was. */
export function SettleCard({ task }: { task: Task }) {
  return task.state === 'answered' ? <ConfirmForm task={task} /> : <ExtendForm task={task} />
}

function ConfirmForm({ task }: { task: Task }) {
  const words = useWords(supervisionWords)
  const [text, setText] = useState('')
  const command = useCommand(settleTask)
  const settle = (accepted: boolean) => void command.run({ params: { taskId: task.id }, body: { accepted, text } })
  return (
    <Card title={words.settle}>
      <div className="form">
        <p className="task-text">{task.answer}</p>
        <TextArea
          label={words.settleText}
          hint={words.settleHint}
          limit={1000}
          rows={2}
          value={text}
          error={command.problem?.fields['/text']}
          onChange={setText}
        />
        <ProblemAlert problem={command.problem} />
        <div className="task-buttons">
          <Button busy={command.busy} onClick={() => settle(false)}>
            {words.sendBack}
          </Button>
          <Button kind="primary" busy={command.busy} onClick={() => settle(true)}>
            {words.accept}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function ExtendForm({ task }: { task: Task }) {
  const words = useWords(supervisionWords)
  const today = useToday()
  const [open, setOpen] = useState(false)
  const [dueOn, setDueOn] = useState('')
  const [reason, setReason] = useState('')
  const command = useCommand(extendTask)
  if (!open)
    return (
      <div>
        <Button icon="clock" onClick={() => setOpen(true)}>
          {words.extend}
        </Button>
      </div>
    )
  return (
    <Card title={words.extend}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void command.run({ params: { taskId: task.id }, body: { dueOn, reason } })
        }}
      >
        <DayField
          label={words.extendOn}
          min={today}
          value={dueOn}
          error={command.problem?.fields['/dueOn']}
          onChange={setDueOn}
        />
        <TextArea
          label={words.extendReason}
          limit={300}
          rows={2}
          value={reason}
          error={command.problem?.fields['/reason']}
          onChange={setReason}
        />
        <ProblemAlert problem={command.problem} />
        <div className="task-buttons">
          <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
          <Button kind="primary" submit busy={command.busy}>
            {words.extendSend}
          </Button>
        </div>
      </form>
    </Card>
  )
}
