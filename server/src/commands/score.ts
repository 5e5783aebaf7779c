import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { type FileFault, MOST_OF_TABLES, type NamedFile, printFault, scoreFiles } from '../modules/documents/index.ts'
import { fromCaller } from './caller-path.ts'
import { type Command, note, readArgs, UsageError } from './command.ts'

/** Errors printed before the rest is only counted. */
const PRINTED = 1000
const { facts, ratings, bytes } = MOST_OF_TABLES

export const score: Command = {
  usage: `jiannuo score SCHEME.yaml --facts FACTS.csv|xlsx [--ratings RATINGS.csv] [--rulings R.csv] [--out RESULT.json] [--explain SUBJECT]

  SCHEME.yaml  the scheme, YAML or JSON
  --facts      subject, the scheme's scopes, its facts; one row a subject, an empty fact is missing
  --ratings    subject, source, value, count (that many equal ratings; empty is 1)
  --rulings    subject, veto, decision: what lifts a veto or gate of one subject; with a column indicator also what exempts from one
  --out        write the result into this file instead of to standard output
  --explain    with the trace of this subject: on standard output, with --out alone, else as "trace" of the result

CSV is UTF-8 with commas; of a workbook the first sheet is read. Numbers are plain decimals such as -12.50.
At most ${facts.rows} rows and ${facts.cells} cells of facts, ${ratings.rows} ratings, ${bytes / 1_000_000} MB a file; more is refused.
Exit status 0: scored; 1: the input has errors, all are listed with file, row and column (${PRINTED} printed, the rest counted) and nothing is written; 2: wrong usage.`,
  run: async args => {
    const { positionals, values } = readArgs(args, {
      facts: { type: 'string' },
      ratings: { type: 'string' },
      rulings: { type: 'string' },
      out: { type: 'string' },
      explain: { type: 'string' },
    })
    const [scheme, ...rest] = positionals
    if (!scheme || rest.length > 0) throw new UsageError('请给出一个方案文件。 / Name one scheme file.')
    if (!values.facts) throw new UsageError('请用 --facts 给出事实文件。 / Name the file of facts with --facts.')
    for (const [option, value] of Object.entries(values))
      if (value === '') throw new UsageError(`--${option} 是空的。 / --${option} is empty.`)
    const named = (name: string): NamedFile => ({ name, path: fromCaller(name) })
    const files = {
      scheme: named(scheme),
      facts: named(values.facts),
      ...(values.ratings ? { ratings: named(values.ratings) } : {}),
      ...(values.rulings ? { rulings: named(values.rulings) } : {}),
    }
    const out = values.out && fromCaller(values.out)
    if (Object.values(files).some(({ path }) => path === out))
      throw new UsageError('--out 与要读取的文件相同,会覆盖它。 / --out names one of the files to be read.')
    const scored = await scoreFiles(files, values.explain)
    if ('faults' in scored) return refuse(scored.faults)
    const { document, trace } = scored
    for (const { zh, en } of document.problems) note(`${zh} / ${en}`)
    if (out) await writeWhole(out, jsonOf(document))
    const shown = out ? trace : trace ? { ...document, trace } : document
    if (shown) process.stdout.write(jsonOf(shown))
    return 0
  },
}

const jsonOf = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

function refuse(faults: readonly FileFault[]): number {
  for (const fault of faults.slice(0, PRINTED)) note(printFault(fault))
  const more = faults.length - PRINTED
  if (more > 0) note(`另有 ${more} 处错误未列出。 / ${more} further errors are not listed.`)
  note(
    `共 ${faults.length} 处错误,没有写出任何结果。 / ${faults.length} ${faults.length === 1 ? 'error' : 'errors'}; nothing was written.`,
  )
  return 1
}

function whyNot(error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return { zh: '没有这个文件夹', en: 'there is no such folder' }
  if (code === 'EISDIR') return { zh: '那是文件夹', en: 'that is a folder' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return { zh: '没有写入权限', en: 'writing is not permitted' }
  if (code === 'ENOSPC') return { zh: '磁盘已满', en: 'the disk is full' }
  return { zh: code, en: code }
}

/** All of the file or none of it. */
async function writeWhole(path: string, text: string) {
  const part = `${path}.${randomUUID()}.part`
  try {
    await writeFile(part, text, { flag: 'wx' })
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    const { zh, en } = whyNot(error)
    throw new Error(`结果写不进 ${path}:${zh} / The result cannot be written to ${path}: ${en}`)
  }
}
