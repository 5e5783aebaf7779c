import { answerAdvice, giveAdvice, listAdvice } from '@jiannuo/contract/organization/advice.ts'
import { readUnit } from '@jiannuo/contract/organization/unit.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand, useList } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayOf, dayWithYear } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { LoadMore } from '../../../ui/table/load-more.tsx'
import { adviceWords } from './words.ts'
import '../organization.css'

const dayGiven = (instant: string) => dayWithYear(dayOf(instant))

/** Suggestions between a guiding unit and what it guides, with their answers: /organisation/advice */
export function AdvicePage() {
  const words = useWords(adviceWords)
  const { items, more } = useList(listAdvice, { query: {} })
  const { unitId } = useSession().current
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Page title={words.title(items.filter(a => a.mayAnswer).length, items.length)} note={words.note}>
      <Stack>
        <Card title={words.list} flush>
          {items.length === 0 && <Empty title={words.none} />}
          <Rows>
            {items.map(advice => (
              <Row
                key={advice.id}
                title={advice.text}
                note={`${advice.fromUnitId === unitId ? words.given(advice.toUnitName) : words.received(advice.fromUnitName)} · ${dayGiven(advice.givenAt)}`}
                state={advice.answeredAt ? words.answered(dayGiven(advice.answeredAt)) : words.waiting}
                action={
                  advice.mayAnswer && (
                    <Button
                      small
                      expanded={open === advice.id}
                      onClick={() => setOpen(open === advice.id ? null : advice.id)}
                    >
                      {words.answer}
                    </Button>
                  )
                }
              >
                {advice.answer && <p>{`${words.answer}：${advice.answer}`}</p>}
                {open === advice.id && advice.mayAnswer && <Answer adviceId={advice.id} onDone={() => setOpen(null)} />}
              </Row>
            ))}
          </Rows>
          {more && <LoadMore {...more} />}
        </Card>
        {unitId && <Give unitId={unitId} />}
      </Stack>
    </Page>
  )
}

/** Nothing where the unit guides nobody. */
function Give({ unitId }: { unitId: string }) {
  const words = useWords(adviceWords)
  const { data: unit } = useSuspenseQuery(query(readUnit, { params: { unitId } }))
  const guided = unit.lower.filter(edge => edge.kind === 'guides')
  const [to, setTo] = useState(guided.length === 1 ? (guided[0]?.unit.id ?? '') : '')
  const [missing, setMissing] = useState(false)
  const [text, setText] = useState('')
  const command = useCommand(giveAdvice, { onDone: () => setText('') })
  if (guided.length === 0) return null
  return (
    <Card title={words.give}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          if (to === '') setMissing(true)
          else void command.run({ params: { unitId: to }, body: { text } })
        }}
      >
        <SelectField
          label={words.to}
          options={guided.map(edge => ({ value: edge.unit.id, label: edge.unit.name }))}
          value={to}
          error={missing && to === '' ? words.toMissing : undefined}
          onChange={setTo}
        />
        <TextArea
          label={words.text}
          hint={words.textHint}
          limit={2000}
          value={text}
          error={command.problem?.fields['/text']}
          onChange={setText}
        />
        <ProblemAlert problem={command.problem} />
        <div className="organization-links">
          <Button kind="primary" submit busy={command.busy}>
            {words.send}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function Answer({ adviceId, onDone }: { adviceId: string; onDone: () => void }) {
  const words = useWords(adviceWords)
  const [answer, setAnswer] = useState('')
  const command = useCommand(answerAdvice, { onDone })
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { adviceId }, body: { answer } })
      }}
    >
      <TextArea
        label={words.answerText}
        hint={words.answerHint}
        limit={2000}
        value={answer}
        error={command.problem?.fields['/answer']}
        onChange={setAnswer}
      />
      <ProblemAlert problem={command.problem} />
      <div className="organization-links">
        <Button submit busy={command.busy}>
          {words.submit}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}
