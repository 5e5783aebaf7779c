import type { Ask } from '@jiannuo/contract/desk/desk.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day, daysUntil, deadline } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { ButtonLink } from '../../ui/action/button.tsx'
import { AskCard } from '../../ui/page/ask-card.tsx'
import { Cite } from '../../ui/text/cite.tsx'
import { deskWords } from './words.ts'

/** Every ask whole: by when, what, why, the button, what comes next. The first one has the page's red button. */
export function AskCards({ asks, today }: { asks: readonly Ask[]; today: string }) {
  const words = useWords(deskWords)
  const language = useLanguage()
  return asks.map((ask, at) => (
    <AskCard
      key={ask.id}
      title={ask.title[language]}
      due={dueWords(words, ask, today)}
      urgency={ask.urgency}
      minutes={ask.minutes}
      actions={
        <ButtonLink to={ask.link} kind={at === 0 ? 'primary' : 'plain'}>
          {ask.action[language]}
        </ButtonLink>
      }
      next={
        <>
          {ask.urgency === 'overdue' ? words.late : ask.next[language]}{' '}
          <Cite title={ask.clause.title[language]} article={ask.clause.article[language]} />
        </>
      }
    >
      {ask.why[language]}
    </AskCard>
  ))
}

function dueWords(words: (typeof deskWords)['zh'], { dueOn, urgency }: Ask, today: string): string {
  if (dueOn === null) return words.noDue
  const left = daysUntil(today, dueOn)
  if (urgency === 'overdue') return words.overdue(-left, day(dueOn))
  return urgency === 'soon' ? words.left(left, deadline(dueOn)) : words.due(deadline(dueOn))
}
