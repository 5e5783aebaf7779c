import * as api from '@jiannuo/contract/roster.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { specOf } from '../check/draft.ts'
import * as sql from './sql.ts'

/** Remembers what headers mean for every later file of this authority. A column has one header of one's own: the last one given. */
export async function rememberColumns(change: Change, { body }: Input<typeof api.rememberColumns>) {
  const { tx, actor } = change
  for (const sheet of api.ROSTER_SHEETS) {
    const keys = new Set(specOf(sheet).columns.map(c => c.key))
    for (const [header, key] of Object.entries(body.sheets[sheet] ?? {})) {
      if (key !== null && !keys.has(key)) fail('ROSTER_COLUMN_UNKNOWN', { sheet: specOf(sheet).zh, key })
      if (key !== null) await sql.forgetColumn(tx, actor.authorityId, sheet, key)
      await sql.rememberColumn(tx, actor.authorityId, sheet, header, key)
    }
  }
  await change.audit('roster.remember-columns', actor.authorityId, { values: body })
}
