import { access } from 'node:fs/promises'
import { importFile } from '../modules/roster/index.ts'
import { CatalogueError } from '../platform/http/fail.ts'
import { fromCaller } from './caller-path.ts'
import { type Command, note, readArgs, UsageError } from './command.ts'
import { withCity } from './with-city.ts'

export const importRoster: Command = {
  usage: `jiannuo import FILE.xlsx [--on DAY] [--complete] [--dry-run]

Reads, checks and writes the roster in one transaction: all of it or nothing.
  --on DAY    from when it counts, YYYY-MM-DD; default: today
  --complete  the file is the whole roster: what it leaves out ends on that day
  --dry-run   check and compare only
Prints one JSON object. Exit status 1: the file has errors, all of them are listed and nothing was written.`,
  run: async args => {
    const { positionals, values } = readArgs(args, {
      on: { type: 'string' },
      complete: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    })
    const [path, ...rest] = positionals
    if (!path || rest.length) throw new UsageError('Name one .xlsx file.')
    if (values.on !== undefined && !isDay(values.on)) throw new UsageError('--on takes a day as YYYY-MM-DD.')
    await access(fromCaller(path)).catch(() => Promise.reject(new Error(`There is no file ${path}.`)))
    const choices = { complete: values.complete ?? false, dryRun: values['dry-run'] ?? false }
    try {
      const done = await withCity('import', change =>
        importFile(change, fromCaller(path), { ...choices, effectiveOn: values.on ?? change.today }),
      )
      process.stdout.write(`${JSON.stringify(done)}\n`)
      return done.errorCount > 0 ? 1 : 0
    } catch (error) {
      if (!(error instanceof CatalogueError)) throw error
      note(`This file cannot be read: ${(error.data as { en?: string } | undefined)?.en ?? error.code}`)
      return 1
    }
  },
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
