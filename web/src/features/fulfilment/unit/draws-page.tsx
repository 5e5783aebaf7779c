import { drawSample, listDraws, readDraw } from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, day, dayAndTime, dayOf, deadline } from '../../../i18n/format.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts, Row, Rows } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { fulfilmentWords } from '../words.ts'
import { unitWords } from './unit-words.ts'

/** Two weeks to find a file. */
const USUAL_DAYS = 14

/** 抽查取证 /unit-fulfilment/draws. */
export function DrawsPage() {
  const words = useWords(unitWords)
  const items = useWords(fulfilmentWords)
  const { data } = useSuspenseQuery({ ...query(listDraws), staleTime: 0 })
  return (
    <Page
      title={words.drawsTitle(data.draws.length)}
      kicker={<Go to="/unit-fulfilment">{items.backUnit}</Go>}
      note={words.drawsWhy}
      width="form"
    >
      {data.mayDraw && <DrawForm />}
      {data.draws.length > 0 && (
        <Card flush>
          <Rows>
            {data.draws.map(draw => (
              <Row
                key={draw.id}
                title={words.drawnOf(draw.size, draw.candidates)}
                note={`${dayAndTime(draw.drawnAt)} · ${items.askedDue(day(draw.dueOn))}`}
                state={words.answered(draw.answered, draw.size)}
                action={
                  <ButtonLink small to={`/unit-fulfilment/draws/${draw.id}`}>
                    {items.see}
                  </ButtonLink>
                }
              />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  )
}

function DrawForm() {
  const words = useWords(unitWords)
  const today = useToday()
  const [size, setSize] = useState('5')
  const [dueOn, setDueOn] = useState(addDays(today, USUAL_DAYS))
  const draw = useCommand(drawSample)
  const number = Number(size.normalize('NFKC'))
  const right = Number.isInteger(number) && number >= 1 && number <= 200
  return (
    <Card title={words.draw}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          if (right) void draw.run({ body: { size: number, dueOn } })
        }}
      >
        <TextField
          label={words.size}
          inputMode="numeric"
          width="short"
          value={size}
          onChange={setSize}
          error={right ? undefined : words.wrongSize}
        />
        <DayField
          label={words.due}
          value={dueOn}
          onChange={setDueOn}
          min={today}
          error={draw.problem?.fields['/dueOn']}
        />
        <ProblemAlert problem={draw.problem} />
        <div className="page-actions">
          <Button kind="primary" submit busy={draw.busy}>
            {words.draw}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** One draw with its seed: /unit-fulfilment/draws/$id. */
export function DrawPage() {
  const words = useWords(unitWords)
  const items = useWords(fulfilmentWords)
  const { data: draw } = useSuspenseQuery({ ...query(readDraw, { params: { drawId: useParam('id') } }), staleTime: 0 })
  return (
    <Page
      title={words.drawnOf(draw.size, draw.candidates)}
      kicker={<Go to="/unit-fulfilment/draws">{words.draws}</Go>}
      width="form"
    >
      <InlineAlert tone={draw.repeated ? 'ok' : 'danger'} title={draw.repeated ? words.repeated : words.differs}>
        {words.how}
      </InlineAlert>
      <Card>
        <Facts
          items={[
            { term: words.seed, value: <span className="fulfilment-seed">{draw.seed}</span> },
            { term: words.due, value: deadline(draw.dueOn) },
          ]}
        />
      </Card>
      {draw.samples.length > 0 && (
        <Card title={words.drawHead(draw.candidates)} flush>
          <Rows>
            {draw.samples.map(s => (
              <Row
                key={s.id}
                title={<Go to={`/fulfilment/items/${s.itemId}`}>{s.itemTitle}</Go>}
                note={[s.personName, s.answer].filter(Boolean).join(' · ')}
                state={
                  <StatusTag tone={s.answeredAt ? 'ok' : 'neutral'}>
                    {s.answeredAt ? items.answered(day(dayOf(s.answeredAt))) : words.wait}
                  </StatusTag>
                }
              />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  )
}
