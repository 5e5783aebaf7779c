import type { PublishedDay } from '@jiannuo/contract/calendar.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, dayRange, dayWithWeekday } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Row, Rows } from '../../../ui/page/card.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { calendarWords } from './words.ts'

interface Holiday {
  key: string
  name: { zh: string; en: string }
  spans: { from: string; until: string }[]
  makeUp: string[]
}

/** One entry for each holiday: its days in a row, and the weekend days worked for it. */
export function holidays(days: readonly PublishedDay[]): Holiday[] {
  const found = new Map<string, Holiday>()
  for (const { day, working, name } of days) {
    const holiday = found.get(name.zh) ?? { key: name.zh, name, spans: [], makeUp: [] }
    found.set(name.zh, holiday)
    const last = holiday.spans.at(-1)
    if (working) holiday.makeUp.push(day)
    else if (last && last.until === day) last.until = addDays(day, 1)
    else holiday.spans.push({ from: day, until: addDays(day, 1) })
  }
  return [...found.values()]
}

export function National({ days }: { days: readonly PublishedDay[] }) {
  const words = useWords(calendarWords)
  const language = useLanguage()
  const join = (parts: string[]) => parts.join(language === 'zh' ? '、' : ', ')
  if (days.length === 0) return <Empty title={words.noNational} />
  return (
    <Rows>
      {holidays(days).map(h => (
        <Row
          key={h.key}
          title={h.name[language]}
          note={[
            h.spans.length > 0 && words.off(join(h.spans.map(s => dayRange(s.from, s.until)))),
            h.makeUp.length > 0 && words.makeUp(join(h.makeUp.map(dayWithWeekday))),
          ]
            .filter(Boolean)
            .join(language === 'zh' ? '；' : '; ')}
        />
      ))}
    </Rows>
  )
}
