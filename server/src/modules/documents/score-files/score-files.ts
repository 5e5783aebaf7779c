import { createHash } from 'node:crypto'
import { canonical, type Json } from '@jiannuo/engine/canonical.ts'
import { buildColumns } from '@jiannuo/engine/columns/columns.ts'
import { InvalidInput } from '@jiannuo/engine/input.ts'
import { compile } from '@jiannuo/engine/plan/compile.ts'
import { run } from '@jiannuo/engine/plan/run.ts'
import { resultOf } from '@jiannuo/engine/result.ts'
import type { KnownFact, Scheme } from '@jiannuo/engine/scheme.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import type { ScoreResult } from '@jiannuo/engine/score.ts'
import { type Trace, traceAt } from '@jiannuo/engine/trace.ts'
import { factById, isBarred } from '@jiannuo/rules/facts/catalogue.ts'
import { readSchemeText } from '../scheme-file/read-scheme.ts'
import type { Said } from '../sheet/column-spec.ts'
import type { FileFault } from './file-fault.ts'
import { type HashedInput, hashOfInput } from './hash-input.ts'
import { factColumns, lackingColumns, MOST, ratingRows, readTable, rulingRows } from './read-tables.ts'
import { faultOfText, readBytes } from './read-text.ts'
import type { Table, TableFault } from './table.ts'

/** Paths to read, and the names by which to speak of them. */
export interface ScoreFiles {
  scheme: NamedFile
  facts: NamedFile
  ratings?: NamedFile
  rulings?: NamedFile
}
export interface NamedFile {
  path: string
  name: string
}

/** The file `score` writes; keys and their order are fixed. */
export type ScoreDocument = Pick<ScoreResult, 'scheme' | 'version'> & {
  /** SHA-256 of the scheme's canonical JSON. */
  hash: string
  /** SHA-256 of the canonical JSON of facts, ratings and rulings. */
  factsHash: string
} & Pick<ScoreResult, 'results' | 'rollUp' | 'problems'>

export interface Scored {
  document: ScoreDocument
  trace: Trace | null
}

const SCHEME_BYTES = 4_000_000
const sha256 = (value: Json) => createHash('sha256').update(canonical(value), 'utf8').digest('hex')

/** Scores files; every fault of every file at once, or the result. With `explained` the trace of that subject too. */
export async function scoreFiles(files: ScoreFiles, explained?: string): Promise<Scored | { faults: FileFault[] }> {
  const faults: FileFault[] = []
  const remarks: Said[] = []
  const open = async (of: 'facts' | 'ratings' | 'rulings', needed: readonly string[]) => {
    const file = files[of]
    if (!file) return null
    const { table, faults: found, remarks: noted } = await readTable(file.path, MOST[of])
    faults.push(...found.map(each => ({ file: file.name, ...each })))
    remarks.push(...noted.map(({ zh, en }) => ({ zh: `${file.name}:${zh}`, en: `${file.name}: ${en}` })))
    const lacking = table ? lackingColumns(table, needed) : []
    faults.push(...lacking.map(each => ({ file: file.name, ...each })))
    return lacking.length > 0 ? null : table
  }
  const facts = await open('facts', ['subject'])
  const ratings = await open('ratings', ['subject', 'source', 'value'])
  const rulings = await open('rulings', ['subject', 'veto', 'decision'])
  const scheme = await openScheme(files.scheme, facts, faults)
  if (facts) faults.push(...emptyTable(facts).map(each => ({ file: files.facts.name, ...each })))

  const rated = ratings && ratingRows(ratings)
  const ruled = rulings && rulingRows(rulings)
  for (const [of, read] of [
    ['ratings', rated],
    ['rulings', ruled],
  ] as const)
    faults.push(...(read?.faults ?? []).map(each => ({ file: files[of]?.name ?? of, ...each })))
  if (!scheme || !facts || (files.ratings && !ratings) || (files.rulings && !rulings)) return { faults }
  const lackingScopes = lackingColumns(facts, ['subject', ...(scheme.scopes ?? [])])
  faults.push(...lackingScopes.map(each => ({ file: files.facts.name, ...each })))
  if (lackingScopes.length > 0) return { faults }
  const named = [...new Set(factsOf(scheme).map(use => use.fact))]
  const input = { facts: factColumns(facts, scheme, named), ratings: rated?.rows ?? [], rulings: ruled?.rows ?? [] }
  const explainedRow = explained === undefined ? -1 : input.facts.subjects.indexOf(explained)
  if (explained !== undefined && explainedRow < 0) faults.push(unknownSubject(files.facts.name, explained))
  const outcome = attempt(() => run(compile(scheme), columnsOf(input)), faults, files, { facts, ratings, rulings })
  if (!outcome || faults.length > 0) return { faults }
  remarks.push(...unnamedColumns(facts, [...named, ...(scheme.scopes ?? [])]))
  const result = resultOf(outcome)
  const document = documentOf(scheme, input, { ...result, problems: [...remarks, ...result.problems] })
  return { document, trace: explained === undefined ? null : traceAt(outcome, explainedRow) }
}

