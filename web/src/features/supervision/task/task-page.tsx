import { readTask, type Task } from '@jiannuo/contract/supervision/task.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, dayAndTime, dayWithYear } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Light, LightSign } from '../../../ui/signal/light.tsx'
import { ListRow } from '../list/list-row.tsx'
import { leadsOthers } from '../list/may-issue.ts'
import { postName } from '../post.ts'
import { supervisionWords } from '../words.ts'
import { AnswerCard, SettleCard, StepForm } from './task-forms.tsx'
import '../supervision.css'

/** One task /tasks/$id: what is asked, by when, under which clause, how far it is, and what comes next. */
export function TaskPage() {
  const words = useWords(supervisionWords)
  const language = useLanguage()
  const { current } = useSession()
  const { data: task } = useSuspenseQuery(query(readTask, { params: { taskId: useParam('id') } }))
  return (
    <Page
      title={task.title}
      kicker={words.askedBy(task.fromUnitName, words.kinds[task.kind])}
      note={`${task.unitName} · ${words.due(dayWithYear(task.dueOn))}`}
      actions={<Light colour={task.light}>{task.reason[language]}</Light>}
      width="form"
    >
      <Stack>
        <Demand task={task} />
        {task.course.length > 0 && <Course task={task} />}
        {task.mayAnswer && <AnswerCard key={task.events.length} task={task} />}
        {task.maySettle && task.state !== 'settled' && <SettleCard key={task.state} task={task} />}
        {(task.brokenDown.length > 0 || task.mayBreakDown) && (
          <Card
            title={words.brokenDown}
            extra={
              task.mayBreakDown && (
                <ButtonLink to={`/task-lists/new?ofTask=${task.id}`} small>
                  {leadsOthers(current.role) ? words.breakDown : words.share}
                </ButtonLink>
              )
            }
            flush
          >
            <Rows>
              {task.brokenDown.map(list => (
                <ListRow key={list.id} list={list} />
              ))}
            </Rows>
          </Card>
        )}
        {task.events.length > 0 && <History task={task} />}
      </Stack>
    </Page>
  )
}

function Demand({ task }: { task: Task }) {
  const words = useWords(supervisionWords)
  const post = postName(words, task.post)
  const source = task.sourceOn ? `${task.source}（${dayWithYear(task.sourceOn)}）` : task.source
  const facts = [
    [words.wanted, task.demand],
    ...(task.wording ? [[words.wording, task.wording]] : []),
    [words.source, source],
    ...(task.clause ? [[words.clause, task.clause]] : []),
    [words.who, task.holders.length > 0 ? `${post} · ${task.holders.join('、')}` : words.nobody],
  ] as const
  return (
    <Card
      title={task.listTitle}
      note={words.minutes(task.minutes)}
      extra={
        <ButtonLink to={`/task-lists/${task.listId}`} kind="text" small>
          {words.list}
        </ButtonLink>
      }
    >
      <dl className="task-facts">
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt className="second">{name}</dt>
            <dd className="task-text">{said}</dd>
          </div>
        ))}
      </dl>
      {task.standsIn && task.post && <p className="second">{words.standsIn(post)}</p>}
    </Card>
  )
}

function Course({ task }: { task: Task }) {
  const words = useWords(supervisionWords)
  const language = useLanguage()
  return (
    <Card title={words.course} flush>
      <Rows>
        {task.course.map(step => (
          <Row
            key={step.step}
            lead={<LightSign colour={step.doneOn ? 'green' : 'grey'} />}
            title={step.title[language]}
            state={step.doneOn ? words.stepDone(day(step.doneOn)) : words.stepOpen}
          />
        ))}
      </Rows>
      {task.mayAnswer && <StepForm key={task.events.length} task={task} />}
    </Card>
  )
}

function History({ task }: { task: Task }) {
  const words = useWords(supervisionWords)
  const language = useLanguage()
  const titleOf = (event: Task['events'][number]) =>
    (event.step && task.course.find(each => each.step === event.step)?.title[language]) || words.events[event.kind]
  return (
    <Card title={words.history} flush>
      <Rows>
        {[...task.events].reverse().map(event => (
          <Row
            key={event.id}
            title={titleOf(event)}
            note={[
              event.dueBefore && event.dueAfter ? words.extended(day(event.dueBefore), day(event.dueAfter)) : '',
              `${dayAndTime(event.at)} · ${event.byUnit} ${event.by}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            {event.text && <p className="task-text">{event.text}</p>}
            {event.meeting && <Go to={`/meetings/${event.meeting.id}`}>{event.meeting.title}</Go>}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}
