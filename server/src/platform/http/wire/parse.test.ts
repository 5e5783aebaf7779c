import { readFileSync } from 'node:fs'
import { fieldPlace, fieldTitle, UNTITLED } from '@jiannuo/contract/field-titles.ts'
import { line, PageQuery, page, text } from '@jiannuo/contract/values.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CatalogueError } from '../fail.ts'
import { parsePart } from './parse.ts'
import { problem } from './problem.ts'

const Form = z.strictObject({
  title: line(4),
  note: text(10, 2).optional(),
  on: z.iso.date(),
  count: z.int().min(1).max(3),
  ids: z.array(z.uuid()).max(1),
  kind: z.enum(['branch', 'group']).optional(),
  login: line(9).regex(/^\w+$/, '只用字母 / only letters').optional(),
})
const good = { title: '四个字内', on: '2026-07-08', count: 2, ids: [] }

const refusals = (value: unknown) => {
  try {
    parsePart(Form, value, '')
    return []
  } catch (error) {
    return error instanceof CatalogueError ? error.fields : []
  }
}

describe('what is said about a field', () => {
  test.each`
    change                     | pointer     | zh
    ${{ title: '' }}           | ${'/title'} | ${'请填写'}
    ${{ title: undefined }}    | ${'/title'} | ${'请填写'}
    ${{ title: '一二三四五' }} | ${'/title'} | ${'最多4个字'}
    ${{ title: 'a\u0000b' }}   | ${'/title'} | ${'格式不对'}
    ${{ note: '短' }}          | ${'/note'}  | ${'至少2个字'}
    ${{ on: '2026-02-30' }}    | ${'/on'}    | ${'请填写存在的日期，如2026-07-08'}
    ${{ count: 0 }}            | ${'/count'} | ${'不能小于1'}
    ${{ count: 9 }}            | ${'/count'} | ${'不能大于3'}
    ${{ ids: ['x'] }}          | ${'/ids/0'} | ${'编号不对'}
    ${{ ids: [''] }}           | ${'/ids/0'} | ${'请选择'}
    ${{ kind: '' }}            | ${'/kind'}  | ${'请选择'}
    ${{ kind: 'x' }}           | ${'/kind'}  | ${'只能是以下之一：branch、group'}
    ${{ count: 'x' }}          | ${'/count'} | ${'请填写数字'}
    ${{ count: 1.5 }}          | ${'/count'} | ${'请填写整数'}
    ${{ title: 4 }}            | ${'/title'} | ${'请填写文字'}
    ${{ ids: 'x' }}            | ${'/ids'}   | ${'请填写一个列表'}
    ${{ login: '' }}           | ${'/login'} | ${'请填写'}
    ${{ login: '张 三' }}      | ${'/login'} | ${'只用字母'}
    ${{ admin: true }}         | ${''}       | ${'没有这样的字段：admin'}
  `('$change says $zh at $pointer', ({ change, pointer, zh }) => {
    expect(refusals({ ...good, ...change })).toMatchObject([{ pointer, zh }])
  })

  test('everything wrong is said at once', () => {
    expect(refusals({ title: '', on: 'x', count: 'y' }).map(f => f.pointer)).toEqual([
      '/title',
      '/on',
      '/count',
      '/ids',
    ])
  })

  test.each`
    pointer                    | zh                   | en
    ${'/items/1/target'}       | ${'第2项目标值'}     | ${'item 2, target'}
    ${'/items/0/title'}        | ${'第1项做什么'}     | ${'item 1, what to do'}
    ${'/title'}                | ${'名称'}            | ${'title'}
    ${'/counts/2/grades/good'} | ${'第3项各等次票数'} | ${'item 3, slips of each grade'}
    ${'/memberIds/3'}          | ${'第4项党员'}       | ${'item 4, members'}
    ${'/items/1/id'}           | ${'第2项事项'}       | ${'item 2, items'}
  `('$pointer is called $zh, not by its path', ({ pointer, zh, en }) => {
    expect(fieldPlace(pointer)).toEqual({ zh, en })
  })

  test('several wrong fields: how many, and the first by its name', () => {
    const fields = refusals({ title: '', on: 'x', count: 1, ids: [] })
    expect(problem('INVALID_INPUT', { count: 2 }, fields, 'zh', 'n').detail).toBe('有2处要改，第1处：名称：请填写')
    expect(problem('INVALID_INPUT', { count: 2 }, fields, 'en', 'n').detail).toBe(
      '2 fields to mend, the first: title: Please fill this in',
    )
  })

  test('every field of the year’s commands is called by a name', () => {
    const text = readFileSync(new URL('../../../../openapi.json', import.meta.url), 'utf8')
    const keys = new Set<string>()
    const collect = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      const { properties } = node as { properties?: Record<string, unknown> }
      for (const key of Object.keys(properties ?? {})) keys.add(key)
      for (const child of Object.values(node)) collect(child)
    }
    for (const [path, methods] of Object.entries(
      JSON.parse(text).paths as Record<string, Record<string, { requestBody?: unknown }>>,
    ))
      if (
        /^\/api\/(cycles|pledges|reviews|reports|fulfilment|pledge-notices|pledge-templates|duty-descriptions)\b/.test(
          path,
        )
      )
        for (const { requestBody } of Object.values(methods)) collect(requestBody)
    expect(keys.size).toBeGreaterThan(30)
    expect([...keys].filter(key => !fieldTitle(undefined, key) && !UNTITLED.includes(key))).toEqual([])
  })

  test('a page is bounded', () => {
    expect(PageQuery.safeParse({ limit: '201' }).success).toBe(false)
    expect(page(z.string()).parse({ items: ['a'], next: null })).toEqual({ items: ['a'], next: null })
  })
})
