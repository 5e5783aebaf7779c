import { isDeepStrictEqual } from 'node:util'
import { replayAll, replayFiled } from '../modules/appraisal/index.ts'
import { faultOfText, printFault, readBytes, scoreFiles } from '../modules/documents/index.ts'
import { connectApp } from '../platform/database/connect.ts'
import { fromCaller } from './caller-path.ts'
import { type Command, note, readArgs, UsageError } from './command.ts'
import { withInstallation } from './with-owner.ts'

const OPTIONS = {
  scheme: { type: 'string' },
  facts: { type: 'string' },
  ratings: { type: 'string' },
  rulings: { type: 'string' },
} as const

export const replay: Command = {
  usage: `jiannuo replay
jiannuo replay FILING.json
jiannuo replay RESULT.json --scheme SCHEME.yaml --facts FACTS.csv|xlsx [--ratings RATINGS.csv] [--rulings R.csv]

Without a file: recomputes each filed round of this installation from the scheme and inputs frozen in its document.
With the document of a filing, which holds its scheme and inputs: the same for that one, without a database.
With a result written by score, which holds only their hashes: scores the named files again and compares.
Prints one JSON line for each that differs, then the counts; of one file, one line. Exit status 0: all alike; 1: at least one differs or cannot be read; 2: wrong usage.`,
  run: async args => {
    const { positionals, values } = readArgs(args, OPTIONS)
    const [file, ...rest] = positionals
    if (rest.length > 0) throw new UsageError('最多给出一个文件。 / Name one file at most.')
    if (file === undefined) {
      if (Object.keys(values).length > 0)
        throw new UsageError('这些选项只用于核对结果文件,请给出它。 / These options belong to a RESULT file; name it.')
      return replayInstallation()
    }
    const text = await readText(file)
    if (text === null) return 1
    const { scheme, facts, ratings, rulings } = values
    if (!scheme && !facts) return replayFiling(text)
    if (!scheme || !facts)
      throw new UsageError(
        '核对 score 的结果须同时给出 --scheme 和 --facts。 / A result of score takes both --scheme and --facts.',
      )
    return replayScored(text, { scheme, facts, ...(ratings ? { ratings } : {}), ...(rulings ? { rulings } : {}) })
  },
}

const MOST_BYTES = 500_000_000

/** The text of a file; null, after a sentence that says why, where it is no whole JSON. */
async function readText(name: string): Promise<string | null> {
  const bytes = await readBytes(fromCaller(name), MOST_BYTES)
  const said = Buffer.isBuffer(bytes) ? faultOfText(bytes) : bytes
  const text = said || !Buffer.isBuffer(bytes) ? null : bytes.toString('utf8')
  const fault = said ?? (parsed(text ?? '') ? null : DAMAGED)
  if (!fault) return text
  note(`${name}: ${fault.zh} / ${fault.en}`)
  return null
}

const DAMAGED = {
  zh: '不是完整的 JSON,可能已损坏;可核对的是存档文件或 score 写出的结果',
  en: 'no whole JSON, perhaps damaged; the document of a filing or a result written by score is accepted',
}

const print = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

function replayFiling(text: string): number {
  const document = text.replace(/\r?\n$/, '')
  if (parsed(document)?.factsHash !== undefined)
    throw new UsageError(
      '这是 score 的结果,还须给出 --scheme 和 --facts。 / This is a result of score; name its --scheme and --facts too.',
    )
  const done = replayFiled(document)
  print(done)
  return done.intact ? 0 : 1
}

async function replayScored(
  text: string,
  names: { scheme: string; facts: string; ratings?: string; rulings?: string },
): Promise<number> {
  const named = (name: string) => ({ name, path: fromCaller(name) })
  const scored = await scoreFiles({
    scheme: named(names.scheme),
    facts: named(names.facts),
    ...(names.ratings ? { ratings: named(names.ratings) } : {}),
    ...(names.rulings ? { rulings: named(names.rulings) } : {}),
  })
  if ('faults' in scored) {
    for (const fault of scored.faults) note(printFault(fault))
    return 1
  }
  const again: Record<string, unknown> = JSON.parse(JSON.stringify(scored.document))
  const filed = parsed(text) ?? {}
  const differences = Object.keys(again).filter(key => !isDeepStrictEqual(filed[key], again[key]))
  if (differences.length === 0 && text !== `${JSON.stringify(scored.document, null, 2)}\n`) differences.push('bytes')
  print({ intact: differences.length === 0, differences })
  return differences.length === 0 ? 0 : 1
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}

function replayInstallation(): Promise<number> {
  return withInstallation(async ({ client, url }) => {
    const { db } = connectApp(url, 1)
    try {
      const { rows } = await client.query<{ authority_id: string }>('select authority_id from authority order by 1')
      const replays = []
      for (const { authority_id } of rows)
        replays.push(...(await db.transaction().execute(tx => replayAll(tx, authority_id))))
      const differing = replays.filter(each => !each.intact)
      for (const each of differing) print(each)
      print({ filings: replays.length, intact: replays.length - differing.length })
      return differing.length ? 1 : 0
    } finally {
      await db.destroy()
    }
  })
}
