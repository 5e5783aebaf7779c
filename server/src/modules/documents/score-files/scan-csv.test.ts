import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from './csv-table.ts'
import { scanCsv } from './scan-csv.ts'

function scanned(text: string): string[][] | string {
  const rows: string[][] = []
  let cells: string[] = []
  const fault = scanCsv(text, {
    cell: (start, end, isEscaped) => {
      const inside = text.slice(start, end)
      cells.push(isEscaped ? inside.replaceAll('""', '"') : inside)
    },
    row: () => {
      rows.push(cells)
      cells = []
      return true
    },
  })
  return fault ? `${fault.reason} in line ${fault.line}` : rows
}

const MUCH = { rows: 1000, cells: 10_000 }

describe('scanning CSV (R2.13)', () => {
  it('finds what csv-parse finds, or refuses with it', () => {
    const parsed = (text: string) => {
      try {
        return parse(text, {
          skip_empty_lines: true,
          relax_column_count: true,
          record_delimiter: ['\r\n', '\n', '\r'],
        }) as string[][]
      } catch {
        return null
      }
    }
    const pieces = fc.constantFrom('a', '中', ',', '\n', '\r\n', '"', '""', '"b"', '"1,2"', '"\n"', ' ', '-1.5')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), all => {
        const text = all.join('')
        const ours = scanned(text)
        expect(typeof ours === 'string' ? null : ours).toEqual(parsed(text))
      }),
      { numRuns: 2000 },
    )
  })

  it.each`
    text                          | found
    ${'a,"b'}                     | ${'openQuote in line 1'}
    ${'a\n"b\n\n'}                | ${'openQuote in line 2'}
    ${'a\r\n"b\r\n" c'}           | ${'afterQuote in line 3'}
    ${'a\rb"c"'}                  | ${'quoteWithin in line 2'}
    ${`a\n"${'x\n'.repeat(6e5)}`} | ${'longRow in line 2'}
    ${'a,'}                       | ${[['a', '']]}
    ${'\n\n,\n'}                  | ${[['', '']]}
    ${'"a""b",""""\r\n""'}        | ${[['a"b', '"'], ['']]}
  `('$found', ({ text, found }) => expect(scanned(text)).toEqual(found))

  it('keeps cells of thousands of rows apart, those with doubled quotes too', () => {
    const text = Array.from({ length: 5000 }, (_, i) => `${i},"x""${i}",中${i}`).join('\r\n')
    const { table } = readCsv(Buffer.from(`a,b,c\r\n${text}`), { rows: 5000, cells: 15_003 })
    const [a, b, c] = table!.columns.map(({ text, starts, ends }) =>
      [0, 1023, 1024, 4999].map(i => text.slice(starts[i], ends[i])),
    )
    expect([a, b, c]).toEqual([
      ['0', '1023', '1024', '4999'],
      ['x"0', 'x"1023', 'x"1024', 'x"4999'],
      ['中0', '中1023', '中1024', '中4999'],
    ])
    expect([table?.length, table?.rowOf(0), table?.rowOf(4999)]).toEqual([5000, 2, 5001])
    for (const bounds of [
      { rows: 4999, cells: 15_003 },
      { rows: 5000, cells: 15_002 },
    ])
      expect(readCsv(Buffer.from(`a,b,c\r\n${text}`), bounds).table).toBeNull()
  })

  it('brings rows of another length to that of the header and says so', () => {
    const { table, faults } = readCsv(Buffer.from('a,b\n1\n1,2,3\n\n4,5'), MUCH)
    expect(table?.columns.map(({ text, starts, ends }) => [0, 1, 2].map(i => text.slice(starts[i], ends[i])))).toEqual([
      ['1', '1', '4'],
      ['', '2', '5'],
    ])
    expect(faults.map(({ row, en }) => [row, en.split(',')[0]])).toEqual([
      [2, 'has 1 fields'],
      [3, 'has 3 fields'],
    ])
  })
})