const columnsOf = ({ facts, ratings, rulings }: HashedInput) =>
  buildColumns({
    ...facts,
    ratings: {
      subject: ratings.map(each => each.subject),
      source: ratings.map(each => each.source),
      value: ratings.map(each => each.value),
      count: ratings.map(each => each.count),
    },
    rulings,
  })

async function openScheme(file: NamedFile, facts: Table | null, faults: FileFault[]): Promise<Scheme | null> {
  const bytes = await readBytes(file.path, SCHEME_BYTES)
  const said = Buffer.isBuffer(bytes) ? faultOfText(bytes) : bytes
  if (said || !Buffer.isBuffer(bytes)) {
    faults.unshift({ file: file.name, row: null, column: null, ...said! })
    return null
  }
  const read = readSchemeText(bytes.toString('utf8'), facts?.header.filter(name => name !== 'subject').map(knownFact))
  if ('scheme' in read) return read.scheme
  faults.unshift(...read.errors.map(({ line, column, zh, en }) => ({ file: file.name, row: line, column, zh, en })))
  return null
}

/** A fact of the catalogue keeps its kind and title when a file brings it under its id. */
function knownFact(id: string): KnownFact {
  const shipped = factById(id)
  return { id, isBarred: shipped !== undefined && isBarred(shipped) }
}

const emptyTable = ({ length, headerRow }: Table): TableFault[] =>
  length > 0
    ? []
    : [{ row: headerRow, column: null, zh: '只有表头,没有考评对象', en: 'there is a header but no subject below it' }]

const unknownSubject = (file: string, subject: string): FileFault => ({
  file,
  row: null,
  column: 'subject',
  zh: `没有考评对象“${subject}”,--explain 应为其中之一`,
  en: `there is no subject "${subject}"; --explain takes one of those in the file`,
})

const unnamedColumns = ({ header }: Table, read: readonly string[]): Said[] =>
  header.flatMap((name, i) =>
    name === 'subject' || read.includes(name)
      ? []
      : [
          {
            zh: name === '' ? `第 ${i + 1} 列没有列名,已忽略` : `方案不使用列“${name}”,已忽略`,
            en:
              name === ''
                ? `column ${i + 1} has no name and was ignored`
                : `column "${name}" is not named by the scheme and was ignored`,
          },
        ],
  )

/** Runs the engine; what it refuses is told by file and row. */
function attempt<T>(
  compute: () => T,
  faults: FileFault[],
  files: ScoreFiles,
  tables: Record<'facts' | 'ratings' | 'rulings', Table | null>,
): T | null {
  try {
    return compute()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    for (const { table, row, column, zh, en } of error.errors)
      faults.push({ file: files[table]?.name ?? table, row: tables[table]?.rowOf(row) ?? null, column, zh, en })
    return null
  }
}

function documentOf(scheme: Scheme, input: HashedInput, result: ScoreResult): ScoreDocument {
  return {
    scheme: result.scheme,
    version: result.version,
    hash: sha256(scheme as unknown as Json),
    factsHash: hashOfInput(input),
    results: result.results,
    rollUp: result.rollUp,
    problems: result.problems,
  }
}
