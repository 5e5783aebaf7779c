import { replayAll } from '../modules/appraisal/index.ts'
import { connectApp } from '../platform/database/connect.ts'
import { type Command, readArgs, UsageError } from './command.ts'
import { withInstallation } from './with-owner.ts'

export const replay: Command = {
  name: 'replay',
  summary: 'recompute every filed appraisal and compare byte for byte',
  usage: `jiannuo replay

Recomputes each filed round from the scheme and inputs frozen in its document and compares scheme, inputs, results and traces.
Prints one JSON line for each filing that differs, then the counts. Exit status 0: all alike; 1: at least one differs.`,
  run: async args => {
    if (readArgs(args, {}).positionals.length) throw new UsageError('This command takes no arguments.')
    return withInstallation(async ({ client, url }) => {
      const { db } = connectApp(url, 1)
      try {
        const { rows } = await client.query<{ authority_id: string }>('select authority_id from authority order by 1')
        const replays = []
        for (const { authority_id } of rows)
          replays.push(...(await db.transaction().execute(tx => replayAll(tx, authority_id))))
        const differing = replays.filter(each => !each.intact)
        for (const each of differing) process.stdout.write(`${JSON.stringify(each)}\n`)
        process.stdout.write(
          `${JSON.stringify({ filings: replays.length, intact: replays.length - differing.length })}\n`,
        )
        return differing.length ? 1 : 0
      } finally {
        await db.destroy()
      }
    })
  },
}
