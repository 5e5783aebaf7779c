import { useId } from 'react'
import { useWords } from '../../../i18n/dictionary.ts'
import { number } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { LightSign } from '../../../ui/signal/light.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { Comparison } from '../reckon/compare.ts'
import type { Fault } from '../reckon/faults.ts'
import { whatIfWords } from '../words.ts'

const SIZE = 320
const AREA = { left: 46, right: SIZE - 12, top: 12, bottom: SIZE - 40 }

/** Rank in force against rank in the trial, for everybody or an even sample; changes of grade as triangles. */
export function FieldCard({
  comparison,
  gradeOf,
}: {
  comparison: Comparison
  gradeOf: (grade: string | null) => string
}) {
  const words = useWords(whatIfWords)
  const title = useId()
  const { field, scored, grades } = comparison
  const x = (rank: number) => AREA.left + ((AREA.right - AREA.left) * (rank - 1)) / Math.max(1, scored - 1)
  const y = (rank: number) => AREA.top + ((AREA.bottom - AREA.top) * (rank - 1)) / Math.max(1, scored - 1)
  const ticks = [1, Math.round(scored / 3), Math.round((scored * 2) / 3), scored]
  const { regraded, raised } = comparison
  return (
    <Card title={words.dots(number(scored))} note={words.dotsNote}>
      <figure className="what-if-field">
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-labelledby={title} focusable="false">
          <title id={title}>{words.dotsSaid(scored, raised, regraded - raised)}</title>
          <line x1={AREA.left} y1={AREA.top} x2={AREA.right} y2={AREA.bottom} className="what-if-diagonal" />
          <path d={`M${AREA.left} ${AREA.top} V${AREA.bottom} H${AREA.right}`} className="what-if-axis" />
          {ticks.map(tick => (
            <g key={tick}>
              <text x={x(tick)} y={AREA.bottom + 14} textAnchor={tick === scored ? 'end' : 'middle'}>
                {number(tick)}
              </text>
              <text x={AREA.left - 6} y={y(tick) + 4} textAnchor="end">
                {number(tick)}
              </text>
            </g>
          ))}
          <text x={(AREA.left + AREA.right) / 2} y={SIZE - 8} textAnchor="middle">
            {words.axisBefore}
          </text>
          <text x={AREA.left} y={9} textAnchor="start">
            {words.axisAfter}
          </text>
          {field.map(({ before, after, changed }, at) =>
            changed === 0 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity
              <circle key={at} cx={x(before)} cy={y(after)} r="1.6" className="what-if-dot" />
            ) : (
              <path
                // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity
                key={at}
                d={changed > 0 ? 'M0 -4 L4 3 H-4 z' : 'M0 4 L4 -3 H-4 z'}
                transform={`translate(${x(before)} ${y(after)})`}
                className={changed > 0 ? 'what-if-up' : 'what-if-down'}
              />
            ),
          )}
        </svg>
      </figure>
      <DataTable
        caption={words.grades}
        rows={grades}
        rowKey={each => each.grade}
        columns={[
          { key: 'grade', head: words.grade, phone: 'name', cell: each => gradeOf(each.grade) },
          { key: 'before', head: words.before, phone: 'note', numeric: true, cell: each => number(each.before) },
          { key: 'after', head: words.after, phone: 'light', numeric: true, cell: each => number(each.after) },
        ]}
      />
    </Card>
  )
}

/** What the scheme does badly on these facts, each in a sentence. */
export function FaultsCard({
  faults,
  gradeOf,
}: {
  faults: readonly Fault[]
  gradeOf: (grade: string | null) => string
}) {
  const words = useWords(whatIfWords)
  const language = useLanguage()
  const named = ({ zh, en }: { zh: string; en?: string }) => (language === 'en' ? (en ?? zh) : zh)
  const say = (fault: Fault) => {
    switch (fault.kind) {
      case 'constant':
        return words.fault.constant(named(fault.title), number(fault.same), number(fault.of))
      case 'empty':
        return words.fault.empty(named(fault.title))
      case 'duplicates':
        return words.fault.duplicates(
          fault.titles.map(named),
          number(fault.correlation, 2),
          number(fault.points, Number.isInteger(fault.points) ? 0 : 2),
        )
      case 'crowded':
        return words.fault.crowded(gradeOf(fault.grade), String(fault.within), number(fault.count))
      case 'tied':
        return words.fault.tied(number(fault.count))
    }
  }
  return (
    <Card title={words.faults(faults.length)} flush>
      <Rows>
        {faults.map(each => (
          <Row key={say(each)} lead={<LightSign colour="yellow" />} title={say(each)} />
        ))}
        <Row lead={<LightSign colour="green" />} title={words.formalism} />
      </Rows>
    </Card>
  )
}
