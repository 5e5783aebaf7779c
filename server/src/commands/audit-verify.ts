import { verifyLog } from '../platform/audit/verify-log.ts'
import { connectApp } from '../platform/database/connect.ts'
import { installationKey } from '../platform/keys.ts'
import { type Command, readArgs, UsageError } from './command.ts'
import { withInstallation } from './with-owner.ts'

export const auditVerify: Command = {
  usage: `jiannuo audit-verify

Reads the rows themselves, not the stored hashes, rebuilds the tree and checks each checkpoint's roots and signature.
Prints one JSON report per authority. Exit status 0: all right; 1: a row or checkpoint is bad, the first one is named.`,
  run: async args => {
    if (readArgs(args, {}).positionals.length) throw new UsageError('This command takes no arguments.')
    return withInstallation(async ({ client, url, settings }) => {
      const key = await installationKey(settings.dataDir)
      const { db } = connectApp(url, 1)
      try {
        let status = 0
        const { rows } = await client.query<{ authority_id: string }>('select authority_id from authority order by 1')
        for (const { authority_id } of rows) {
          const report = await verifyLog(db, authority_id, key)
          process.stdout.write(`${JSON.stringify(report)}\n`)
          if (report.firstBad) status = 1
        }
        return status
      } finally {
        await db.destroy()
      }
    })
  },
}
