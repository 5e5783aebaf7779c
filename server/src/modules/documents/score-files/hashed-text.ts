import { createHash } from 'node:crypto'
import { type Cells, cellAt } from '@jiannuo/engine/columns/cells.ts'

const ROOM = 1 << 16
/** Most bytes of a character of a JavaScript string in UTF-8. */
const WIDEST = 3
const [QUOTE, BACKSLASH, BLANK, TILDE] = [34, 92, 32, 126]

/** SHA-256 of a text as it is written, piece by piece into one buffer. */
export class HashedText {
  private readonly buffer = Buffer.allocUnsafe(ROOM)
  private readonly sha256 = createHash('sha256')
  private end = 0

  write(text: string) {
    const { buffer } = this
    if (this.end + text.length * WIDEST > ROOM) this.flush()
    if (text.length * WIDEST > ROOM) {
      this.sha256.update(text)
      return
    }
    let end = this.end
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > TILDE) {
        this.end += buffer.write(text, this.end)
        return
      }
      buffer[end++] = code
    }
    this.end = end
  }

  /** A cell as JSON: null when it is empty. */
  writeCell(cells: Cells, row: number) {
    const { buffer } = this
    const { text, starts, ends } = cells
    const [from, to] = [starts[row]!, ends[row]!]
    if (from === to) return this.write('null')
    if (this.end + to - from + 2 > ROOM) this.flush()
    if (to - from + 2 > ROOM) return this.write(JSON.stringify(cellAt(cells, row)))
    let end = this.end
    buffer[end++] = QUOTE
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code < BLANK || code > TILDE || code === QUOTE || code === BACKSLASH)
        return this.write(JSON.stringify(cellAt(cells, row)))
      buffer[end++] = code
    }
    buffer[end++] = QUOTE
    this.end = end
  }

  hash(): string {
    this.flush()
    return this.sha256.digest('hex')
  }

  private flush() {
    this.sha256.update(this.buffer.subarray(0, this.end))
    this.end = 0
  }
}
