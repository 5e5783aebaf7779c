import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonical, type Json } from '@jiannuo/engine/canonical.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scored, scoreFiles } from './score-files.ts'

const SCHEME = `scheme: branch
version: 3
subject: branch
year: 2026
scopes: [organ]
groups:
  - id: work
    max: 70
    indicators:
      - { id: rate, fact: rate, method: { kind: linear, from: 0, to: 1, points: 40 } }
      - { id: check, fact: check, method: { kind: choice, points: { 好: 30, 差: 0 } } }
  - id: voices
    max: 30
    indicators:
      - { id: slips, method: { kind: panel, points: 30, scale: { 好: 1, 中: 0.5 }, sources: [{ source: peer, weight: 1 }] } }
rank: [{ scope: organ }, { scope: all }]
grades: [{ grade: good, atLeast: 80 }, { grade: poor, atLeast: 0 }]
vetoes: [{ id: grave, when: { fact: grave, atLeast: 1 }, zero: true }]
rollUp: [{ scope: organ, by: mean }]
`
const FACTS = 'subject,organ,rate,check,grave\nb,甲,1,好,0\na,乙,0.5,差,1\nc,甲,,好,\n'
const RATINGS = 'subject,source,value,count\nb,peer,好,2\na,peer,中,\nc,peer,0.25,1\nc,peer,,4\n'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiannuo-score-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Content = string | Uint8Array
interface Given {
  scheme?: Content
  facts?: Content | null
  ratings?: Content
  rulings?: Content
}
async function run({ scheme = SCHEME, facts = FACTS, ...more }: Given = {}, explained?: string) {
  const files: Record<string, { path: string; name: string }> = {}
  for (const [name, content] of Object.entries({ scheme, facts, ...more })) {
    files[name] = { path: join(folder, name), name: `${name}.file` }
    await rm(join(folder, name), { force: true })
    if (content !== null && content !== undefined) await writeFile(join(folder, name), content)
  }
  return scoreFiles(files as unknown as Parameters<typeof scoreFiles>[0], explained)
}
const scored = async (given?: Given, explained?: string): Promise<Scored> => {
  const done = await run(given, explained)
  if ('faults' in done) throw new Error(JSON.stringify(done.faults, null, 1))
  return done
}
/** `file row column: English up to the first semicolon` of every fault. */
const faults = async (given: Given, explained?: string) => {
  const done = await run(given, explained)
  if (!('faults' in done)) throw new Error('it was scored')
  for (const each of done.faults) expect(each.zh).toMatch(/\p{Script=Han}/u)
  return done.faults.map(({ file, row, column, en }) => `${file} ${row} ${column}: ${en.split(';')[0]}`)
}
async function workbook(rows: unknown[][], sheets = ['facts']): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const name of sheets) book.addWorksheet(name).addRows(rows)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('score on files (R2.13)', () => {
  it('gives the result with its keys in their order, subjects in the order of the facts, units in that of their first row', async () => {
    const { document } = await scored({ ratings: RATINGS })
    expect(Object.keys(document)).toEqual(['scheme', 'version', 'hash', 'factsHash', 'results', 'rollUp', 'problems'])
    expect(Object.keys(document.results[0]!)).toEqual(
      'subject total base factor ranks grade toBeDecided light stars vetoes barred blocked'.split(' '),
    )
    expect(document.results[0]).toEqual({
      subject: 'b',
      total: 100,
      base: 100,
      factor: 1,
      ranks: { organ: 1, all: 1 },
      grade: 'good',
      toBeDecided: false,
      light: null,
      stars: null,
      vetoes: [],
      barred: [],
      blocked: null,
    })
    // c: its rate is exempt, so 30 of 30 count as 70 of 70; 7.5 of 30 from the one who voted
    expect(document.results.map(each => [each.subject, each.total, each.vetoes])).toEqual([
      ['b', 100, []],
      ['a', 0, ['grave']],
      ['c', 77.5, []],
    ])
    expect(document.rollUp).toEqual({
      organ: [
        { unit: '甲', total: 88.75 },
        { unit: '乙', total: 0 },
      ],
    })
    expect(document.problems).toEqual([])
  })

  it('hashes the scheme as canonical JSON, and facts, ratings in any order and rulings', async () => {
    const { document } = await scored({ ratings: RATINGS })
    const json = JSON.stringify((await scored({ ratings: RATINGS })).document)
    expect(JSON.stringify(document)).toBe(json)
    const as = (...given: Parameters<typeof scored>) => scored(...given).then(each => each.document)
    const rows = (text: string) =>
      text
        .trim()
        .split('\n')
        .slice(1)
        .map(line => line.split(','))
    const input = {
      facts: rows(FACTS).map(([subject, organ, rate, check, grave]) => ({
        subject,
        scopes: { organ },
        facts: { rate: rate || null, check: check || null, grave: grave || null },
      })),
      ratings: rows(RATINGS)
        .map(([subject, source, value, count]) => ({ subject, source, value, count: Number(count || 1) }))
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      rulings: [],
    }
    expect(document.factsHash).toBe(
      createHash('sha256')
        .update(canonical(input as unknown as Json))
        .digest('hex'),
    )
    const shuffled = RATINGS.trim()
      .split('\n')
      .toSpliced(1, 4, 'c,peer,,4', 'c,peer,0.25,1', 'a,peer,中,', 'b,peer,好,2')
    expect(JSON.stringify(await as({ ratings: `${shuffled.join('\n')}\n` }))).toBe(json)
    expect((await as({ ratings: RATINGS.replace('好,2', '好,3') })).factsHash).not.toBe(document.factsHash)
    expect((await as({ ratings: RATINGS, scheme: `# note\n${SCHEME}` })).hash).toBe(document.hash)
    const tiny = {
      scheme: 'x',
      version: 1,
      subject: 's',
      year: 2026,
      groups: [{ id: 'g', max: 1, indicators: [{ id: 'i', fact: 'rate', method: { kind: 'given', points: 1 } }] }],
    }
    const hash = createHash('sha256')
      .update(canonical(tiny as unknown as Json))
      .digest('hex')
    expect((await as({ scheme: JSON.stringify(tiny) })).hash).toBe(hash)
  })

  it('reads a byte order mark and CRLF, empty lines and quoted line breaks', async () => {
    const plain = (await scored({ ratings: RATINGS })).document
    const dos = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`
    expect((await scored({ scheme: dos(SCHEME), facts: dos(FACTS), ratings: dos(RATINGS) })).document).toEqual(plain)
    expect(await faults({ facts: `${FACTS}\n\n"d\n""x""",甲,x,好,0\ne,甲,y,好,0\n` })).toEqual([
      'facts.file 7 rate: "x" is not a number',
      'facts.file 9 rate: "y" is not a number',
    ])
  })

  it('ignores a column the scheme does not name with a remark, takes ratings and rulings of a header alone, lifts by a ruling', async () => {
    const { document } = await scored({
      facts: 'subject,note,organ,rate,check,grave\nb,x,甲,1,好,1\n',
      ratings: 'subject,source,value',
      rulings: 'subject,veto,decision\nb,grave,容错〔2026〕1号\n',
    })
    expect(document.problems.map(each => each.en)).toEqual(['column "note" is not named by the scheme and was ignored'])
    expect(document.results[0]).toMatchObject({ total: 100, vetoes: [] })
    expect((await scored({ rulings: 'subject,veto,decision\r\n' })).document.results[1]?.vetoes).toEqual(['grave'])
  })

  it('explains one subject', async () => {
    const { trace } = await scored({ ratings: RATINGS }, 'c')
    expect(trace).toMatchObject({ subject: 'c', result: { total: 77.5 } })
    expect(await faults({ ratings: RATINGS }, 'nobody')).toEqual([
      'facts.file null subject: there is no subject "nobody"',
    ])
  })

  it('lists every error of every file at once', async () => {
    expect(
      await faults({
        facts:
          'subject,organ,rate,check,grave\na,甲,1e309,良,0\na,,NaN,好,\n,甲,１２,好,Infinity\nd,甲,50%,好,"1,000"\n',
        ratings: 'subject,source,value,count\nx,peer,好,1\na,boss,好,1\na,peer,优,1.5\n',
        rulings:
          'subject,veto,indicator,decision\nx,grave,,z\na,none,,z\na,grave,,\na,grave,,z\na,,none,z\na,grave,none,z\n',
      }),
    ).toEqual([
      'ratings.file 4 count: "1.5" is no count',
      'rulings.file 5 veto: "grave" of "a" has a ruling already',
      'facts.file 2 rate: "1e309" is not a number',
      'facts.file 2 check: "良" is not one of 好, 差',
      'facts.file 3 subject: subject "a" occurs twice',
      'facts.file 3 organ: scope "organ" is empty',
      'facts.file 3 rate: "NaN" is not a number',
      'facts.file 4 subject: the subject is empty',
      'facts.file 4 rate: "１２" is not a number',
      'facts.file 4 grave: "Infinity" is not a number',
      'facts.file 5 rate: "50%" is not a number',
      'facts.file 5 grave: "1,000" is not a number',
      'ratings.file 2 subject: no subject "x" in the facts',
      'ratings.file 3 source: the scheme has no source "boss"',
      'ratings.file 4 value: rating "优" is none of 好, 中, 0–1',
      'rulings.file 2 subject: no subject "x" in the facts',
      'rulings.file 3 veto: the scheme has no veto or gate "none"',
      'rulings.file 4 decision: the decision is empty',
      'rulings.file 6 indicator: the scheme has no indicator "none"',
      'rulings.file 7 indicator: a ruling names a veto or gate, or an indicator, not both',
    ])
  })

  it('names line and column of the scheme for a fact the file has not, beside the errors of the tables', async () => {
    expect(
      await faults({
        scheme: SCHEME.replace('fact: grave', 'fact: gravity'),
        facts: FACTS.replace('c,甲,', 'c,'),
        ratings: 'subject,value,source,rater\na,b,c,d\n',
      }),
    ).toEqual([
      'scheme.file 18 31: there is no fact "gravity"',
      'facts.file 4 null: has 4 fields, the header has 5',
      'ratings.file 1 rater: ratings have the columns subject, source, value, count and never name a rater',
    ])
    expect(await faults({ facts: FACTS.replace('organ', 'unit') })).toEqual([
      'facts.file 1 organ: column "organ" is missing',
    ])
  })

  it.each<[string, Content | null, string]>([
    ['no file', null, 'facts.file null null: there is no such file'],
    ['nothing', '', 'facts.file null null: the file is empty'],
    [
      'a header alone',
      'subject,organ,rate,check,grave\n',
      'facts.file 1 null: there is a header but no subject below it',
    ],
    [
      'GB18030',
      Buffer.from('bcd7a3acd2d20a', 'hex'),
      'facts.file null null: not UTF-8, it looks like GB18030 (GBK, GB2312)',
    ],
    ['UTF-16', Buffer.from(`\ufeff${FACTS}`, 'utf16le'), 'facts.file null null: not UTF-8, but UTF-16'],
    ['a NUL byte', `${FACTS}\0`, 'facts.file null null: line 5 holds a NUL byte, so this is no text file'],
    ['an open quote', `${FACTS}"d`, 'facts.file null null: line 5: a quoted field is not closed'],
    ['a column twice', FACTS.replace('grave', 'rate'), 'facts.file 1 rate: column "rate" occurs twice'],
    ['an archive', Buffer.from('PK\x03\x04xxxx'), 'facts.file null null: The file is incomplete'],
  ])('refuses %s', async (_, facts, said) => {
    expect((await faults({ facts })).filter(each => each.startsWith('facts'))).toEqual([said])
  })

  it('refuses a scheme in GB18030 as it does a table', async () => {
    expect(await faults({ scheme: Buffer.from('bcd7a3acd2d20a', 'hex') })).toEqual([
      'scheme.file null null: not UTF-8, it looks like GB18030 (GBK, GB2312)',
    ])
  })

  it('stops reading at the bound of rows, in bounded time', async () => {
    const row = 'b,peer,好,1\n'
    const started = performance.now()
    const [said, ...rest] = await faults({ ratings: `subject,source,value,count\n${row.repeat(2_000_001)}` })
    expect(said).toBe('ratings.file null null: more than 2000000 rows or 8000000 cells, reading was stopped')
    expect(rest).toEqual([])
    expect(performance.now() - started).toBeLessThan(25_000)
  })
})

