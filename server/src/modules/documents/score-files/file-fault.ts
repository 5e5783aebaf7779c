import type { Said } from '../sheet/column-spec.ts'

/** One thing wrong in one of the files of `score`. What is accepted is part of the sentence. */
export interface FileFault extends Said {
  /** As the caller named it. */
  file: string
  /** Line of a scheme, row of a table as an editor or Excel counts it; null for the file as a whole. */
  row: number | null
  /** Column of the character in a scheme, name of the column in a table; null for the whole row. */
  column: number | string | null
}

const LONGEST = 400
const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** `facts.csv 第 3 行 score 列 (row 3, column score): 中文 / English`, on one line. */
export function printFault({ file, row, column, zh, en }: FileFault): string {
  const place = [
    ...(row === null ? [] : [`第 ${row} 行`]),
    ...(column === null ? [] : [typeof column === 'number' ? `第 ${column} 列` : `“${column}”列`]),
  ]
  const placeInEnglish = [
    ...(row === null ? [] : [`${typeof column === 'number' ? 'line' : 'row'} ${row}`]),
    ...(column === null ? [] : [`column ${column}`]),
  ]
  const where = place.length === 0 ? file : `${file} ${place.join('')} (${placeInEnglish.join(', ')})`
  return `${where}: ${cut(zh)} / ${cut(en)}`.replace(/[\r\n\t]+/g, ' ')
}
