import { createHash } from 'node:crypto'
import { cellsOf } from '@jiannuo/engine/columns/cells.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HashedText } from './hashed-text.ts'

it('hashes what was written, plain or not, short or longer than its buffer', () => {
  const unit = fc.constantFrom('1', 'a', '"', '\\', '\n', '~', '\u007f', 'é', '中', '😀')
  const piece = fc
    .tuple(fc.string({ unit, maxLength: 6 }), fc.constantFrom(1, 1, 1, 2000, 9000))
    .map(([text, times]) => text.repeat(times))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const cells = cellsOf(pieces)
      const hashed = new HashedText()
      for (const [row, text] of pieces.entries()) {
        hashed.write(text)
        hashed.writeCell(cells, row)
      }
      const whole = pieces.map(text => text + (text === '' ? 'null' : JSON.stringify(text))).join('')
      expect(hashed.hash()).toBe(createHash('sha256').update(whole, 'utf8').digest('hex'))
    }),
  )
})
