import type { Ask } from '@jiannuo/contract/desk/desk.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, daysUntil } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import '../desk.css'
import { deskWords } from '../words.ts'

interface WaitingRowsProps {
  title: string
  note?: string | undefined
  asks: readonly Ask[]
  today: string
  /** The first row has the page's red button. */
  primary: boolean
}

/** What waits, by name, each with its clock; nothing at all when nothing does. */
export function WaitingRows({ title, note, asks, today, primary }: WaitingRowsProps) {
  const language = useLanguage()
  if (asks.length === 0) return null
  return (
    <Card title={title} {...(note ? { extra: <span className="second">{note}</span> } : {})} flush>
      <Rows>
        {asks.map((ask, at) => (
          <Row
            key={ask.id}
            title={ask.title[language]}
            note={
              language === 'zh'
                ? `${ask.why.zh.replace(/。$/, '')}。${ask.next.zh}`
                : `${ask.why.en.replace(/\.$/, '')}. ${ask.next.en}`
            }
            state={<Clock ask={ask} today={today} />}
            action={
              <ButtonLink to={ask.link} kind={primary && at === 0 ? 'primary' : 'plain'}>
                {ask.action[language]}
              </ButtonLink>
            }
          />
        ))}
      </Rows>
    </Card>
  )
}

function Clock({ ask, today }: { ask: Ask; today: string }) {
  const words = useWords(deskWords)
  const late = ask.dueOn === null ? 0 : -daysUntil(today, ask.dueOn)
  const said =
    late > 0
      ? words.waitedLate(ask.waitingDays, late)
      : ask.dueOn !== null
        ? words.dueShort(day(ask.dueOn))
        : ask.waitingDays !== null
          ? words.waited(ask.waitingDays)
          : null
  if (said === null) return null
  return (
    <span className={`second desk-clock ${ask.urgency}`}>
      <Icon name="clock" />
      {said}
    </span>
  )
}
