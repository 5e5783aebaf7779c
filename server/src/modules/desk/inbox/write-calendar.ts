import { PhaseName } from '@jiannuo/contract/cycle.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { both, type Language } from '../../../platform/http/serve.ts'
import { PHASE_TITLES } from '../../cycle/index.ts'
import type { FeedEntry } from './sql.ts'

const NAME = both('践诺日程', 'Jiannuo')
/** Hours between two readings by a calendar program. */
const HOURS_BETWEEN = 12

/** The entries as an iCalendar text of whole days: no entry has a time, so none needs a zone. `now` stamps them. */
export function writeCalendar(
  entries: readonly FeedEntry[],
  language: Language,
  now: Date,
  origin: string | null,
): string {
  const calendar = ical({
    name: NAME[language],
    prodId: { company: 'Jiannuo', product: 'Jiannuo', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS_BETWEEN * 3600,
  })
  for (const entry of entries) {
    const { title, link } = describe(entry)
    calendar.createEvent({
      id: `${entry.uid}@jiannuo`,
      sequence: entry.revision,
      stamp: now,
      start: midnight(entry.from_on),
      end: midnight(entry.until_on),
      allDay: true,
      summary: title[language],
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(origin ? { url: new URL(link, origin).href } : {}),
    })
  }
  // RFC 5545 ends every line, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`)

function describe({ kind, detail, year }: FeedEntry): { title: Both; link: string } {
  const what = detail ?? ''
  if (kind === 'phase') {
    const phase = PHASE_TITLES[PhaseName.parse(what)]
    return { title: both(`${year}年度${phase.zh}`, `${phase.en} ${year}`), link: '/cycle' }
  }
  if (kind === 'rectification')
    return { title: both(`整改到期：${what}`, `Rectification due: ${what}`), link: '/fulfilment' }
  if (kind === 'sample') return { title: both(`佐证答复到期：${what}`, `Evidence due: ${what}`), link: '/fulfilment' }
  if (kind === 'review')
    return {
      title: both(`${what}有承诺等您审定，今天是最后一天`, `A pledge of ${what} waits for your review; last day`),
      link: '/review',
    }
  return { title: both(`承诺到期：${what}`, `Pledge due: ${what}`), link: '/fulfilment' }
}
