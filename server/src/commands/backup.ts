import { takeBackup } from '../backup/take-backup.ts'
import { fromCaller } from './caller-path.ts'
import { type Command, readArgs, UsageError } from './command.ts'
import { withInstallation } from './with-owner.ts'

export const backup: Command = {
  usage: `jiannuo backup FOLDER

Writes every table in one snapshot and every stored file into FOLDER, which must be new or empty.
The embedded database must not be in use by a running server; with DATABASE_URL the server may go on.
Keep the data folder's keys/ apart: without it sealed fields cannot be read after a restore.
Prints the manifest's counts as JSON.`,
  run: async args => {
    const [folder, ...rest] = readArgs(args, {}).positionals
    if (!folder || rest.length) throw new UsageError('Name one folder to write to.')
    const manifest = await withInstallation(({ client, filesFolder }) =>
      takeBackup(client, filesFolder, fromCaller(folder)),
    )
    const rows = manifest.tables.reduce((sum, t) => sum + t.rows, 0)
    process.stdout.write(
      `${JSON.stringify({ folder, tables: manifest.tables.length, rows, files: manifest.files.length })}\n`,
    )
    return 0
  },
}
