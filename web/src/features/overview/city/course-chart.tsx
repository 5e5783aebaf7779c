import { useId } from 'react'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, percent } from '../../../i18n/format.ts'
import type { CityData } from './city-data.ts'
import { cityWords } from './words.ts'

const WIDE = 560
const HIGH = 232
const AREA = { left: 44, right: WIDE - 58, top: 14, bottom: HIGH - 26 }
const GRID = [0, 2500, 5000, 7500, 10_000]

/** Two lines over the weeks: this year drawn through, the year before dashed, the goal a rule; labels stand at the lines' ends. */
export function CourseChart({
  course,
  year,
  description,
}: {
  course: CityData['course']
  year: number
  description: string
}) {
  const words = useWords(cityWords).city
  const describedBy = useId()
  const { weeks, goalBp } = course
  const x = (at: number) => AREA.left + ((AREA.right - AREA.left) * at) / Math.max(1, weeks.length - 1)
  const y = (bp: number) => AREA.bottom - ((AREA.bottom - AREA.top) * bp) / 10_000
  const line = (values: readonly (number | null)[]) =>
    values.flatMap((bp, at) => (bp === null ? [] : [`${x(at).toFixed(1)},${y(bp).toFixed(1)}`])).join(' ')
  const at = weeks.filter(week => week.bp !== null).length - 1
  const now = weeks[at]
  const last = weeks.at(-1)?.lastBp ?? null
  // Labels of lines that end close together move apart, the upper one up.
  const shift =
    now?.bp != null && last !== null && at === weeks.length - 1 && Math.abs(now.bp - last) < 700
      ? now.bp >= last
        ? 8
        : -8
      : 0
  const step = Math.max(1, Math.ceil(weeks.length / 5))
  return (
    <figure className="overview-course">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-labelledby={describedBy} focusable="false">
        <title id={describedBy}>{description}</title>
        {GRID.map(bp => (
          <g key={bp}>
            <line x1={AREA.left} x2={AREA.right} y1={y(bp)} y2={y(bp)} className="grid" />
            <text x={AREA.left - 6} y={y(bp) + 4} textAnchor="end">
              {percent(bp / 10_000, 0)}
            </text>
          </g>
        ))}
        {weeks.map((week, i) =>
          i % step === 0 ? (
            <text key={week.on} x={x(i)} y={HIGH - 6} textAnchor={i === 0 ? 'start' : 'middle'}>
              {day(week.on)}
            </text>
          ) : null,
        )}
        <line x1={AREA.left} x2={AREA.right} y1={y(goalBp)} y2={y(goalBp)} className="goal" />
        <text x={AREA.right} y={y(goalBp) + 15} textAnchor="end">
          {words.goal(percent(goalBp / 10_000, 0))}
        </text>
        <polyline points={line(weeks.map(week => week.lastBp))} className="last" />
        <polyline points={line(weeks.map(week => week.bp))} className="now" />
        {now?.bp != null && (
          <>
            <circle cx={x(at)} cy={y(now.bp)} r={4} className="mark" />
            <text x={x(at) - 6} y={y(now.bp) - 8} textAnchor="end" className="value">
              {percent(now.bp / 10_000)}
            </text>
            <text x={x(at) + 8} y={y(now.bp) + 4 - shift} className="end">
              {year}
            </text>
          </>
        )}
        {last !== null && (
          <text x={AREA.right + 8} y={y(last) + 4 + shift}>
            {year - 1}
          </text>
        )}
      </svg>
    </figure>
  )
}
