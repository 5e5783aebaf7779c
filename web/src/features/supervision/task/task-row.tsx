import type { TaskLine } from '@jiannuo/contract/supervision/task.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Row } from '../../../ui/page/card.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { postName } from '../post.ts'
import { supervisionWords } from '../words.ts'

/** One task in a list: light, what, for whom, and the way to it. */
export function TaskRow({ task, asked }: { task: TaskLine; asked: boolean }) {
  const words = useWords(supervisionWords)
  const language = useLanguage()
  const toDo = asked ? task.state === 'answered' : task.state === 'open'
  return (
    <Row
      lead={
        <Light colour={task.light} bare>
          {words.states[task.state]}
        </Light>
      }
      title={task.title}
      note={`${words.from(asked ? task.unitName : task.fromUnitName, task.listTitle)} · ${postName(words, task.post)}`}
      state={task.reason[language]}
      action={
        <ButtonLink to={`/tasks/${task.id}`} small>
          {toDo ? (asked ? words.confirm : words.doIt) : words.open}
        </ButtonLink>
      }
    />
  )
}
