import type { Cells } from '@jiannuo/engine/columns/cells.ts'
import type { Said } from '../sheet/column-spec.ts'

/** A table as read, by column, which is how it is used: a column for every header, all of `length` cells. */
export interface Table {
  header: string[]
  headerRow: number
  columns: Cells[]
  length: number
  /** The row of cell `i` of any column as an editor or Excel counts it. */
  rowOf: (i: number) => number
}

/** The column of that name; all empty when there is none. */
export const columnOf = ({ header, columns, length }: Table, name: string): Cells =>
  columns[header.indexOf(name)] ?? { text: '', starts: new Int32Array(length), ends: new Int32Array(length) }

export interface TableFault extends Said {
  row: number | null
  column: string | null
}

export interface TableRead {
  /** Null when the file could not be read at all; the faults say why. */
  table: Table | null
  faults: TableFault[]
  /** What stops nothing. */
  remarks: Said[]
}

/** What one table may hold; read no further than that. */
export interface TableBounds {
  rows: number
  cells: number
}

export const wholeFile = (said: Said): TableRead => ({
  table: null,
  faults: [{ row: null, column: null, ...said }],
  remarks: [],
})

export const tooMany = (bounds: TableBounds): TableRead =>
  wholeFile({
    zh: `超过 ${bounds.rows} 行或 ${bounds.cells} 格,已停止读取;请拆分文件,评议可用 count 列合并相同的票`,
    en: `more than ${bounds.rows} rows or ${bounds.cells} cells, reading was stopped; split the file, equal ratings can share a row by count`,
  })

/** Columns named twice, and unnamed ones that hold something. */
export function faultsOfHeader({ header, headerRow, columns, rowOf }: Table): TableFault[] {
  const seen = new Set<string>()
  const faults: TableFault[] = []
  for (const [i, name] of header.entries()) {
    if (name === '') {
      const filled = columns[i]?.ends.findIndex((end, row) => end > columns[i]!.starts[row]!) ?? -1
      if (filled >= 0)
        faults.push({
          row: rowOf(filled),
          column: null,
          zh: `第 ${i + 1} 列有值,但表头没有列名`,
          en: `column ${i + 1} holds a value but has no name in the header`,
        })
    } else if (seen.has(name))
      faults.push({
        row: headerRow,
        column: name,
        zh: `列“${name}”出现两次,每列只能有一个`,
        en: `column "${name}" occurs twice; each name is accepted once`,
      })
    seen.add(name)
  }
  return faults
}
