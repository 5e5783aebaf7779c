import { listTaskLists } from '@jiannuo/contract/supervision/task-list.ts'
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
import { ListRow } from './list-row.tsx'
import { mayIssue } from './may-issue.ts'

const SIDES = ['asked', 'ours'] as const

/** 清单 /task-lists?side=ours: lists the unit has issued, and those it has received. */
export function TaskListsPage() {
  const words = useWords(supervisionWords)
  const { current } = useSession()
  const [side = 'asked', setSide] = useSearchParam('side', SIDES)
  const { items, more } = useList(listTaskLists, { query: { side } })
  const issued = side === 'asked'
  const fresh = mayIssue(current.role) && (
    <ButtonLink to="/task-lists/new" kind="primary" icon="plus">
      {words.fresh}
    </ButtonLink>
  )
  return (
    <Page
      title={issued ? words.listsTitle : words.listsTitleOurs}
      kicker={`${words.lists} · ${current.unitName}`}
      actions={
        <>
          <ButtonLink to="/tasks">{words.tasks}</ButtonLink>
          {fresh}
        </>
      }
    >
      <Stack>
        <FilterChips
          label={words.side}
          value={side}
          onChange={setSide}
          chips={[
            { value: 'asked', label: words.listsTitle },
            { value: 'ours', label: words.listsTitleOurs },
          ]}
        />
        <Card flush>
          {items.length === 0 ? (
            <Empty title={issued ? words.noLists : words.noListsOurs}>{issued && words.noListsNote}</Empty>
          ) : (
            <Rows>
              {items.map(list => (
                <ListRow key={list.id} list={list} />
              ))}
            </Rows>
          )}
          {more && <LoadMore {...more} />}
        </Card>
      </Stack>
    </Page>
  )
}