describe('facts from a workbook', () => {
  const HEADER = ['subject', 'organ', 'rate', 'check', 'grave']

  it('takes numbers as Excel shows them, rich text joined and saved results of formulas', async () => {
    const facts = await workbook([
      HEADER,
      ['b', '甲', 0.1 + 0.2, { richText: [{ text: '好' }] }, { formula: '0+0', result: 0 }],
      [1001, '乙', 0.0000001, '差', ''],
    ])
    const { document } = await scored({ facts })
    const same = await scored({ facts: 'subject,organ,rate,check,grave\nb,甲,0.3,好,0\n1001,乙,0.0000001,差,\n' })
    expect(document.factsHash).toBe(same.document.factsHash)
    expect(document.results).toEqual(same.document.results)
    expect(document.problems.map(each => each.en)).toEqual([
      'facts.file: formulas: the results saved in the file were taken',
    ])
  })

  it('refuses dates, truth values, Excel errors and values beside the header, by the row Excel shows', async () => {
    const facts = await workbook([
      [],
      HEADER,
      ['b', '甲', new Date('2026-01-02'), true, { error: '#REF!' }],
      ['c', '甲', 1, '好', 0, 'stray'],
      [12345678901234567890n.toString(), '甲', 1, '好', 0],
    ])
    expect(await faults({ facts })).toEqual([
      'facts.file 3 rate: the cell is a date',
      'facts.file 3 check: the cell is TRUE or FALSE',
      'facts.file 3 grave: the cell holds the Excel error #REF!',
      'facts.file 4 F: holds a value, but the header has no name for it',
    ])
  })

  it('reads the first of several sheets and says so', async () => {
    const facts = await workbook([HEADER, ['b', '甲', 1, '好', 0]], ['一', '二'])
    expect((await scored({ facts })).document.problems[0]?.en).toContain('only the first, "一", was read')
  })
})
