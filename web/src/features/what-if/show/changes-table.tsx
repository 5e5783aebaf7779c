import type { WhatIfInput } from '@jiannuo/contract/appraisal/what-if.ts'
import { useState } from 'react'
import { useWords } from '../../../i18n/dictionary.ts'
import { number } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Card } from '../../../ui/page/card.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { Comparison, Mover } from '../reckon/compare.ts'
import { whatIfWords } from '../words.ts'

const WIDE = 160
/** Rows before 再显示一些: what fits one screen. */
const FIRST = 12

/** The way from the rank in force to that of the trial on a line as long as the field. */
function Way({ mover, of }: { mover: Mover; of: number }) {
  const x = (rank: number) => 6 + ((WIDE - 12) * (rank - 1)) / Math.max(1, of - 1)
  const [from, to] = [x(mover.rankBefore), x(mover.rankAfter)]
  const up = mover.rankAfter < mover.rankBefore
  const head = up ? 5 : -5
  return (
    <svg viewBox={`0 0 ${WIDE} 16`} width={WIDE} height="16" aria-hidden="true" className={up ? 'way up' : 'way down'}>
      <line x1="6" x2={WIDE - 6} y1="8" y2="8" className="way-field" />
      <line x1={from} x2={to} y1="8" y2="8" className="way-line" />
      <circle cx={from} cy="8" r="3.5" className="way-from" />
      {from !== to && <path d={`M${to} 8 l${head} -4 v8 z`} className="way-to" />}
    </svg>
  )
}

/** Who moves, how far, into which grade, and which indicator decides it. */
export function ChangesTable({
  comparison,
  input,
  gradeOf,
}: {
  comparison: Comparison
  input: WhatIfInput
  gradeOf: (grade: string | null) => string
}) {
  const words = useWords(whatIfWords)
  const language = useLanguage()
  const { movers, scored } = comparison
  const [shown, setShown] = useState(FIRST)
  const who = (mover: Mover) => input.subjects[mover.row]
  const grade = (mover: Mover) => {
    if (mover.gradeAfter === mover.gradeBefore) return gradeOf(mover.gradeAfter)
    const order = comparison.grades.map(each => each.grade)
    const rises = order.indexOf(mover.gradeAfter ?? '') < order.indexOf(mover.gradeBefore ?? '')
    return (
      <>
        {rises ? words.rises : words.falls}{' '}
        <StatusTag tone={rises ? 'ok' : 'warn'}>{gradeOf(mover.gradeAfter)}</StatusTag>
      </>
    )
  }
  return (
    <Card title={movers.length === 0 ? words.moversNone : words.movers(movers.length)} flush>
      <DataTable
        caption={words.movers(movers.length)}
        rows={movers.slice(0, shown)}
        rowKey={each => String(each.row)}
        more={
          shown < movers.length
            ? { load: () => setShown(movers.length), busy: false, left: movers.length - shown }
            : undefined
        }
        empty={<Empty title={words.moversNone}>{words.nobody}</Empty>}
        columns={[
          {
            key: 'name',
            head: words.name,
            phone: 'name',
            noWrap: input.period === null,
            cell: each => who(each)?.name,
          },
          { key: 'home', head: words.home, phone: 'note', cell: each => input.homes[who(each)?.home ?? -1] },
          {
            key: 'way',
            head: words.way,
            phone: 'hidden',
            width: '176px',
            cell: each => <Way mover={each} of={scored} />,
          },
          { key: 'before', head: words.before, phone: 'hidden', numeric: true, cell: each => number(each.rankBefore) },
          {
            key: 'after',
            head: words.after,
            phone: 'light',
            numeric: true,
            cell: each => <strong>{number(each.rankAfter)}</strong>,
          },
          { key: 'grade', head: words.grade, phone: 'reason', noWrap: true, cell: grade },
          {
            key: 'because',
            head: words.because,
            phone: 'below',
            cell: ({ reason }) =>
              reason &&
              `${(language === 'en' ? reason.title.en : undefined) ?? reason.title.zh} ${reason.points > 0 ? '+' : ''}${number(reason.points, 2)}`,
          },
        ]}
      />
    </Card>
  )
}
