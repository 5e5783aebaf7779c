import { type ParseArgsConfig, parseArgs } from 'node:util'

/** One command of the command line. `usage` is what `--help` prints; results go to stdout, everything else to stderr. */
export interface Command {
  usage: string
  run: (args: string[]) => Promise<number>
}

/** The command was called in a way it does not understand: exit status 2. */
export class UsageError extends Error {}

/** Parses arguments strictly; an unknown or incomplete option is a UsageError. */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`选项有误。 / ${error instanceof Error ? error.message : String(error)}`)
  }
}

export const note = (line: string) => process.stderr.write(`${line}\n`)
