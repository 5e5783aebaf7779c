import { readMeeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import { readTask } from '@jiannuo/contract/supervision/task.ts'
import {
  type IssuePreview,
  issueTaskList,
  ListKind,
  previewTaskList,
  type TaskListDraft,
} from '@jiannuo/contract/supervision/task-list.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useSearchText } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, number } from '../../../i18n/format.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { DayField, TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { postName } from '../post.ts'
import { supervisionWords } from '../words.ts'
import { type ItemDraft, ItemFields, newItem, toItem } from './item-fields.tsx'
import { leadsOthers } from './may-issue.ts'
import { type Choice, RecipientFields, toRecipients } from './recipient-fields.tsx'
import '../supervision.css'

/** 下达清单 /task-lists/new?meeting=ID | ?ofTask=ID: what, from where, to whom; whom it reaches and what it costs them is shown before it goes. */
export function NewListPage() {
  const meetingId = useSearchText('meeting')
  const ofTaskId = useSearchText('ofTask')
  const meeting = useQuery({
    ...query(readMeeting, { params: { meetingId: meetingId ?? '' } }),
    enabled: meetingId !== undefined,
  }).data
  const task = useQuery({
    ...query(readTask, { params: { taskId: ofTaskId ?? '' } }),
    enabled: ofTaskId !== undefined,
  }).data
  if ((meetingId && !meeting) || (ofTaskId && !task)) return null
  const from = meeting
    ? {
        ...{ kind: 'decision' as const, title: `${meeting.title}`, source: `${meeting.title}` },
        ...{ sourceOn: meeting.heldOn, meetingId: meeting.id, own: true },
        items: meeting.resolutions.filter(r => r.carried).map(r => ({ ...newItem(), title: r.text.slice(0, 120) })),
      }
    : task
      ? {
          ...{ kind: task.kind, title: task.title, source: task.source, sourceOn: task.sourceOn, ofTaskId: task.id },
          ...{ clause: task.clause, wording: task.wording },
          items: [{ ...newItem(), title: task.title, demand: task.demand }],
        }
      : {}
  return <Editor start={from} breaksDown={task?.title} />
}

interface Start extends Partial<Omit<TaskListDraft, 'items' | 'to'>> {
  items?: ItemDraft[]
  own?: boolean
}

function Editor({ start, breaksDown }: { start: Start; breaksDown?: string | undefined }) {
  const words = useWords(supervisionWords)
  const { current } = useSession()
  const go = useGo()
  const [head, setHead] = useState({
    ...{ kind: start.kind ?? ('workList' as ListKind), title: start.title ?? '', source: start.source ?? '' },
    ...{ sourceOn: start.sourceOn ?? null, wording: start.wording ?? '' },
  })
  const [items, setItems] = useState<ItemDraft[]>(start.items?.length ? start.items : [newItem()])
  const [choice, setChoice] = useState<Choice>({
    ...{ by: start.own || !leadsOthers(current.role) ? 'own' : 'kinds', kinds: [], units: [] },
  })
  const [seen, setSeen] = useState<IssuePreview | null>(null)
  const preview = useCommand(previewTaskList, { invalidates: [], onDone: setSeen })
  const issue = useCommand(issueTaskList, { onDone: list => go(`/task-lists/${list.id}`) })
  const problem = issue.problem ?? preview.problem
  const fields = problem?.fields ?? {}
  const body = (): TaskListDraft => ({
    ...{ ...head, clause: start.clause ?? null, meetingId: start.meetingId ?? null, ofTaskId: start.ofTaskId ?? null },
    items: items.map(toItem),
    to: toRecipients(choice, current.unitId ?? ''),
  })
  const change = (to: Partial<typeof head>) => {
    setSeen(null)
    setHead({ ...head, ...to })
  }
  return (
    <Page
      title={start.meetingId ? words.newDecision : breaksDown ? words.newBreakdown(breaksDown) : words.newTitle}
      kicker={`${words.lists} · ${current.unitName}`}
      width="form"
    >
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void (seen ? issue.run({ body: body() }) : preview.run({ body: body() }))
        }}
      >
        <Stack>
          <Card>
            <div className="form">
              <FieldRow>
                <SelectField
                  label={words.kind}
                  width="medium"
                  options={ListKind.options.map(value => ({ value, label: words.kinds[value] }))}
                  value={head.kind}
                  onChange={kind => change({ kind })}
                />
                <TextField
                  label={words.title}
                  hint={words.titleHint}
                  value={head.title}
                  maxLength={120}
                  error={fields['/title']}
                  onChange={title => change({ title })}
                />
              </FieldRow>
              <FieldRow>
                <TextField
                  label={words.sourceField}
                  hint={words.sourceHint}
                  value={head.source}
                  maxLength={200}
                  error={fields['/source']}
                  onChange={source => change({ source })}
                />
                <DayField
                  label={words.sourceOn}
                  optional
                  value={head.sourceOn ?? ''}
                  error={fields['/sourceOn']}
                  onChange={on => change({ sourceOn: on || null })}
                />
              </FieldRow>
              {head.kind === 'instruction' && (
                <TextArea
                  label={words.wordingField}
                  optional
                  limit={10_000}
                  rows={4}
                  value={head.wording}
                  error={fields['/wording']}
                  onChange={wording => change({ wording })}
                />
              )}
            </div>
          </Card>
          <ItemFields
            items={items}
            fields={fields}
            onChange={changed => {
              setSeen(null)
              setItems(changed)
            }}
          />
          <RecipientFields
            choice={choice}
            error={fields['/to/unitKinds'] ?? fields['/to/unitIds'] ?? fields['/to']}
            onChange={changed => {
              setSeen(null)
              setChoice(changed)
            }}
          />
          {seen && <Preview preview={seen} />}
          <ProblemAlert problem={problem} />
        </Stack>
        <ActionBar summary={seen ? words.sendNote : undefined}>
          <Button kind="primary" submit busy={preview.busy || issue.busy} {...(seen ? { icon: 'send' as const } : {})}>
            {seen ? words.send : words.preview}
          </Button>
        </ActionBar>
      </form>
    </Page>
  )
}

function Preview({ preview }: { preview: IssuePreview }) {
  const words = useWords(supervisionWords)
  const hours = preview.minutes / 60
  return (
    <Card title={words.previewTitle(preview.units, preview.tasks)} flush>
      <Rows>
        <Row title={words.price(number(hours, hours < 10 ? 1 : 0))} />
        {preview.alike.map(list => (
          <Row key={list.id} title={<InlineAlert tone="warn" title={words.alike(list.title, day(list.issuedOn))} />} />
        ))}
        {preview.vacantOf > 0 && (
          <Row
            title={words.vacant(preview.vacantOf)}
            note={[
              ...preview.vacant.map(each => words.vacantLine(each.unitName, postName(words, each.post), each.headless)),
              ...(preview.vacantOf > preview.vacant.length
                ? [words.vacantMore(preview.vacantOf - preview.vacant.length)]
                : []),
            ].join('；')}
          />
        )}
      </Rows>
    </Card>
  )
}
