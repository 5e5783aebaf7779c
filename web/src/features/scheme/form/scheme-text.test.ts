import { describe, expect, it } from 'vitest'
import { editText, moveText, readText } from './scheme-text.ts'

const TEXT = `# by the office
scheme: branch # short
groups:
  - id: basics
    max: 70 # agreed on 3 March
    indicators:
      - { id: meetings, fact: meetings, method: { kind: linear, from: 0, to: 1, points: 20 } }
grades:
  - { grade: good, atLeast: 80 }
`

// biome-ignore lint/suspicious/noExplicitAny: a test reads any part of a document
type Read = (node: any) => unknown

describe('R0.10 form and text are one draft', () => {
  it.each<[string, (string | number)[], unknown, Read, unknown]>([
    ['a number', ['groups', 0, 'max'], 65, node => node.groups[0].max, 65],
    [
      'a nested number',
      ['groups', 0, 'indicators', 0, 'method', 'points'],
      15,
      node => node.groups[0].indicators[0].method.points,
      15,
    ],
    ['a new item', ['groups', 0, 'indicators', 1], { id: 'x' }, node => node.groups[0].indicators.length, 2],
    ['a first list', ['vetoes', 0], { id: 'v' }, node => node.vetoes, [{ id: 'v' }]],
    ['a part', ['lights'], { green: 85, yellow: 70 }, node => node.lights.green, 85],
    ['the last item of a list', ['grades', 0], undefined, node => 'grades' in node, false],
    [
      'the last indicator, whose list stays',
      ['groups', 0, 'indicators', 0],
      undefined,
      node => node.groups[0].indicators,
      [],
    ],
    ['what is not there', ['stars', 3, 'cap'], undefined, node => 'stars' in node, false],
  ])('%s is changed in the text and its comments stay', (_what, path, value, read, wanted) => {
    const text = editText(TEXT, path, value)
    expect(read(readText(text))).toEqual(wanted)
    expect(text).toContain('# by the office')
    expect(text).toContain('# short')
  })

  it('leaves the rest of the text as it was', () => {
    expect(editText(TEXT, ['groups', 0, 'max'], 65)).toBe(TEXT.replace('max: 70 #', 'max: 65 #'))
  })

  it('moves an item with its comment, and nothing past either end', () => {
    const two = TEXT.replace('grades:', '  # the other half\n  - { id: pledges, max: 30 }\ngrades:')
    const moved = moveText(two, ['groups'], 1, 0)
    expect((readText(moved) as { groups: { id: string }[] }).groups.map(each => each.id)).toEqual(['pledges', 'basics'])
    expect(moved).toMatch(/# the other half\n +- \{ id: pledges/)
    expect(moved).toContain('max: 70 # agreed on 3 March')
    expect(moveText(two, ['groups'], 1, 2)).toBe(two)
    expect(moveText(two, ['groups'], 0, -1)).toBe(two)
  })

  it.each(['a: [1', '- a', '', 'plain', 'a: &a [*a]'])('waits for the text while it is no mapping: %j', text => {
    expect(readText(text)).toBeNull()
  })
})
