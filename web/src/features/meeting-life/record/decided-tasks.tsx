import type { Meeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import { listTaskLists } from '@jiannuo/contract/supervision/task-list.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day } from '../../../i18n/format.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { meetingWords } from '../words.ts'

/** What was decided as tasks of posts, and how they stand. */
export function DecidedTasks({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const { data } = useSuspenseQuery(query(listTaskLists, { query: { meetingId: meeting.id } }))
  if (!meeting.mayKeep && data.items.length === 0) return null
  return (
    <Card
      title={words.decided}
      note={data.items.length === 0 && words.decidedNote}
      extra={
        meeting.mayKeep && (
          <ButtonLink to={`/task-lists/new?meeting=${meeting.id}`} small>
            {words.decide}
          </ButtonLink>
        )
      }
      flush
    >
      <Rows>
        {data.items.map(({ counts, ...list }) => (
          <Row
            key={list.id}
            title={<Go to={`/task-lists/${list.id}`}>{list.title}</Go>}
            note={day(list.issuedOn)}
            state={words.decidedCount(counts.tasks, counts.settled, counts.red)}
          />
        ))}
      </Rows>
    </Card>
  )
}
