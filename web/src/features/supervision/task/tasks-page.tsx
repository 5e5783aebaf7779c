import { listTasks } from '@jiannuo/contract/supervision/task.ts'
import { useSearchParam } from '../../../app/location.ts'
import { useList } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Card, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { LoadMore } from '../../../ui/table/load-more.tsx'
import { supervisionWords } from '../words.ts'
import { TaskRow } from './task-row.tsx'

const SIDES = ['ours', 'asked'] as const
const SHOWN = ['open', 'red', 'yellow', 'answered', 'settled'] as const

/** 任务 /tasks?side=asked&show=answered: what the unit has to do and what it has asked of others, those due first at the head. */
export function TasksPage() {
  const words = useWords(supervisionWords)
  const { current } = useSession()
  // The city committee asks and is asked by nobody.
  const [side = current.role === 'cityCommittee' ? 'asked' : 'ours', setSide] = useSearchParam('side', SIDES)
  const [show = side === 'asked' ? 'answered' : 'open', setShow] = useSearchParam('show', SHOWN)
  const which = show === 'red' || show === 'yellow' ? { light: show } : { state: show }
  const { items, more } = useList(listTasks, { query: { side, ...which } })
  const count = more ? `${items.length}+` : String(items.length)
  const waiting = side === 'ours' && show === 'open'
  const title = side === 'asked' ? words.askedTitle : items.length > 0 && waiting ? words.oursTitle(count) : words.tasks
  return (
    <Page
      title={waiting && items.length === 0 ? words.allDone : title}
      kicker={`${words.tasks} · ${current.unitName}`}
      actions={<ButtonLink to="/task-lists">{words.lists}</ButtonLink>}
    >
      <Stack>
        <FilterChips
          label={words.side}
          value={side}
          onChange={setSide}
          chips={SIDES.map(value => ({ value, label: words[value] }))}
        />
        <FilterChips
          label={words.stateOf}
          value={show}
          onChange={setShow}
          chips={SHOWN.map(value => ({
            value,
            label: value === 'red' || value === 'yellow' ? words[value] : words.states[value],
          }))}
        />
        <Card flush>
          {items.length === 0 ? (
            <Empty good={waiting} title={waiting ? words.allDone : words.none}>
              {words.noneNote}
            </Empty>
          ) : (
            <Rows>
              {items.map(task => (
                <TaskRow key={task.id} task={task} asked={side === 'asked'} />
              ))}
            </Rows>
          )}
          {more && <LoadMore {...more} />}
        </Card>
      </Stack>
    </Page>
  )
}
