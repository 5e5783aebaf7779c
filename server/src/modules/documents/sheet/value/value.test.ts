import { describe, expect, test } from 'vitest'
import { choiceReader } from './choice.ts'
import { cleanText, fold, joinHan, withoutBrackets } from './clean-text.ts'
import { dayOf, dayOfSerial } from './day.ts'
import type { Fault } from './fault.ts'
import { idNumberOf, phoneOf } from './person-numbers.ts'
import { decimalOf, integerOf } from './quantity.ts'

const answer = (outcome: string | Fault) => (typeof outcome === 'string' ? outcome : outcome.zh)

describe('written dates', () => {
  test.each`
    written                   | expected
    ${'2026/7/1'}             | ${'2026-07-01'}
    ${'2026-07-01'}           | ${'2026-07-01'}
    ${'2026.7.1'}             | ${'2026-07-01'}
    ${'2026年7月1日'}         | ${'2026-07-01'}
    ${'2026 年 7 月 1 日'}    | ${'2026-07-01'}
    ${'２０２６－０７－０１'} | ${'2026-07-01'}
    ${'20260701'}             | ${'2026-07-01'}
    ${'2026-07-01 00:00:00'}  | ${'2026-07-01'}
    ${'2026/7/1 8:30'}        | ${'2026-07-01'}
    ${'2024-02-29'}           | ${'2024-02-29'}
    ${'2026-02-29'}           | ${'没有这一天'}
    ${'2026-04-31'}           | ${'没有这一天'}
    ${'20261301'}             | ${'没有这一天'}
    ${'2026-07'}              | ${'只写到月，没有写日'}
    ${'2026年7月'}            | ${'只写到月，没有写日'}
    ${'2026.7'}               | ${'只写到月，没有写日'}
    ${'202607'}               | ${'只写到月，没有写日'}
    ${'2026年'}               | ${'只写到年，没有写月和日'}
    ${'1899-12-31'}           | ${'年份不在 1900 年至 2100 年之间'}
    ${'7/1/2026'}             | ${'看不出是哪一天'}
    ${'26-7-1'}               | ${'看不出是哪一天'}
    ${'2026/7-1'}             | ${'看不出是哪一天'}
  `('$written gives $expected', ({ written, expected }) => {
    expect(answer(dayOf(written))).toBe(expected)
  })
})

describe('Excel serials', () => {
  test.each`
    serial     | date1904 | expected
    ${46204}   | ${false} | ${'2026-07-01'}
    ${46204.9} | ${false} | ${'2026-07-01'}
    ${44742}   | ${true}  | ${'2026-07-01'}
    ${61}      | ${false} | ${'1900-03-01'}
    ${60}      | ${false} | ${'日期不在 1900 年至 2100 年之间'}
    ${0.5}     | ${false} | ${'日期不在 1900 年至 2100 年之间'}
    ${73415}   | ${false} | ${'2100-12-31'}
    ${73416}   | ${false} | ${'日期不在 1900 年至 2100 年之间'}
    ${NaN}     | ${false} | ${'日期不在 1900 年至 2100 年之间'}
  `('$serial (1904: $date1904) gives $expected', ({ serial, date1904, expected }) => {
    expect(answer(dayOfSerial(serial, date1904))).toBe(expected)
  })
})

describe('identity numbers', () => {
  // The first is the worked example of GB 11643-1999 itself.
  test.each`
    written                                   | expected
    ${'11010519491231002X'}                   | ${'11010519491231002X'}
    ${'11010519491231002x'}                   | ${'11010519491231002X'}
    ${'１１０１０５１９４９１２３１００２Ｘ'} | ${'11010519491231002X'}
    ${'110105 19491231 002X'}                 | ${'11010519491231002X'}
    ${'440524188001010014'}                   | ${'第 7 至 14 位不是出生日期'}
    ${'110105194912310021'}                   | ${'校验码不符，至少有一位写错'}
    ${'11010519491232002X'}                   | ${'第 7 至 14 位不是出生日期'}
    ${'01010519491231002X'}                   | ${'前两位不是省级代码'}
    ${'110105491231002'}                      | ${'这是 15 位旧号，请填 18 位号'}
    ${'1101051949123100'}                     | ${'应为 18 位，现为 16 位或含有其他字符'}
  `('$written gives $expected', ({ written, expected }) => {
    expect(answer(idNumberOf(written))).toBe(expected)
  })

  test('every single wrong digit is caught', () => {
    const number = '11010519491231002X'
    for (let at = 0; at < 17; at += 1) {
      for (const digit of '0123456789') {
        if (digit !== number[at])
          expect(typeof idNumberOf(number.slice(0, at) + digit + number.slice(at + 1))).toBe('object')
      }
    }
  })
})

