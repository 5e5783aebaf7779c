import { enterProgress, type FulfilmentItem, finishItem, unfinishItem } from '@jiannuo/contract/pledge/fulfilment.ts'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../../ui/action/button.tsx'
import { DayField, TextField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { isAchieved, toAchieved, useGoalHint } from './achieved.ts'
import { EvidenceField } from './evidence-field.tsx'
import { plain } from './item-bar.tsx'
import { fulfilmentWords } from './words.ts'

function useEntry(item: FulfilmentItem) {
  const [achieved, setAchieved] = useState(item.achieved === null ? '' : plain(item.achieved))
  const [statement, setStatement] = useState('')
  const [tried, setTried] = useState(false)
  return { achieved, setAchieved, statement, setStatement, tried, setTried }
}
type Entry = ReturnType<typeof useEntry>

function EntryFields({
  item,
  entry,
  fields,
  figure = true,
}: {
  item: FulfilmentItem
  entry: Entry
  fields: Readonly<Record<string, string>>
  figure?: boolean
}) {
  const words = useWords(fulfilmentWords)
  const hint = useGoalHint()
  const wrong = entry.tried && !isAchieved(entry.achieved) ? words.achievedWrong : undefined
  return (
    <>
      {figure && (
        <TextField
          label={words.achieved}
          hint={hint(item)}
          inputMode="decimal"
          width="medium"
          value={entry.achieved}
          onChange={entry.setAchieved}
          error={wrong ?? fields['/achieved']}
        />
      )}
      <TextField
        label={words.statement}
        hint={words.statementHint}
        maxLength={200}
        value={entry.statement}
        onChange={entry.setStatement}
        error={fields['/statement']}
      />
    </>
  )
}

function EntryCard({ title, onSend, children }: { title?: string; onSend: () => void; children: ReactNode }) {
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <Card {...(title && { title })}>
      <form className="form" onSubmit={send}>
        {children}
      </form>
    </Card>
  )
}

/** One figure and one line. */
export function ProgressForm({ item }: { item: FulfilmentItem }) {
  const words = useWords(fulfilmentWords)
  const today = useToday()
  const entry = useEntry(item)
  const [on, setOn] = useState(today)
  const [fileSha256, setFile] = useState<string | null>(null)
  const save = useCommand(enterProgress)
  const send = () => {
    entry.setTried(true)
    if (isAchieved(entry.achieved))
      void save.run({
        params: { itemId: item.id },
        body: { achieved: toAchieved(entry.achieved), on, statement: entry.statement, fileSha256 },
      })
  }
  return (
    <EntryCard title={words.openItem} onSend={send}>
      <EntryFields item={item} entry={entry} fields={save.problem?.fields ?? {}} />
      <DayField label={words.on} value={on} onChange={setOn} max={today} error={save.problem?.fields['/on']} />
      <EvidenceField onStored={setFile} error={save.problem?.fields['/fileSha256']} />
      <ProblemAlert problem={save.problem} />
      <div className="page-actions">
        <Button kind="primary" submit busy={save.busy}>
          {words.save}
        </Button>
      </div>
    </EntryCard>
  )
}

/** For what is not counted: the owner says that it holds. */
export function DoneForm({ item }: { item: FulfilmentItem }) {
  const words = useWords(fulfilmentWords)
  const entry = useEntry(item)
  const finish = useCommand(finishItem)
  const bound = item.goal === 'bound'
  const send = () => {
    entry.setTried(true)
    if (!bound || isAchieved(entry.achieved))
      void finish.run({
        params: { itemId: item.id },
        body: { achieved: bound ? toAchieved(entry.achieved) : null, statement: entry.statement },
      })
  }
  return (
    <EntryCard title={words.finish} onSend={send}>
      <EntryFields item={item} entry={entry} figure={bound} fields={finish.problem?.fields ?? {}} />
      <ProblemAlert problem={finish.problem} />
      <div className="page-actions">
        <Button submit busy={finish.busy}>
          {words.finishNow}
        </Button>
      </div>
    </EntryCard>
  )
}

/** Takes a done item back with the right figure. */
export function UndoneForm({ item }: { item: FulfilmentItem }) {
  const words = useWords(fulfilmentWords)
  const entry = useEntry(item)
  const undo = useCommand(unfinishItem)
  const send = () => {
    entry.setTried(true)
    if (isAchieved(entry.achieved))
      void undo.run({
        params: { itemId: item.id },
        body: { achieved: toAchieved(entry.achieved), statement: entry.statement },
      })
  }
  return (
    <details>
      <summary>{words.unfinish}</summary>
      <EntryCard onSend={send}>
        <p className="second">{words.unfinishHint}</p>
        <EntryFields item={item} entry={entry} fields={undo.problem?.fields ?? {}} />
        <ProblemAlert problem={undo.problem} />
        <div className="page-actions">
          <Button submit busy={undo.busy}>
            {words.unfinish}
          </Button>
        </div>
      </EntryCard>
    </details>
  )
}
