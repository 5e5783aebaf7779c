import type { TaskListLine } from '@jiannuo/contract/supervision/task-list.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day } from '../../../i18n/format.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Row } from '../../../ui/page/card.tsx'
import { ProgressBar } from '../../../ui/signal/progress-bar.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { supervisionWords } from '../words.ts'

/** A list with how far its tasks are. */
export function ListRow({ list }: { list: TaskListLine }) {
  const words = useWords(supervisionWords)
  const { counts } = list
  return (
    <Row
      title={list.title}
      note={`${words.kinds[list.kind]} · ${list.unitName} · ${words.issuedOn(day(list.issuedOn), '')}`}
      state={list.withdrawn ? <StatusTag>{words.withdrawn}</StatusTag> : words.counts(counts)}
      action={
        <ButtonLink to={`/task-lists/${list.id}`} small>
          {words.open}
        </ButtonLink>
      }
    >
      {counts.tasks > 0 && (
        <ProgressBar
          label={`${words.progress} ${list.title}`}
          share={(counts.answered + counts.settled) / counts.tasks}
          behind={counts.red > 0}
        />
      )}
    </Row>
  )
}
