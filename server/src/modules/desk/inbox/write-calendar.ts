import { PhaseName } from '@jiannuo/contract/cycle.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { both, type Language } from '../../../platform/http/serve.ts'
import { PHASE_TITLES } from '../../cycle/index.ts'
import type { FeedEntry, FeedMeeting } from './sql.ts'

const NAME = both('践诺日程', 'Jiannuo')
/** Hours between two readings by a calendar program. */
const HOURS_BETWEEN = 12

/** Due dates as whole days and meetings by the clock, in UTC, so that no zone is needed; what was called off is struck out. `now` stamps them. */
export function writeCalendar(
  entries: readonly FeedEntry[],
  meetings: readonly FeedMeeting[],
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
  for (const { id, title, place, starts_at, minutes, sequence, cancelled } of meetings) {
    const start = new Date(starts_at)
    calendar.createEvent({
      id: `meeting-${id}@jiannuo`,
      ...{ sequence, stamp: now, start, end: new Date(start.getTime() + minutes * 60_000), location: place },
      summary: cancelled ? CANCELLED(title)[language] : title,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(origin ? { url: new URL(`/meetings/${id}`, origin).href } : {}),
    })
  }
  // RFC 5545 ends every line, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`
}

const CANCELLED = (title: string) => both(`已取消：${title}`, `Called off: ${title}`)
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
