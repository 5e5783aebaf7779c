import {
  acceptRectification,
  excuseItem,
  type FulfilmentItem,
  finishRectification,
  openRectification,
  type Rectification,
  reopenRectification,
} from '@jiannuo/contract/pledge/fulfilment.ts'
import { useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { addDays, deadline } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { DayField, TextArea } from '../../ui/form/text-field.tsx'
import { Card, Facts } from '../../ui/page/card.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { fulfilmentWords } from './words.ts'

/** A month is the usual time to put something right. */
const USUAL_DAYS = 30

export function OpenRectification({ item }: { item: FulfilmentItem }) {
  const words = useWords(fulfilmentWords)
  const today = useToday()
  const [cause, setCause] = useState('')
  const [measure, setMeasure] = useState('')
  const [dueOn, setDueOn] = useState(addDays(today, USUAL_DAYS))
  const open = useCommand(openRectification)
  const fields = open.problem?.fields ?? {}
  return (
    <details open={item.light === 'red'}>
      <summary>{words.rectifyTitle}</summary>
      <Card>
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault()
            void open.run({ params: { itemId: item.id }, body: { cause, measure, dueOn } })
          }}
        >
          <p className="second">{words.rectifyWhy}</p>
          <TextArea
            label={words.cause}
            value={cause}
            onChange={setCause}
            rows={2}
            limit={300}
            error={fields['/cause']}
          />
          <TextArea
            label={words.measure}
            value={measure}
            onChange={setMeasure}
            rows={2}
            limit={300}
            error={fields['/measure']}
          />
          <DayField label={words.rectifyDue} value={dueOn} onChange={setDueOn} min={today} error={fields['/dueOn']} />
          <ProblemAlert problem={open.problem} />
          <div className="page-actions">
            <Button submit busy={open.busy}>
              {words.rectifyOpen}
            </Button>
          </div>
        </form>
      </Card>
    </details>
  )
}

/** One rectification: its paper, and the next step for whoever may take it. */
export function RectificationCard({ rectification: r }: { rectification: Rectification }) {
  const words = useWords(fulfilmentWords)
  const [text, setText] = useState('')
  const params = { rectificationId: r.id }
  const finish = useCommand(finishRectification)
  const accept = useCommand(acceptRectification)
  const reopen = useCommand(reopenRectification)
  const problem = finish.problem ?? accept.problem ?? reopen.problem
  const writes = r.may.includes('finish') || r.may.includes('reopen')
  const wrong = problem?.fields['/result'] ?? problem?.fields['/reason']
  return (
    <Card
      title={words.rectify}
      note={<StatusTag tone={r.state === 'accepted' ? 'ok' : 'warn'}>{words.rectifyState[r.state]}</StatusTag>}
    >
      <div className="stack">
        <Facts
          items={[
            { term: words.cause, value: r.cause },
            { term: words.measure, value: r.measure },
            { term: words.rectifyDue, value: deadline(r.dueOn) },
            ...(r.result ? [{ term: words.result, value: r.result }] : []),
            ...(r.reopenReason ? [{ term: words.reopen, value: r.reopenReason }] : []),
          ]}
        />
        {writes && (
          <TextArea
            label={r.may.includes('finish') ? words.result : words.reopenReason}
            hint={r.may.includes('finish') ? undefined : words.reopenHint}
            value={text}
            onChange={setText}
            rows={2}
            limit={300}
            error={wrong}
          />
        )}
        <ProblemAlert problem={wrong ? null : problem} />
        {r.may.length > 0 && (
          <div className="page-actions">
            {r.may.includes('reopen') && (
              <Button busy={reopen.busy} onClick={() => reopen.run({ params, body: { reason: text } })}>
                {words.reopen}
              </Button>
            )}
            {r.may.includes('finish') && (
              <Button busy={finish.busy} onClick={() => finish.run({ params, body: { result: text } })}>
                {words.resultSend}
              </Button>
            )}
            {r.may.includes('accept') && (
              <Button kind="primary" busy={accept.busy} onClick={() => accept.run({ params })}>
                {words.accept}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  )
}

/** 经认定免责, behind one more click: it changes the appraisal. */
export function ExcuseForm({ item }: { item: FulfilmentItem }) {
  const words = useWords(fulfilmentWords)
  const [reason, setReason] = useState('')
  const excuse = useCommand(excuseItem)
  const wrong = excuse.problem?.fields['/reason']
  return (
    <details>
      <summary>{words.excuse}</summary>
      <Card>
        <div className="stack">
          <TextArea
            label={words.excuseReason}
            hint={words.excuseHint}
            value={reason}
            onChange={setReason}
            rows={2}
            limit={300}
            error={wrong}
          />
          <ProblemAlert problem={wrong ? null : excuse.problem} />
          <Button
            kind="danger"
            icon="check"
            busy={excuse.busy}
            onClick={() => excuse.run({ params: { itemId: item.id }, body: { reason } })}
          >
            {words.excuse}
          </Button>
        </div>
      </Card>
    </details>
  )
}
