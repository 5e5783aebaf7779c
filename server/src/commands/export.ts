import { writeFile } from 'node:fs/promises'
import { exportFile } from '../modules/roster/index.ts'
import { fromCaller } from './caller-path.ts'
import { type Command, readArgs, UsageError } from './command.ts'
import { withCity } from './with-city.ts'

export const exportRoster: Command = {
  usage: `jiannuo export FILE.xlsx

Writes units, members and posts as of today in the form that import takes. The file must not exist yet.
It holds phone and ID numbers in plain text: keep it accordingly.`,
  run: async args => {
    const [path, ...rest] = readArgs(args, {}).positionals
    if (!path || rest.length) throw new UsageError('Name one file to write.')
    const bytes = await withCity('export', change => exportFile(change, change.today))
    await writeFile(fromCaller(path), bytes, { flag: 'wx', mode: 0o600 })
    process.stdout.write(`${JSON.stringify({ file: path, bytes: bytes.length })}\n`)
    return 0
  },
}
