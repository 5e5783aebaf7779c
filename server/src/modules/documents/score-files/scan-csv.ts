const [LF, CR, QUOTE, COMMA] = [10, 13, 34, 44]

/** Longest row in characters; most likely a quoted field is not closed. */
export const LONGEST_ROW = 1_000_000

/** Where a text is no CSV, and in which way. */
export interface CsvFault {
  line: number
  reason: 'openQuote' | 'afterQuote' | 'quoteWithin' | 'longRow'
}

export interface CsvTaker {
  /** A cell by its place in the text, quotes around it left out; `isEscaped`: quotes within it are written twice. */
  cell(start: number, end: number, isEscaped: boolean): void
  /** After the cells of a row, with the line it began on; false stops the reading. */
  row(line: number): boolean
}

const endsLine = (code: number) => code === LF || code === CR
const afterBreak = (text: string, at: number) =>
  at + (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1)

/** Where a field that begins at `from` without a quote ends. */
function endOfPlain(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === COMMA || endsLine(code) || code === QUOTE) break
  }
  return at
}

/** The quote that closes a field whose text begins at `from`, where a quote is written twice; the end of the text without one. */
function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2)
  return at < 0 ? text.length : at
}

/**
 * Scans CSV (RFC 4180; a line ends by LF, CR or both, empty lines are left out). Cells are told by their place, without a string or a
 * record of them, so that scoring a table takes less than twice what a parser alone takes for it. Null, or why it is no CSV.
 */
export function scanCsv(text: string, taker: CsvTaker): CsvFault | null {
  let line = 1
  for (let at = 0; at < text.length; at = afterBreak(text, at), line++) {
    if (endsLine(text.charCodeAt(at))) continue
    const [start, first] = [at, line]
    for (;;) {
      const isQuoted = text.charCodeAt(at) === QUOTE
      const end = isQuoted ? endOfQuoted(text, at + 1) : endOfPlain(text, at)
      if (end - start > LONGEST_ROW) return { line: first, reason: 'longRow' }
      if (isQuoted) {
        if (end === text.length) return { line, reason: 'openQuote' }
        const inside = text.slice(at + 1, end)
        taker.cell(at + 1, end, inside.includes('"'))
        line += inside.match(/\r\n|\r|\n/g)?.length ?? 0
        at = end + 1
      } else {
        taker.cell(at, end, false)
        at = end
      }
      const next = text.charCodeAt(at)
      if (next === COMMA) at++
      else if (at === text.length || endsLine(next)) break
      else return { line, reason: isQuoted ? 'afterQuote' : 'quoteWithin' }
    }
    if (!taker.row(first)) return null
  }
  return null
}
