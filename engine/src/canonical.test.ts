import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, type Json } from './canonical.ts'

// The numbers and the key order are the samples of RFC 8785, sections 3.2.2 and 3.2.3.
test.each<[string, Json, string]>([
  [
    'numbers',
    [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  ],
  ['literals', [null, true, false], '[null,true,false]'],
  ['escapes', '\u20ac$\u000f\nA\'\u0042\u0022\u005c\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
  [
    'key order by UTF-16 units',
    { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  ],
  ['an undefined key is left out', { a: undefined, b: [] }, '{"b":[]}'],
])('%s', (_name, value, expected) => expect(canonical(value)).toBe(expected))

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [{ '\udfff': 1 }]])('refuses %j', value =>
  expect(() => canonical(value)).toThrow(TypeError),
)

test('the order of keys never matters and nothing is lost', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), value => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(canonical(turned as Json)).toBe(canonical(value as Json))
      expect(JSON.parse(canonical(value as Json))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
