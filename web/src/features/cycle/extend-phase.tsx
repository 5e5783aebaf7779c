import { type Cycle, closeCycle, extendPhase, type PhaseName } from '@jiannuo/contract/cycle.ts'
import { useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { addDays, dayWithYear } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { SelectField } from '../../ui/form/choice-field.tsx'
import { DayField, TextArea } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { cycleWords } from './words.ts'

/** A phase ends later, with the reason. The field takes the last day; the server the first day after it. */
export function ExtendPhase({ cycle, onDone }: { cycle: Cycle; onDone: () => void }) {
  const words = useWords(cycleWords)
  const today = useToday()
  const open = cycle.phases.filter(p => p.until > addDays(today, -60))
  const [phase, setPhase] = useState<PhaseName>(cycle.now?.phase ?? open[0]?.phase ?? 'pledging')
  const [last, setLast] = useState('')
  const [reason, setReason] = useState('')
  const extend = useCommand(extendPhase, { onDone })
  const before = cycle.phases.find(p => p.phase === phase)
  const fields = extend.problem?.fields
  return (
    <Card title={words.extend} note={words.extendNote}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void extend.run({ params: { cycleId: cycle.id }, body: { phase, until: last && addDays(last, 1), reason } })
        }}
      >
        <ProblemAlert problem={extend.problem} />
        <SelectField
          label={words.which}
          width="medium"
          options={open.map(p => ({ value: p.phase, label: words.phases[p.phase] }))}
          value={phase}
          onChange={setPhase}
        />
        <DayField
          label={words.lastDay}
          hint={before && words.now(dayWithYear(addDays(before.until, -1)))}
          min={before?.until}
          value={last}
          error={fields?.['/until']}
          onChange={setLast}
        />
        <TextArea
          label={words.reason}
          rows={2}
          limit={300}
          value={reason}
          error={fields?.['/reason']}
          onChange={setReason}
        />
        <div className="field-row">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" submit busy={extend.busy}>
            {words.doExtend}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** Closes the year, after asking. */
export function CloseCycle({ cycle }: { cycle: Cycle }) {
  const words = useWords(cycleWords)
  const [asked, setAsked] = useState(false)
  const close = useCommand(closeCycle)
  if (!asked) return <Button onClick={() => setAsked(true)}>{words.close}</Button>
  return (
    <>
      <ProblemAlert problem={close.problem} />
      <InlineAlert
        tone="warn"
        title={words.closeAsk(cycle.year)}
        actions={
          <>
            <Button
              kind="danger"
              icon="lock"
              busy={close.busy}
              onClick={() => close.run({ params: { cycleId: cycle.id }, body: {} })}
            >
              {words.close}
            </Button>
            <Button onClick={() => setAsked(false)}>{words.keep}</Button>
          </>
        }
      />
    </>
  )
}
