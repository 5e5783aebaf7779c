import { listRenewals, type RenewalRow, replyRenewal, requestRenewal } from '@jiannuo/contract/organization/post.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand, useList } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { RadioSegments } from '../../../ui/form/choice-field.tsx'
import { DayField, TextArea } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { LoadMore } from '../../../ui/table/load-more.tsx'
import { AsOf, useAsOf } from '../as-of.tsx'
import { names } from '../names.ts'
import { termWords } from './words.ts'
import '../organization.css'

type Renewal = z.output<typeof RenewalRow>
const COLOURS = { running: 'green', due: 'yellow', extended: 'yellow', overdue: 'red' } as const

/** Terms that end soon, request and reply: /organisation/renewals */
export function RenewalsPage() {
  const words = useWords(termWords)
  const day = useAsOf()
  const { termClock, termState } = useWords(names)
  const { items, more } = useList(listRenewals, { query: { on: day.given } })
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  return (
    <Page title={words.title(items.length)} note={words.noneNote} actions={<AsOf day={day} />}>
      {items.length === 0 && <Empty good title={words.none} />}
      {items.length > 0 && (
        <Card flush>
          <Rows>
            {items.map(r => (
              <Row
                key={r.term.id}
                lead={<Light colour={COLOURS[r.term.clock]}>{termClock[r.term.clock]}</Light>}
                title={<Go to={`/organisation/${r.unit.id}`}>{r.unit.name}</Go>}
                note={[
                  `${words.ends} ${dayWithYear(r.endsOn)}`,
                  r.secretary,
                  r.term.requestText && `${words.asked}：${r.term.requestText}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                state={termState[r.term.state]}
                action={
                  (r.may.request || r.may.reply) && (
                    <Button
                      small
                      expanded={open === r.term.id}
                      onClick={() => setOpen(open === r.term.id ? null : r.term.id)}
                    >
                      {r.may.reply ? words.reply : words.request}
                    </Button>
                  )
                }
              >
                {open === r.term.id &&
                  (r.may.reply ? <Reply renewal={r} onDone={close} /> : <Ask renewal={r} onDone={close} />)}
              </Row>
            ))}
          </Rows>
          {more && <LoadMore {...more} />}
        </Card>
      )}
    </Page>
  )
}

function Ask({ renewal, onDone }: { renewal: Renewal; onDone: () => void }) {
  const words = useWords(termWords)
  const [text, setText] = useState('')
  const command = useCommand(requestRenewal, { onDone })
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { termId: renewal.term.id }, body: { text } })
      }}
    >
      <TextArea
        label={words.requestText}
        hint={words.requestHint}
        limit={2000}
        value={text}
        error={command.problem?.fields['/text']}
        onChange={setText}
      />
      <Foot command={command} onDone={onDone} />
    </form>
  )
}

type Outcome = 'approved' | 'extended' | 'refused'

function Reply({ renewal, onDone }: { renewal: Renewal; onDone: () => void }) {
  const words = useWords(termWords)
  const [outcome, setOutcome] = useState<Outcome>('approved')
  const [text, setText] = useState('')
  const [extendedUntil, setUntil] = useState('')
  const command = useCommand(replyRenewal, { onDone })
  const body = outcome === 'extended' ? { outcome, text, extendedUntil } : { outcome, text }
  const options = (['approved', 'extended', 'refused'] as const).map(value => ({ value, label: words[value] }))
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { termId: renewal.term.id }, body })
      }}
    >
      <RadioSegments label={words.reply} options={options} value={outcome} onChange={setOutcome} />
      {outcome === 'extended' && (
        <DayField
          label={words.extendedUntil}
          hint={words.extendedHint}
          value={extendedUntil}
          error={command.problem?.fields['/extendedUntil']}
          onChange={setUntil}
        />
      )}
      <TextArea
        label={words.replyText}
        limit={2000}
        value={text}
        error={command.problem?.fields['/text']}
        onChange={setText}
      />
      <Foot command={command} onDone={onDone} />
    </form>
  )
}

function Foot({
  command,
  onDone,
}: {
  command: { busy: boolean; problem: Parameters<typeof ProblemAlert>[0]['problem'] }
  onDone: () => void
}) {
  const words = useWords(termWords)
  return (
    <>
      <ProblemAlert problem={command.problem} />
      <div className="organization-links">
        <Button kind="primary" submit busy={command.busy}>
          {words.submit}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </>
  )
}
