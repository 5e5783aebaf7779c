import { useWords } from '../../../i18n/dictionary.ts'
import { day, number, percent } from '../../../i18n/format.ts'
import { useOnPhone } from '../../../ui/on-phone.ts'
import { ProgressBar } from '../../../ui/signal/progress-bar.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { overviewWords } from '../words.ts'
import { type CityData, reachedBp } from './city-data.ts'
import { CourseChart } from './course-chart.tsx'
import { FigureCard } from './figure-card.tsx'
import { cityWords } from './words.ts'

/** Coverage of pledges week by week, against the year before and the goal. */
export function CourseCard({ data }: { data: CityData }) {
  const common = useWords(overviewWords)
  const words = useWords(cityWords).city
  const phone = useOnPhone()
  const { course, lastYearBp } = data
  const year = data.now?.year ?? Number(data.phases[0]?.from.slice(0, 4))
  const bp = reachedBp(data)
  const goal = course.reachedGoalOn ? words.reached(day(course.reachedGoalOn)) : words.notReached
  const difference = lastYearBp === null ? null : bp - lastYearBp
  const finding = [
    difference === null
      ? words.noLast
      : difference === 0
        ? words.sameLast
        : (difference > 0 ? words.above : words.below)(number(Math.abs(difference) / 100, 1)),
    goal,
  ]
  const description = words.courseDescription(
    year,
    percent(bp / 10_000),
    lastYearBp === null ? null : percent(lastYearBp / 10_000),
    goal,
  )
  const bars = (
    <div className="overview-bars">
      <span>{`${words.year(year)} ${percent(bp / 10_000)}`}</span>
      <ProgressBar
        label={words.year(year)}
        share={bp / 10_000}
        bound={{ at: course.goalBp / 10_000, label: words.goal(percent(course.goalBp / 10_000, 0)) }}
      />
      {lastYearBp !== null && (
        <>
          <span>{`${words.year(year - 1)} ${percent(lastYearBp / 10_000)}`}</span>
          <ProgressBar label={words.year(year - 1)} share={lastYearBp / 10_000} />
        </>
      )}
    </div>
  )
  const table = (
    <DataTable
      caption={words.course}
      rows={course.weeks.filter(week => week.bp !== null)}
      rowKey={week => week.on}
      columns={[
        { key: 'on', head: words.week, cell: week => day(week.on), phone: 'name' },
        {
          key: 'now',
          head: words.year(year),
          cell: week => week.bp !== null && percent(week.bp / 10_000),
          numeric: true,
          phone: 'light',
        },
        {
          key: 'last',
          head: words.year(year - 1),
          cell: week => week.lastBp !== null && percent(week.lastBp / 10_000),
          numeric: true,
          phone: 'note',
        },
      ]}
    />
  )
  return (
    <FigureCard
      title={words.course}
      finding={finding.join(common.comma)}
      chart={phone ? bars : <CourseChart course={course} year={year} description={description} />}
      table={table}
    />
  )
}
