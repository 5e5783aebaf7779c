import { listTasks } from '@jiannuo/contract/supervision/task.ts'
import { readTaskList, type TaskList, withdrawTaskList } from '@jiannuo/contract/supervision/task-list.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam, useSearchParam } from '../../../app/location.ts'
import { query, useCommand, useList } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, dayWithYear } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { KeyFigures } from '../../../ui/page/key-figures.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { ProgressBar } from '../../../ui/signal/progress-bar.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { postName } from '../post.ts'
import { supervisionWords } from '../words.ts'
import '../supervision.css'

/** One list /task-lists/$id: where it stands as a whole, item by item, and unit by unit with the worst first. */
export function TaskListPage() {
  const words = useWords(supervisionWords)
  const { data: list } = useSuspenseQuery(query(readTaskList, { params: { listId: useParam('id') } }))
  const { counts } = list
  return (
    <Page
      title={list.title}
      kicker={`${words.kinds[list.kind]} · ${list.unitName}`}
      note={`${list.source}${list.sourceOn ? `（${dayWithYear(list.sourceOn)}）` : ''} · ${words.issuedOn(dayWithYear(list.issuedOn), list.issuedBy)}`}
    >
      <Stack>
        {list.withdrawnReason && <InlineAlert tone="warn" title={`${words.withdrawn}：${list.withdrawnReason}`} />}
        {list.meeting && <Go to={`/meetings/${list.meeting.id}`}>{words.fromMeeting(list.meeting.title)}</Go>}
        {list.ofTask && <Go to={`/tasks/${list.ofTask.id}`}>{words.fromTask(list.ofTask.title)}</Go>}
        <KeyFigures
          figures={[
            {
              label: words.figures.tasks,
              value: String(counts.tasks),
              unit: words.count,
              meaning: words.figureTasks(list.units),
            },
            {
              label: words.figures.done,
              value: String(counts.answered + counts.settled),
              unit: words.count,
              meaning: words.figureDone(counts.settled),
            },
            { label: words.figures.red, value: String(counts.red), unit: words.count, meaning: words.figureRed },
            { label: words.figures.late, value: String(counts.late), unit: words.count, meaning: words.figureLate },
          ]}
        />
        {list.wording && (
          <Card title={words.wording}>
            <p className="task-text">{list.wording}</p>
          </Card>
        )}
        <Card title={words.items} flush>
          <Rows>
            {list.items.map(item => (
              <Row
                key={item.ordinal}
                lead={`${item.ordinal}.`}
                title={item.title}
                note={`${item.demand} · ${postName(words, item.post)} · ${words.due(day(item.dueOn))} · ${words.minutes(item.minutes)}`}
                state={words.counts(item.counts)}
              >
                {item.counts.tasks > 0 && (
                  <ProgressBar
                    label={`${words.progress} ${item.title}`}
                    share={(item.counts.answered + item.counts.settled) / item.counts.tasks}
                    behind={item.counts.red > 0}
                  />
                )}
              </Row>
            ))}
          </Rows>
        </Card>
        <ByUnit list={list} />
        {list.mayWithdraw && <Withdraw list={list} />}
      </Stack>
    </Page>
  )
}

const SHOWN = ['all', 'red', 'yellow', 'answered'] as const

function ByUnit({ list }: { list: TaskList }) {
  const words = useWords(supervisionWords)
  const language = useLanguage()
  const [show = 'all', setShow] = useSearchParam('show', SHOWN)
  const which = show === 'all' ? {} : show === 'answered' ? { state: show } : { light: show }
  const { items, more } = useList(listTasks, { query: { listId: list.id, ...which } })
  const { counts } = list
  return (
    <Card title={words.byUnit} flush>
      <div className="task-form">
        <FilterChips
          label={words.stateOf}
          value={show}
          onChange={setShow}
          chips={[
            { value: 'all', label: words.all },
            { value: 'red', label: words.red, count: counts.red },
            { value: 'yellow', label: words.yellow, count: counts.yellow },
            { value: 'answered', label: words.states.answered, count: counts.answered },
          ]}
        />
      </div>
      <DataTable
        caption={words.byUnit}
        rows={items}
        rowKey={task => task.id}
        more={more}
        empty={<Empty title={words.none} />}
        columns={[
          {
            ...{ key: 'unit', head: words.unit, phone: 'name' },
            cell: task => <Go to={`/tasks/${task.id}`}>{task.unitName}</Go>,
          },
          { key: 'item', head: words.item, phone: 'note', cell: task => task.title },
          {
            ...{ key: 'state', head: words.state, phone: 'light' },
            cell: task => <Light colour={task.light}>{task.reason[language]}</Light>,
          },
          { key: 'day', head: words.day, phone: 'reason', noWrap: true, cell: task => day(task.dueOn) },
        ]}
      />
    </Card>
  )
}

function Withdraw({ list }: { list: TaskList }) {
  const words = useWords(supervisionWords)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(withdrawTaskList)
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{words.withdraw}</Button>
      </div>
    )
  return (
    <Card title={words.withdraw}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void command.run({ params: { listId: list.id }, body: { reason } })
        }}
      >
        <TextArea
          label={words.withdrawReason}
          hint={words.withdrawNote}
          limit={300}
          value={reason}
          error={command.problem?.fields['/reason']}
          onChange={setReason}
        />
        <ProblemAlert problem={command.problem} />
        <div className="task-buttons">
          <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
          <Button kind="danger" icon="close" submit busy={command.busy}>
            {words.withdrawSend}
          </Button>
        </div>
      </form>
    </Card>
  )
}
