import {
  checkMidYear,
  type FulfilledPledge,
  type FulfilmentItem,
  readFulfilment,
} from '@jiannuo/contract/pledge/fulfilment.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam } from '../../app/location.ts'
import { query, useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { deadline } from '../../i18n/format.ts'
import { ActionBar } from '../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../ui/action/button.tsx'
import { TextArea, TextField } from '../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { isAchieved, toAchieved, useGoalHint } from './achieved.ts'
import { ItemBar, plain } from './item-bar.tsx'
import { fulfilmentWords } from './words.ts'

/** 年中自查 /fulfilment/mid-year/$id: one figure for each item, all on one screen. */
export function MidYearPage() {
  const { data } = useSuspenseQuery({
    ...query(readFulfilment, { params: { pledgeId: useParam('id') } }),
    staleTime: 0,
  })
  return <CheckForm key={data.id} pledge={data} />
}

interface Typed {
  achieved: string
  statement: string
}

function CheckForm({ pledge }: { pledge: FulfilledPledge }) {
  const words = useWords(fulfilmentWords)
  const go = useGo()
  const own = pledge.items.filter(i => !i.fed && i.state !== 'done' && i.state !== 'excused')
  const [typed, setTyped] = useState<Record<string, Typed>>(() =>
    Object.fromEntries(own.map(i => [i.id, { achieved: i.achieved === null ? '' : plain(i.achieved), statement: '' }])),
  )
  const [note, setNote] = useState(pledge.midYear?.note ?? '')
  const [tried, setTried] = useState(false)
  const check = useCommand(checkMidYear, { onDone: () => go('/fulfilment') })
  const send = () => {
    setTried(true)
    if (own.every(i => isAchieved(typed[i.id]!.achieved)))
      void check.run({
        params: { pledgeId: pledge.id },
        body: {
          items: own.map(i => ({
            itemId: i.id,
            achieved: toAchieved(typed[i.id]!.achieved),
            statement: typed[i.id]!.statement,
          })),
          note,
        },
      })
  }
  const rest = pledge.items.filter(i => !own.includes(i))
  return (
    <Page
      title={words.midYearTitle(own.length)}
      kicker={words.midYearKicker(pledge.midYear ? deadline(pledge.midYear.lastDay) : '')}
      width="form"
    >
      {own.length > 0 && (
        <Card flush>
          <Rows>
            {own.map((item, i) => (
              <Row key={item.id} title={item.title}>
                <CheckFields
                  item={item}
                  typed={typed[item.id]!}
                  error={
                    tried && !isAchieved(typed[item.id]!.achieved)
                      ? words.achievedWrong
                      : check.problem?.fields[`/items/${i}/achieved`]
                  }
                  onChange={next => setTyped({ ...typed, [item.id]: next })}
                />
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      {rest.length > 0 && (
        <Card title={words.keepsMoving} flush>
          <Rows>
            {rest.map(item => (
              <Row key={item.id} title={<ItemBar item={item} />} />
            ))}
          </Rows>
        </Card>
      )}
      <Card>
        <TextArea
          label={words.midYearNote}
          hint={words.midYearNoteHint}
          value={note}
          onChange={setNote}
          rows={2}
          limit={500}
          error={check.problem?.fields['/note']}
        />
      </Card>
      <ProblemAlert problem={check.problem} />
      <ActionBar>
        <ButtonLink to="/fulfilment">{words.back}</ButtonLink>
        <Button kind="primary" busy={check.busy} onClick={send}>
          {words.midYearSend}
        </Button>
      </ActionBar>
    </Page>
  )
}

function CheckFields({
  item,
  typed,
  error,
  onChange,
}: {
  item: FulfilmentItem
  typed: Typed
  error: string | undefined
  onChange: (next: Typed) => void
}) {
  const words = useWords(fulfilmentWords)
  const hint = useGoalHint()
  return (
    <div className="fulfilment-check">
      <TextField
        label={words.achieved}
        hint={hint(item)}
        inputMode="decimal"
        value={typed.achieved}
        error={error}
        onChange={achieved => onChange({ ...typed, achieved })}
      />
      <TextField
        label={words.statementOptional}
        value={typed.statement}
        maxLength={200}
        onChange={statement => onChange({ ...typed, statement })}
      />
    </div>
  )
}
