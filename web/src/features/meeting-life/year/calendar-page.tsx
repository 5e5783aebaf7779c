import { listMeetings, type MeetingLine } from '@jiannuo/contract/meeting-life/meeting.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo, useSearchParam, useSearchText } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useSession, useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, dayWithWeekday, monthName, monthOn, day as sayDay, time } from '../../../i18n/format.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { useOnPhone } from '../../../ui/on-phone.ts'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { isKeeper } from '../keepers.ts'
import { meetingWords } from '../words.ts'
import { yearWords } from './words.ts'
import '../meeting.css'

/** 月历 /meetings/calendar?month=2026-07&whose=mine: a table of weeks on a desk, a list of days on a phone. */
export function MeetingCalendarPage() {
  const words = useWords(yearWords)
  const today = useToday()
  const go = useGo()
  const onPhone = useOnPhone()
  const { current } = useSession()
  const keeps = isKeeper(current.role) && current.unitId !== null
  const asked = useSearchText('month')
  const month = asked && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)
  const [chosen, setWhose] = useSearchParam('whose', ['mine', 'ours'] as const)
  const whose = keeps ? (chosen ?? 'ours') : 'mine'
  const span = { from: `${month}-01`, until: `${monthOn(month, 1)}-01`, limit: 200 }
  const { data } = useSuspenseQuery(
    query(listMeetings, {
      query: { ...span, ...(whose === 'mine' ? { whose } : { unitId: current.unitId ?? '' }) },
    }),
  )
  const meetings = [...data.items].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const said = monthName(month)
  const show = (to: string) => go(`/meetings/calendar?month=${to}${chosen ? `&whose=${chosen}` : ''}`)
  return (
    <Page
      title={words.calendarTitle(meetings.filter(m => m.state !== 'cancelled').length)}
      kicker={`${words.kicker} · ${said}`}
      actions={
        keeps && (
          <ButtonLink to="/meetings/year" icon="plus">
            {words.yearPlan}
          </ButtonLink>
        )
      }
    >
      <Stack>
        <FilterChips
          label={words.month}
          value={month}
          onChange={show}
          chips={[monthOn(month, -1), month, monthOn(month, 1)].map(value => ({ value, label: monthName(value) }))}
        />
        {keeps && (
          <FilterChips
            label={words.whose}
            value={whose}
            onChange={setWhose}
            chips={[
              { value: 'ours', label: words.ours },
              { value: 'mine', label: words.mine },
            ]}
          />
        )}
        <Card flush>
          {meetings.length === 0 ? (
            <Empty title={words.calendarTitle(0)} />
          ) : onPhone ? (
            <DayList meetings={meetings} />
          ) : (
            <Weeks month={month} said={said} meetings={meetings} today={today} />
          )}
        </Card>
        <Card title={words.feedTitle} extra={<ButtonLink to="/inbox">{words.feed}</ButtonLink>}>
          <p className="second">{words.feedNote}</p>
        </Card>
      </Stack>
    </Page>
  )
}

function Weeks(props: { month: string; said: string; meetings: readonly MeetingLine[]; today: string }) {
  const { month, said, meetings, today } = props
  const words = useWords(yearWords)
  const first = `${month}-01`
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const start = addDays(first, -before)
  const weeks = [0, 1, 2, 3, 4, 5].map(week => [0, 1, 2, 3, 4, 5, 6].map(at => addDays(start, week * 7 + at)))
  return (
    <table className="month-table">
      <caption className="hidden">{words.caption(said)}</caption>
      <thead>
        <tr>
          {words.weekdays.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks
          .filter(week => week.some(day => day.startsWith(month)))
          .map(week => (
            <tr key={week[0]}>
              {week.map(day => (
                <td key={day} className={day.startsWith(month) ? undefined : 'outside'}>
                  {day.startsWith(month) && (
                    <span className="month-day" aria-current={day === today ? 'date' : undefined}>
                      {Number(day.slice(8))}
                      <span className="hidden"> {sayDay(day)}</span>
                    </span>
                  )}
                  {meetings
                    .filter(m => m.heldOn === day)
                    .map(m => (
                      <Go key={m.id} to={`/meetings/${m.id}`} className="month-meeting">
                        {time(m.startsAt)} {m.state === 'cancelled' ? `${words.cancelled}：` : ''}
                        {m.title}
                      </Go>
                    ))}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function DayList({ meetings }: { meetings: readonly MeetingLine[] }) {
  const words = useWords(meetingWords)
  return (
    <Rows>
      {meetings.map(m => (
        <Row
          key={m.id}
          title={<Go to={`/meetings/${m.id}`}>{m.title}</Go>}
          note={`${dayWithWeekday(m.heldOn)} ${time(m.startsAt)} · ${m.place}`}
          state={words.states[m.state]}
        />
      ))}
    </Rows>
  )
}
