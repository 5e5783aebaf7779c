import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CatalogueError } from '../fail.ts'
import { openCursor, pageOf, sealCursor } from './cursor.ts'

const Key = z.tuple([z.iso.date(), z.uuid()])
const id = '7d2f7f0e-6d0f-4a52-8f5e-0a5b3f1f9a11'

const refusal = (after: string) => {
  try {
    openCursor(Key, after)
    return null
  } catch (error) {
    return error instanceof CatalogueError ? error : null
  }
}

describe('the mark of a place in a list', () => {
  test('opens as it was sealed, and is null without one', () => {
    expect(openCursor(Key, sealCursor(['2026-03-02', id]))).toEqual(['2026-03-02', id])
    expect(openCursor(Key, undefined)).toBeNull()
  })

  test.each([
    ['of another list', sealCursor(['name', id])],
    ['shortened', sealCursor(['2026-03-02', id]).slice(0, 20)],
    ['made up', 'x'],
    ['empty', ''],
  ])('%s is refused with a plain sentence at /query/after', (_, after) => {
    expect(refusal(after)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ pointer: '/query/after', zh: '翻页标记不对，请从第一页看起' }],
    })
  })

  test('a page ends before the row beyond it and names its last', () => {
    const rows = [{ n: 1 }, { n: 2 }, { n: 3 }]
    const keyOf = (row: { n: number }) => [row.n]
    expect(pageOf(rows, 2, keyOf, row => row.n)).toEqual({ items: [1, 2], next: sealCursor([2]) })
    expect(pageOf(rows, 3, keyOf, row => row.n)).toEqual({ items: [1, 2, 3], next: null })
  })
})
