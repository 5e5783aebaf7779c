/** Texts of a column as places in one long text, as a file is read: no string is made of a cell before it is asked for. '' is missing. */
export interface Cells {
  text: string
  starts: Int32Array
  ends: Int32Array
}

export const isCells = (values: object): values is Cells => 'starts' in values

export const cellAt = ({ text, starts, ends }: Cells, row: number): string => text.slice(starts[row], ends[row])

export const textsOf = (cells: Cells): string[] => Array.from(cells.starts, (_, row) => cellAt(cells, row))

/** The same texts strung together. */
export function cellsOf(texts: readonly string[]): Cells {
  const starts = new Int32Array(texts.length)
  const ends = new Int32Array(texts.length)
  let end = 0
  for (const [row, text] of texts.entries()) {
    starts[row] = end
    end += text.length
    ends[row] = end
  }
  return { text: texts.join(''), starts, ends }
}
