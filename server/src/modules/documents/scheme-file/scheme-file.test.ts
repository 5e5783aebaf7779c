import { organBranch } from '@jiannuo/engine/samples/organ-branch.ts'
import { describe, expect, it } from 'vitest'
import { readSchemeText, type SchemeFileError } from './read-scheme.ts'
import { writeSchemeText } from './write-scheme.ts'

const SOUND = `scheme: branch
version: 1
subject: branch
year: 2026
groups:
  - id: basics
    max: 10
    indicators:
      - { id: meetings, fact: meetings, method: { kind: linear, from: 0, to: 1, points: 10 } }
`
const errorsOf = (text: string, facts?: string[]): SchemeFileError[] => {
  const read = readSchemeText(
    text,
    facts?.map(id => ({ id })),
  )
  return 'errors' in read ? read.errors : []
}
const schemeOf = (text: string) => {
  const read = readSchemeText(text)
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return read.scheme
}
const at = ({ line, column }: SchemeFileError) => `${line}:${column}`

describe('reading a scheme file (R2.13)', () => {
  it('takes YAML, the same as JSON, with a byte order mark and CRLF', () => {
    const scheme = schemeOf(SOUND)
    expect(scheme.groups[0]?.indicators[0]).toEqual({
      id: 'meetings',
      fact: 'meetings',
      method: { kind: 'linear', from: 0, to: 1, points: 10 },
    })
    expect(schemeOf(JSON.stringify(scheme, null, 2))).toEqual(scheme)
    expect(schemeOf(`\ufeff${SOUND.replaceAll('\n', '\r\n')}`)).toEqual(scheme)
  })

  it('lists every error at once with the line and column of its key, and where a key is missing of what should hold it', () => {
    const text = SOUND.replace('year: 2026\n', '')
      .replace('fact: meetings', 'fcat: meetings')
      .replace('max: 10', 'max: 0')
    expect(errorsOf(text).map(each => [at(each), each.path.join('.'), each.en.split(';')[0]])).toEqual([
      ['1:1', '', '"year" is missing'],
      ['6:5', 'groups.0.max', 'must be above 0'],
      ['8:9', 'groups.0.indicators.0', '"fact" is missing'],
      ['8:25', 'groups.0.indicators.0.fcat', 'unknown key "fcat"'],
    ])
    expect(errorsOf(SOUND, ['trainingHours']).map(at)).toEqual(['9:25'])
    expect(errorsOf(SOUND, ['meetings'])).toEqual([])
  })

  it('says what publishing will still ask for', () => {
    const read = readSchemeText(SOUND)
    expect('remarks' in read && read.remarks.map(each => [at(each), each.en])).toEqual([
      ['1:1', 'title is needed before publishing'],
      ['6:5', 'title is needed before publishing'],
      ['9:9', 'title is needed before publishing'],
      ['9:9', 'cite is needed before publishing'],
    ])
  })

  it('follows aliases to what they name', () => {
    const text = SOUND.replace(
      'method: { kind: linear, from: 0, to: 1, points: 10 } }',
      'method: &m { kind: linear, from: 0, to: 1, points: 10 } }\n      - { id: lessons, fact: lessons, method: *m }',
    )
    expect(schemeOf(text).groups[0]?.indicators[1]?.method).toEqual({ kind: 'linear', from: 0, to: 1, points: 10 })
    expect(errorsOf(text.replace('to: 1', 'to: 0')).map(at)).toEqual(['9:77', '9:77'])
  })

  it('takes labels as they are written', () => {
    const text = SOUND.replace(
      '{ kind: linear, from: 0, to: 1, points: 10 }',
      '{ kind: choice, points: { 1.0: 10, yes: 5, true: 3, "01": 2 } }',
    )
    expect(schemeOf(text).groups[0]?.indicators[0]?.method).toEqual({
      kind: 'choice',
      points: { '1.0': 10, yes: 5, true: 3, '01': 2 },
    })
  })

  const bomb = [
    'a: &a [1,1,1,1,1,1,1,1,1]',
    ...[...'bcdefghi'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
  ]
  it.each([
    ['an empty file', '', '1:1', 'empty'],
    ['a duplicate key beside another error', SOUND.replace('version: 1', 'version: 1\nversion: 0'), '3:1', 'least 1'],
    ['a duplicate key', SOUND.replace('version: 1', 'version: 1\nversion: 1'), '3:1', 'unique'],
    ['labels that differ in quotes only', SOUND.replace('version: 1', 'version: 1\n"version": 1'), '3:1', 'unique'],
    ['a tab', SOUND.replace('  - id', '\t- id'), '6:1', 'Tabs'],
    ['two documents', `${SOUND}---\n${SOUND}`, '10:1', 'one scheme'],
    ['an unknown tag', SOUND.replace('scheme: branch', 'scheme: !run branch'), '1:9', 'tag'],
    ['an alias of nothing', SOUND.replace('branch', '*nobody'), '1:9', 'alias'],
    ['an alias within itself', 'groups: &g [*g]', '1:1', 'aliases'],
    ['nine levels of nine aliases', bomb.join('\n'), '1:1', 'aliases'],
    ['a merge key', `<<: { scheme: a }\n${SOUND}`, '1:1', 'unknown key "<<"'],
    ['a hundred thousand brackets', '['.repeat(100_000), '1:1', 'deeply'],
    ['ten thousand dashes', '- '.repeat(10_000), '1:1', 'deeply'],
    ['a million characters', `# ${'x'.repeat(1_000_000)}`, '1:1', '1000000'],
    ['plain prose', '方案见附件', '1:1', 'mapping'],
    ['an open quote', 'scheme: "branch', '1:16', 'quote'],
    ['infinity', SOUND.replace('max: 10', 'max: .inf'), '7:5', 'number'],
    ['a list as key', `? [a]\n: 1\n${SOUND}`, '1:3', 'plain text'],
  ])('refuses %s', (_, text, place, words) => {
    const found = errorsOf(text).find(each => each.en.includes(words))
    expect(found && at(found)).toBe(place)
    expect(found?.zh).toMatch(/\p{Script=Han}/u)
  })

  it('refuses an app activity as input and names the rule', () => {
    const [error] = errorsOf(SOUND.replace('fact: meetings', 'fact: 登录次数'))
    expect(error).toMatchObject({ line: 9, column: 25 })
    expect(error?.zh).toContain('减负')
  })
})

describe('writing a scheme file', () => {
  it('gives the same text whatever order the keys have, and reads back to the same scheme', () => {
    const scheme = schemeOf(JSON.stringify(organBranch()))
    const text = writeSchemeText(scheme)
    const shuffled = schemeOf(
      JSON.stringify(scheme, (_, value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        !('excellent' in value || 'good' in value)
          ? Object.fromEntries(Object.entries(value).toReversed())
          : value,
      ),
    )
    expect(writeSchemeText(shuffled)).toBe(text)
    expect(schemeOf(text)).toEqual(scheme)
    expect(text).toContain(
      '- { id: renewal, fact: lateRenewals, method: { kind: deduct, base: 10, each: 3, floor: 0 } }',
    )
  })

  it.each(['1/3', '0.3', 'yes', 'null', '- a', '#1', '１２', 'a: b', '{x}', 'line\nbreak', ' blank '])(
    'keeps the text %j',
    text => {
      const scheme = { ...schemeOf(SOUND), subject: text }
      expect(schemeOf(writeSchemeText(scheme))).toEqual(scheme)
    },
  )
})
