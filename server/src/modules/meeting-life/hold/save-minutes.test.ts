import { describe, expect, test } from 'vitest'
import { joinTexts } from './save-minutes.ts'

describe('minutes of two who write at once', () => {
  test.each`
    what                        | base            | theirs            | mine              | joined
    ${'one wrote'}              | ${'甲'}         | ${'甲'}           | ${'甲\n乙'}       | ${'甲\n乙'}
    ${'lines apart'}            | ${'甲\n中\n乙'} | ${'甲一\n中\n乙'} | ${'甲\n中\n乙二'} | ${'甲一\n中\n乙二'}
    ${'both at the end'}        | ${'甲'}         | ${'甲\n王发言'}   | ${'甲\n李发言'}   | ${'甲\n王发言\n李发言'}
    ${'the same line'}          | ${'甲'}         | ${'甲一'}         | ${'甲二'}         | ${'甲一\n甲二'}
    ${'both from nothing'}      | ${''}           | ${'王'}           | ${'李'}           | ${'王\n李'}
    ${'the same words'}         | ${'甲'}         | ${'甲\n同'}       | ${'甲\n同'}       | ${'甲\n同'}
    ${'lines that look marked'} | ${'======='}    | ${'=======\n<<<'} | ${'=======\n>>>'} | ${'=======\n<<<\n>>>'}
  `('$what: no word is lost', ({ base, theirs, mine, joined }) => {
    expect(joinTexts(mine, base, theirs)).toBe(joined)
  })
})
