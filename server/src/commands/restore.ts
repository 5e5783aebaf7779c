import { restoreBackup } from '../backup/restore-backup.ts'
import { fromCaller } from './caller-path.ts'
import { type Command, readArgs, UsageError } from './command.ts'
import { withInstallation } from './with-owner.ts'

export const restore: Command = {
  usage: `jiannuo restore FOLDER

Loads a backup into the installation named by DATABASE_URL or JIANNUO_DATA, which must hold no city yet.
All of it or nothing; a damaged part is named. Put the keys/ of the old data folder into the new one first.
Prints the counts as JSON.`,
  run: async args => {
    const [folder, ...rest] = readArgs(args, {}).positionals
    if (!folder || rest.length) throw new UsageError('Name the backup folder.')
    const manifest = await withInstallation(({ client, filesFolder }) =>
      restoreBackup(client, filesFolder, fromCaller(folder)),
    )
    const rows = manifest.tables.reduce((sum, t) => sum + t.rows, 0)
    process.stdout.write(
      `${JSON.stringify({ folder, takenAt: manifest.takenAt, tables: manifest.tables.length, rows, files: manifest.files.length })}\n`,
    )
    return 0
  },
}
