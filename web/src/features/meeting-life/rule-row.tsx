import type { Compliance } from '@jiannuo/contract/meeting-life/meeting.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { ButtonLink } from '../../ui/action/button.tsx'
import { Row } from '../../ui/page/card.tsx'
import { Light, type LightColour } from '../../ui/signal/light.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { Cite } from '../../ui/text/cite.tsx'
import { meetingWords } from './words.ts'

const COLOURS: Record<Compliance['state'], LightColour> = {
  missed: 'red',
  running: 'yellow',
  kept: 'green',
  notDue: 'grey',
}

/** One rule over one period: the light, the reason in words, the clause, and the way to plan what is still to be held. */
export function RuleRow({ item, plannable = false }: { item: Compliance; plannable?: boolean }) {
  const words = useWords(meetingWords)
  const language = useLanguage()
  return (
    <Row
      lead={
        <Light colour={item.planned ? 'grey' : COLOURS[item.state]} bare>
          {item.planned ? words.planned : words[item.state]}
        </Light>
      }
      title={
        <>
          {item.title[language]}
          {item.cite.confidence === 'local' && <StatusTag>{words.local}</StatusTag>}
        </>
      }
      note={
        <>
          {item.reason[language]} <Cite title={`《${item.cite.document}》`} article={item.cite.article} />
        </>
      }
      state={
        item.planned
          ? words.plannedOn(day(item.planned.heldOn))
          : item.state === 'running'
            ? words.dueBy(day(item.dueBy))
            : words[item.state]
      }
      action={
        plannable &&
        (item.planned ? (
          <ButtonLink to={`/meetings/${item.planned.id}`} small>
            {words.open}
          </ButtonLink>
        ) : (
          <ButtonLink to={`/meetings/plan?kind=${item.kind}${item.proposedOn ? `&day=${item.proposedOn}` : ''}`} small>
            {words.start}
          </ButtonLink>
        ))
      }
    />
  )
}
