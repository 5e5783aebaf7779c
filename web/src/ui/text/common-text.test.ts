import { describe, expect, test } from 'vitest'
import { commonText } from './common-text.ts'

const marked = (parts: readonly { text: string; common: boolean }[]) =>
  parts.map(part => (part.common ? `[${part.text}]` : part.text)).join('')

describe('commonText', () => {
  test.each`
    left                           | right                          | leftMarked                         | rightMarked
    ${'修订防汛预案并完成1次演练'} | ${'修订防汛预案并完成2次演练'} | ${'[修订防汛预案并完成]1[次演练]'} | ${'[修订防汛预案并完成]2[次演练]'}
    ${'甲乙丙丁'}                  | ${'甲乙丁丙'}                  | ${'甲乙丙丁'}                      | ${'甲乙丁丙'}
    ${'讲党课一次'}                | ${'讲党课一次'}                | ${'[讲党课一次]'}                  | ${'[讲党课一次]'}
    ${''}                          | ${'讲党课一次'}                | ${''}                              | ${'讲党课一次'}
    ${'𠮷野家三号'}                | ${'在𠮷野家'}                  | ${'[𠮷野家]三号'}                  | ${'在[𠮷野家]'}
  `('$left against $right', ({ left, right, leftMarked, rightMarked }) => {
    const [leftParts, rightParts] = commonText(left, right)
    expect([marked(leftParts), marked(rightParts)]).toEqual([leftMarked, rightMarked])
  })
})