describe('mobile numbers', () => {
  test.each`
    written                     | expected
    ${'13800000000'}            | ${'13800000000'}
    ${'138 0000 0000'}          | ${'13800000000'}
    ${'+86-138-0000-0000'}      | ${'13800000000'}
    ${'8613800000000'}          | ${'13800000000'}
    ${'１３８００００００００'} | ${'13800000000'}
    ${'1380000000'}             | ${'应为 11 位，现为 10 位'}
    ${'12800000000'}            | ${'不是手机号'}
    ${'0532-88880000'}          | ${'这是固定电话，请填手机号'}
    ${'请问本人'}               | ${'不是手机号'}
  `('$written gives $expected', ({ written, expected }) => {
    expect(answer(phoneOf(written))).toBe(expected)
  })
})

describe('quantities', () => {
  test.each`
    read         | written          | expected
    ${integerOf} | ${'12'}          | ${'12'}
    ${integerOf} | ${'1,234,567'}   | ${'1234567'}
    ${integerOf} | ${'007'}         | ${'7'}
    ${integerOf} | ${'1,23'}        | ${'不是整数'}
    ${integerOf} | ${'1e3'}         | ${'不是整数'}
    ${integerOf} | ${'12人'}        | ${'不是整数'}
    ${integerOf} | ${'-3'}          | ${'不能是负数'}
    ${integerOf} | ${'10000000000'} | ${'大于 999999999'}
    ${decimalOf} | ${'３．５'}      | ${'3.5'}
    ${decimalOf} | ${'1.1234567'}   | ${'不是数字'}
  `('$written gives $expected', ({ read, written, expected }) => {
    expect(answer(read(written))).toBe(expected)
  })
})

describe('text', () => {
  test.each([
    ['\u3000张\u00a0海\u200b ', '张 海'],
    ['第１支部（Ａ）', '第1支部（A）'],
    ['甲\r\n\t乙', '甲 乙'],
    ['\u202e甲', '甲'],
    ['甲\u0000乙', '甲 乙'],
    ['張海', '張海'],
    ['plain', 'plain'],
  ])('%j is cleaned to %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected)
  })

  test('labels compare without width, spaces, case, stars and 繁简', () => {
    expect(fold(' 預備黨員 * ')).toBe(fold('预备党员'))
    expect(fold('紀檢委員')).toBe(fold('纪检委员'))
    expect(fold('離退休（Ａ）')).toBe('离退休(a)')
    expect(withoutBrackets(fold('入党日期（年-月-日）【必填】'))).toBe('入党日期')
    expect([joinHan('张 三'), joinHan('买买提 Ali'), joinHan('John Smith')]).toEqual([
      '张三',
      '买买提 Ali',
      'John Smith',
    ])
  })

  test('a choice is read however it is written; another word names the choices', () => {
    const read = choiceReader([
      { value: 'disciplineMember', zh: '纪检委员', en: 'discipline member', aliases: ['纪律检查委员'] },
    ])
    const written = ['disciplineMember', '紀檢委員', ' 纪检 委员', 'Discipline Member', '纪律检查委员', '纪检委员']
    expect(written.map(read)).toEqual(Array(6).fill('disciplineMember'))
    expect(read('主任')).toMatchObject({ zh: '不在可选范围内', accepted: { zh: '纪检委员', en: 'discipline member' } })
  })
})
