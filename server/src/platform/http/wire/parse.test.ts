import { line, PageQuery, page, text } from '@jiannuo/contract/values.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CatalogueError } from '../fail.ts'
import { parsePart } from './parse.ts'

const Form = z.strictObject({
  title: line(4),
  note: text(10, 2).optional(),
  on: z.iso.date(),
  count: z.int().min(1).max(3),
  ids: z.array(z.uuid()).max(1),
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

  test('a page is bounded', () => {
    expect(PageQuery.safeParse({ limit: '201' }).success).toBe(false)
    expect(page(z.string()).parse({ items: ['a'], next: null })).toEqual({ items: ['a'], next: null })
  })
})
