import type { ReactNode } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'
import { LoadMore } from './load-more.tsx'
import './table.css'

/**
 * Where a column goes on a phone, where a row takes two lines: `name` and `note` left, `light` and `reason` right (one column each),
 * `below` a line of its own under its head's words, `hidden` what the row's own page tells.
 */
export type PhonePlace = 'name' | 'note' | 'light' | 'reason' | 'below' | 'hidden'

export interface Column<Row> {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  /** Numbers: right, under a right-aligned head. */
  numeric?: boolean
  /** Names and dates that should not break. */
  noWrap?: boolean
  /** CSS width on a desktop, when the content should not decide. */
  width?: string
  phone: PhonePlace
}

interface Group<Row> {
  /** 「先看这 4 个」; without one the rows follow each other plainly. */
  title?: string
  rows: readonly Row[]
}

interface DataTableProps<Row> {
  /** What the table holds, for readers. */
  caption: string
  /** The first is the name, and the head of its row. */
  columns: readonly Column<Row>[]
  rows?: readonly Row[]
  groups?: readonly Group<Row>[]
  rowKey: (row: Row) => string
  /** Sums, aligned under the columns by key. */
  totals?: Readonly<Record<string, ReactNode>>
  /** Legend and time of the data. */
  footer?: ReactNode
  /** Shown instead of rows when there are none: `<Empty>`. */
  empty?: ReactNode
  /** From `useList`: the next page of the server. */
  more?: { load: () => void; busy: boolean; left?: number } | undefined
}

const asRole = (role: string) => ({ role })

/** A real table with caption and scopes. Roles are written out because some web views drop them when a phone lays rows out as a grid. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, groups, rowKey, totals, footer, empty, more } = props
  const parts = groups ?? [{ rows: rows ?? [] }]
  if (empty && parts.every(part => part.rows.length === 0)) return empty
  return (
    <div className="table-frame">
      <table className="table" {...asRole('table')}>
        <caption className="hidden">{caption}</caption>
        <Head columns={columns} />
        {parts.map((part, at) => (
          <tbody key={part.title ?? at} {...asRole('rowgroup')}>
            {part.title && part.rows.length > 0 && (
              <tr className="table-group" {...asRole('row')}>
                <th colSpan={columns.length} scope="rowgroup" {...asRole('cell')}>
                  {part.title}
                </th>
              </tr>
            )}
            {part.rows.map(row => (
              <tr key={rowKey(row)} {...asRole('row')}>
                {columns.map((column, at) => (
                  <Cell key={column.key} column={column} row={row} head={at === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        {totals && <Totals columns={columns} totals={totals} />}
      </table>
      {more && <LoadMore {...more} />}
      {footer && <div className="table-footer second">{footer}</div>}
    </div>
  )
}

function Head<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <thead {...asRole('rowgroup')}>
      <tr {...asRole('row')}>
        {columns.map(({ key, head, numeric, width }) => (
          <th
            key={key}
            scope="col"
            {...asRole('columnheader')}
            className={numeric ? 'numeric' : undefined}
            style={{ width }}
          >
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Cell<Row>({ column, row, head }: { column: Column<Row>; row: Row; head: boolean }) {
  const words = useWords(kitWords)
  const content = column.cell(row)
  const isEmpty = content === null || content === undefined || content === ''
  const look = {
    className: `to-${column.phone}${column.numeric ? ' numeric' : ''}${column.noWrap ? ' no-wrap' : ''}${isEmpty ? ' blank' : ''}`,
    'data-head': column.head,
  }
  const shown = isEmpty ? <span className="fine">{words.empty}</span> : content
  if (!head) {
    return (
      <td {...asRole('cell')} {...look}>
        {shown}
      </td>
    )
  }
  return (
    <th scope="row" {...asRole('rowheader')} {...look}>
      {shown}
    </th>
  )
}

function Totals<Row>({
  columns,
  totals,
}: {
  columns: readonly Column<Row>[]
  totals: Readonly<Record<string, ReactNode>>
}) {
  return (
    <tfoot {...asRole('rowgroup')}>
      <tr {...asRole('row')}>
        {columns.map(({ key, head, numeric, phone }) => (
          <td
            key={key}
            {...asRole('cell')}
            data-head={head}
            className={`to-${key in totals ? phone : 'hidden'}${numeric ? ' numeric' : ''}`}
          >
            {totals[key]}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
